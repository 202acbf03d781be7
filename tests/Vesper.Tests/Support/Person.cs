using System.Net.Http.Json;
using System.Text.Json;
using Vesper.Kit.Access;

namespace Vesper.Tests.Support;

/// <summary>A member with a browser of her own.</summary>
sealed class Person(Server server, Guid id, string name, Role role, string account, string password)
{
    public Guid Id => id;
    public string Name => name;
    public Role Role => role;
    public string Account => account;
    public string Password => password;
    public HttpClient Http { get; } = server.CreateClient();

    /// <summary>The same member with another browser, not signed in yet.</summary>
    public Person OnAnotherDevice() => new(server, id, name, role, account, password);

    /// <summary>Somebody new, with an account name of her own and no session.</summary>
    public Person Invited(string newAccount) => new(server, Guid.CreateVersion7(), "新人", Role.Rep, newAccount, "her-own-password");

    public async Task SignIn() => (await Post("/api/session", new { account, password })).ShouldBeOk();

    public async Task<Answer> Get(string path) => await Answer.Of(await Http.GetAsync(path));

    public async Task<Answer> Put(string path, object? body) => await Answer.Of(await Http.PutAsJsonAsync(path, body));

    public async Task<Answer> Post(string path, object? body = null) => await Answer.Of(await Http.PostAsJsonAsync(path, body ?? new { }));

    public async Task<Answer> Delete(string path) => await Answer.Of(await Http.DeleteAsync(path));

    public async Task<Answer> Send(HttpMethod method, string path, string body) =>
        await Answer.Of(await Http.SendAsync(new(method, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") }));

    /// <summary>Opens the live stream; await <see cref="Live.Next"/> for what comes.</summary>
    public Task<Live> Listen(string? after = null) => Live.OpenAsync(Http, after);
}

/// <summary>What the server said.</summary>
sealed record Answer(int Status, JsonElement Body, string Text)
{
    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0;
        return new((int)response.StatusCode, json ? JsonDocument.Parse(text).RootElement : default, text);
    }

    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public JsonElement this[string property] => Body.GetProperty(property);

    public Answer ShouldBeOk() => Should(200);

    public Answer ShouldBeCreated() => Should(201);

    public Answer ShouldBeEmpty() => Should(204);

    public void ShouldBeProblem(int status, string code) => (Status, Code).ShouldBe((status, code), Text);

    Answer Should(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }
}
