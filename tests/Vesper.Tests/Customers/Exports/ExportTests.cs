using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Customers;
using Vesper.Customers.Exports;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Live;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Exports;

public sealed class ExportTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_file_is_made_with_a_mark_and_fetched_by_who_asked_alone(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var lin = team.Rep("lin");
        var customer = await team.Customer("云顶家居");
        await team.Customer("别人的", team.Rep("zhe"));
        (await lin.Put($"/api/customers/{customer.Id}/contacts/{Guid.CreateVersion7()}", new { name = "@王莉", title = "=cmd|' /C calc'!A0", phone = "13800001234" })).ShouldBeCreated();

        (await lin.Put($"/api/exports/{Guid.CreateVersion7()}", new { reason = "" })).Status.ShouldBe(400);
        var id = await Asked(lin, "csv");
        var text = await Fetched(lin, id);
        text.ShouldStartWith("\uFEFF\"小林 导出 · ");
        text.ShouldContain("给客户寄样本");
        var line = text.Split("\r\n").Single(one => one.Contains("云顶家居", StringComparison.Ordinal));
        line.ShouldContain("\"'@王莉\",\"'=cmd|' /C calc'!A0\",\"13800001234\"");
        line.ShouldEndWith($"\"{id:N}"[^12..] + "\"");
        text.ShouldNotContain("别人的");

        (await team.Supervisor.Get($"/api/exports/{id}/file")).Status.ShouldBe(404);
        (await team.Rep("zhe").Get("/api/exports")).ShouldBeOk().Body.GetArrayLength().ShouldBe(0);
        await using var db = team.Server.Db();
        (await db.Set<EventRow>().Where(one => one.OrgId == team.OrgId && one.Type == "customers.exported").OrderBy(one => one.Seq).Select(one => one.Payload).ToListAsync())
            .Select(payload => System.Text.Json.JsonDocument.Parse(payload).RootElement.GetProperty("step").GetString()).ShouldBe(["asked", "ready", "fetched"]);
    }

    [EachEngine]
    public async Task In_a_company_a_second_person_agrees_to_many(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        await team.Server.Writer.Run(team.OrgId, async db =>
        {
            (await db.Organisations.SingleAsync(one => one.Id == team.OrgId)).Preset = Preset.Company;
            for (var n = 0; n < 60; n++) db.Add(new Customer { OrgId = team.OrgId, Id = Guid.CreateVersion7(), OwnerId = team.Rep("lin").Id, TeamId = team.Id, Name = $"公司{n}", ShortName = $"公司{n}" });
        });
        var (lin, admin) = (team.Rep("lin"), await team.JoinAsync("boss", "管理员", Role.Admin, admin: true));
        var (small, id, his) = (await Asked(team.Rep("zhe"), "xlsx"), await Asked(lin, "xlsx"), await Asked(team.Supervisor, "xlsx"));
        (await State(team.Rep("zhe"), small)).ShouldNotBe("asked"); // a few go without
        (await State(lin, id)).ShouldBe("asked");
        await team.RunNow("exports");
        (await lin.Get($"/api/exports/{id}/file")).Status.ShouldBe(404);
        (await team.Supervisor.Get("/api/notices")).ShouldBeOk().Text.ShouldContain("export-asked");

        (await team.Supervisor.Put($"/api/exports/{his}/decision", new { granted = true })).ShouldBeProblem(409, "export.own");
        (await team.Supervisor.Put($"/api/exports/{id}/decision", new { granted = true })).ShouldBeEmpty();
        (await admin.Put($"/api/exports/{his}/decision", new { granted = false })).ShouldBeEmpty();
        (await Fetched(lin, id)).Length.ShouldBeGreaterThan(0);
        (await State(team.Supervisor, his)).ShouldBe("refused");
        (await admin.Put($"/api/exports/{his}/decision", new { granted = true })).ShouldBeProblem(409, "export.decided");
    }

    [EachEngine]
    public async Task It_is_gone_after_a_day_and_five_a_day_are_enough(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        await team.Customer("云顶家居");
        var id = await Asked(lin, "xlsx");
        await Fetched(lin, id);
        for (var n = 0; n < 4; n++) await Asked(lin, "csv");
        (await lin.Put($"/api/exports/{Guid.CreateVersion7()}", new { reason = "给客户寄样本" })).ShouldBeProblem(409, "export.too-many");

        var file = Guid.Empty;
        await team.Server.Writer.Run(team.OrgId, async db =>
        {
            var export = await db.CustomerExports.Of(team.OrgId).SingleAsync(one => one.Id == id);
            (file, export.ReadyAt) = (export.FileId!.Value, export.ReadyAt!.Value.AddDays(-2));
        });
        await team.RunNow("exports");
        (await lin.Get($"/api/exports/{id}/file")).Status.ShouldBe(404);
        team.Server.Services.GetRequiredService<FileStore>().Open(team.OrgId, file).ShouldBeNull();
    }

    [Fact]
    public async Task A_workbook_keeps_every_text_a_text()
    {
        var rows = new[] { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "云顶" }.Select(name => new ExportRow(name, "", "", "", null, "", Grade.A, Stage.Sign, "", "", "", "", "", null)).ToList();
        using var zip = new ZipArchive(new MemoryStream(await ExportFile.WriteAsync(ExportKind.Xlsx, "小林 导出", "abc", rows, default)));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();
        xml.ShouldNotContain("<f>");
        foreach (var start in new[] { "=", "+", "-", "@", "\t", "\r" }) xml.Contains($"preserve\">{start}", StringComparison.Ordinal).ShouldBeFalse(start);
        var csv = Encoding.UTF8.GetString(await ExportFile.WriteAsync(ExportKind.Csv, "x", "abc", rows, default));
        foreach (var start in new[] { "=", "+", "-", "@", "\t", "\r" }) csv.Contains($"\n\"{start}", StringComparison.Ordinal).ShouldBeFalse(start); // the name is the first cell of its line
    }

    static async Task<Guid> Asked(Person person, string kind)
    {
        var id = Guid.CreateVersion7();
        (await person.Put($"/api/exports/{id}", new { reason = "给客户寄样本", kind })).ShouldBeEmpty();
        return id;
    }

    static async Task<string?> State(Person person, Guid id) =>
        (await person.Get("/api/exports")).ShouldBeOk().Body.EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == id).GetProperty("state").GetString();

    static async Task<string> Fetched(Person person, Guid id)
    {
        for (var tries = 0; await State(person, id) != "ready"; tries++)
        {
            tries.ShouldBeLessThan(300);
            await Task.Delay(100);
        }
        using var answer = await person.Http.GetAsync($"/api/exports/{id}/file");
        ((int)answer.StatusCode).ShouldBe(200);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }
}
