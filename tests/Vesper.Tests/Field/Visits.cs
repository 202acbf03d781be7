using System.Net.Http.Json;
using System.Text.Json;
using Vesper.Customers;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

/// <summary>What a rep does in the street, as the tests' sentences speak of it.</summary>
static class Visits
{
    /// <param name="more">Further fields of the request.</param>
    public static async Task<Answer> CheckIn(this Person person, Customer customer, Guid? id = null, object? point = null, DateTimeOffset? at = null, object? more = null, DateTimeOffset? sentAt = null)
    {
        var body = JsonSerializer.SerializeToNode(new { customerId = customer.Id, deviceAt = at ?? TimeProvider.System.GetUtcNow(), point })!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject()) body[name] = value?.DeepClone();
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/check-ins/{id ?? Guid.CreateVersion7()}") { Content = JsonContent.Create(body) };
        if (sentAt is { } sent) request.Headers.Add("Vesper-Sent-At", $"{sent.UtcDateTime:O}");
        return await Answer.Of(await person.Http.SendAsync(request));
    }

    /// <summary>Checks in and gives the visit's id.</summary>
    public static async Task<Guid> Visit(this Person person, Customer customer)
    {
        var id = Guid.CreateVersion7();
        (await person.CheckIn(customer, id)).ShouldBeCreated();
        return id;
    }

    public static Task<Answer> Photo(this Person person, Guid id, byte[] bytes, string use = "proof") =>
        person.Photo(id, new ByteArrayContent(bytes) { Headers = { ContentType = new("image/jpeg") } }, use);

    public static async Task<Answer> Photo(this Person person, Guid id, HttpContent body, string use = "proof") =>
        await Answer.Of(await person.Http.SendAsync(new(HttpMethod.Put, $"/api/photos/{id}?use={use}") { Content = body }, HttpCompletionOption.ResponseHeadersRead));

    public static Task<Answer> End(this Person person, Guid visit, object outcome) => person.Put($"/api/visits/{visit}/outcome", outcome);

    public static async Task<List<System.Text.Json.JsonElement>> Feed(this Person person) =>
        [.. (await person.Get("/api/feed")).ShouldBeOk()["items"].EnumerateArray()];

    /// <summary>Looks again until it is so: a consumer acts a moment after the answer.</summary>
    public static async Task<T> Soon<T>(Func<Task<T>> look, Func<T, bool> isSo)
    {
        for (var i = 0; i < 400; i++) // a machine with much else to do is no failure
        {
            if (await look() is { } seen && isSo(seen)) return seen;
            await Task.Delay(50);
        }
        throw new TimeoutException("It did not come to that; the last look saw: " + JsonSerializer.Serialize(await look() switch { Answer answer => (object)answer.Text, var seen => seen }, Plain));
    }

    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
