using System.Net.Http.Headers;
using System.Text;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Imports;

/// <summary>Lists of customers as people export them, and how they are dropped.</summary>
static class Lists
{
    public static Encoding Gb18030
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030");
        }
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static async Task<byte[]> Xlsx(params IReadOnlyList<object?>[] rows)
    {
        var stream = new MemoryStream();
        await using (var book = await Workbook.CreateAsync(stream, default)) await book.SheetAsync("客户", Each(rows));
        return stream.ToArray();
    }

    static async IAsyncEnumerable<IReadOnlyList<object?>> Each(IReadOnlyList<object?>[] rows)
    {
        await Task.CompletedTask;
        foreach (var row in rows) yield return row;
    }

    public static async Task<Answer> Drop(this Person person, Guid id, byte[] bytes, string name = "客户.csv")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await Answer.Of(await person.Http.PutAsync($"/api/imports/{id}?name={Uri.EscapeDataString(name)}", content));
    }

    public static async Task<(Guid Id, Answer File)> Dropped(this Person person, byte[] bytes, string name = "客户.csv")
    {
        var id = Guid.CreateVersion7();
        return (id, (await person.Drop(id, bytes, name)).ShouldBeCreated());
    }

    /// <summary>With the columns as they were guessed.</summary>
    public static async Task<Answer> Preview(this Person person, Guid id, string to = "me", Guid? toId = null)
    {
        var fields = (await person.Get($"/api/imports/{id}")).ShouldBeOk()["fields"].EnumerateArray().Select(field => field.GetString()).ToList();
        return await person.Put($"/api/imports/{id}/columns", new { fields, to, toId });
    }

    public static async Task<Answer> Imported(this Person person, Guid id)
    {
        (await person.Put($"/api/imports/{id}/run", new { })).ShouldBeOk();
        return await person.Until(id, "done");
    }

    public static async Task<Answer> Undone(this Person person, Guid id)
    {
        (await person.Put($"/api/imports/{id}/undo", new { })).ShouldBeOk();
        return await person.Until(id, "undone");
    }

    static async Task<Answer> Until(this Person person, Guid id, string state)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var import = (await person.Get($"/api/imports/{id}")).ShouldBeOk();
            if (import["state"].GetString() == state) return import;
            await Task.Delay(100);
        }
        throw new TimeoutException($"The import is not {state}.");
    }

    public static IEnumerable<(int Line, string Problem, string Column)> Issues(this Answer answer) =>
        answer["issues"].EnumerateArray().Select(issue => (issue.GetProperty("line").GetInt32(), issue.GetProperty("problem").GetString()!, issue.GetProperty("column").GetString()!));
}
