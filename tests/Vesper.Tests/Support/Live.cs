using System.Text.Json;

namespace Vesper.Tests.Support;

/// <summary>An open live stream.</summary>
sealed class Live(Stream stream) : IDisposable
{
    readonly StreamReader _lines = new(stream);

    /// <summary>The cursor of the last message.</summary>
    public string Cursor { get; private set; } = "";

    public static async Task<Live> OpenAsync(HttpClient http, string? after)
    {
        var response = await http.GetAsync(after is null ? "/api/live" : $"/api/live?after={after}", HttpCompletionOption.ResponseHeadersRead);
        ((int)response.StatusCode).ShouldBe(200);
        var live = new Live(await response.Content.ReadAsStreamAsync());
        (await live.Next()).Type.ShouldBe("hello");
        return live;
    }

    /// <summary>
    /// The next message of a type. Others may come before it: a phone that joins is told again of what committed a moment ago and was not yet safe to pass on.
    /// </summary>
    public async Task<JsonElement> Next(string type)
    {
        while (true)
            if (await Next() is var (found, data) && found == type) return data;
    }

    /// <summary>The next message, or a failure after twenty seconds: on a busy machine another database's transaction may hold the line back for a while.</summary>
    public async Task<(string Type, JsonElement Data)> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var (type, data) = ("", default(JsonElement));
        while (await _lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) Cursor = line[4..];
            else if (line.StartsWith("event: ", StringComparison.Ordinal)) type = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = JsonDocument.Parse(line[6..]).RootElement;
            else if (line.Length == 0 && type is not ("" or "ping")) return (type, data);
        }
        throw new EndOfStreamException("The stream ended.");
    }

    public void Dispose() => _lines.Dispose();
}
