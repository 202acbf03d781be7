using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Notices;

/// <summary>A browser with a subscription: it opens what was sealed for it, the way RFC 8291 has it done at that end.</summary>
sealed class FakeBrowser : IDisposable
{
    readonly ECDiffieHellman _pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    public FakeBrowser()
    {
        var q = _pair.ExportParameters(false).Q;
        Key = [4, .. q.X!, .. q.Y!];
    }

    public byte[] Key { get; }
    public byte[] Secret { get; } = RandomNumberGenerator.GetBytes(16);
    public string Name { get; } = $"{Guid.CreateVersion7():N}";

    public object Subscription(string origin) => new { endpoint = $"{origin}/{Name}", p256dh = Base64Url.EncodeToString(Key), auth = Base64Url.EncodeToString(Secret) };

    public byte[] Open(byte[] message)
    {
        var (salt, record, length) = (message[..16], BinaryPrimitives.ReadInt32BigEndian(message.AsSpan(16)), message[20]);
        record.ShouldBeGreaterThanOrEqualTo(message.Length - 21 - length);
        var theirs = message[21..(21 + length)];
        using var them = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = theirs[1..33], Y = theirs[33..] } });
        var material = HKDF.DeriveKey(HashAlgorithmName.SHA256, _pair.DeriveRawSecretAgreement(them.PublicKey), 32, Secret, [.. "WebPush: info\0"u8, .. Key, .. theirs]);
        var sealedText = message[(21 + length)..];
        var text = new byte[sealedText.Length - 16];
        using var cipher = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 16, salt, [.. "Content-Encoding: aes128gcm\0"u8]), 16);
        cipher.Decrypt(HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 12, salt, [.. "Content-Encoding: nonce\0"u8]), sealedText[..^16], sealedText[^16..], text);
        text[^1].ShouldBe((byte)2, "the mark of the last record");
        return text[..^1];
    }

    public void Dispose() => _pair.Dispose();
}

/// <summary>A push service on this machine, as strict as the real ones: headers, signature, size.</summary>
sealed class FakePush : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentQueue<(FakeBrowser Browser, JsonElement Text, IReadOnlyDictionary<string, string> Headers)> _taken = new();
    readonly ConcurrentDictionary<string, FakeBrowser> _browsers = new(StringComparer.Ordinal);

    FakePush(WebApplication app) => _app = app;

    public string Origin { get; private set; } = "";

    /// <summary>What it answers to the next requests of a browser; 201 when nothing is set.</summary>
    public ConcurrentDictionary<string, Queue<int>> Answers { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<(FakeBrowser Browser, JsonElement Text, IReadOnlyDictionary<string, string> Headers)> Taken => [.. _taken];

    public static async Task<FakePush> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var app = builder.Build();
        var push = new FakePush(app);
        app.MapPost("/{name}", push.TakeAsync);
        await app.StartAsync();
        push.Origin = app.Urls.First();
        return push;
    }

    public async Task<FakeBrowser> SubscribeAsync(Person person)
    {
        var browser = new FakeBrowser();
        _browsers[browser.Name] = browser;
        (await person.Put("/api/me/push-subscriptions", browser.Subscription(Origin))).ShouldBeEmpty();
        return browser;
    }

    async Task<IResult> TakeAsync(string name, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (Answers.TryGetValue(name, out var answers) && answers.TryDequeue(out var status)) return Results.StatusCode(status);
        if (!_browsers.TryGetValue(name, out var browser)) return Results.StatusCode(410);
        if (request.Headers.ContentEncoding != "aes128gcm" || !long.TryParse(request.Headers["TTL"], out _) || body.Length > 4096) return Results.StatusCode(400);
        if (request.Headers["Topic"].ToString() is not { Length: <= 32 }) return Results.StatusCode(400);
        var authorization = request.Headers.Authorization.ToString();
        var claims = Verify(authorization[8..].Split(", k=")[0], authorization.Split(", k=")[1]);
        if (claims.GetProperty("aud").GetString() != Origin) return Results.StatusCode(403);
        _taken.Enqueue((browser, JsonDocument.Parse(browser.Open(body.ToArray())).RootElement,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        return Results.StatusCode(201);
    }

    /// <summary>The claims of a token whose signature holds.</summary>
    public static JsonElement Verify(string token, string key)
    {
        var point = Base64Url.DecodeFromChars(key);
        using var signer = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } });
        var parts = token.Split('.');
        signer.VerifyData(System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).ShouldBeTrue();
        return JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
