using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Kit;
using Vesper.Kit.Http;

namespace Vesper.Tests.Kit.Http;

public sealed class WebFilesTests : IAsyncLifetime
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vesper-web");
    readonly WebApplication _app;
    HttpClient _browser = null!;

    public WebFilesTests()
    {
        Write("index.html", "<p>vesper");
        Write("sw.js", "self");
        Write("assets/app-Ab12.js", "plain");
        Write("assets/app-Ab12.js.br", "as brotli");
        Write("assets/app-Ab12.js.gz", "as gzip");

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(new VesperOptions());
        _app = builder.Build();
        _app.UseSafeHeaders();
        _app.UseWebFiles(_folder.FullName);
    }

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _browser = _app.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "as brotli", "br")]
    [InlineData("gzip", "as gzip", "gzip")]
    [InlineData("br;q=0, gzip", "as gzip", "gzip")]
    [InlineData("identity", "plain", "")]
    public async Task A_browser_gets_the_smallest_file_it_can_read(string accepts, string content, string coding)
    {
        var answer = await Get("/assets/app-Ab12.js", encoding: accepts);

        (await answer.Content.ReadAsStringAsync()).ShouldBe(content);
        string.Join(',', answer.Content.Headers.ContentEncoding).ShouldBe(coding);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/javascript; charset=utf-8");
        answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
    }

    [Theory]
    [InlineData("/assets/app-Ab12.js", "public, max-age=31536000, immutable")]
    [InlineData("/sw.js", "no-cache")]
    [InlineData("/", "no-cache")]
    public async Task Only_what_carries_a_hash_in_its_name_is_kept(string path, string cache) =>
        string.Join(", ", (await Get(path, accept: "text/html, */*")).Headers.GetValues("Cache-Control")).ShouldBe(cache);

    [Theory]
    [InlineData("/", "text/html", HttpStatusCode.OK)]
    [InlineData("/customers/7", "text/html,*/*", HttpStatusCode.OK)]
    [InlineData("/assets/gone-1234.js", "*/*", HttpStatusCode.NotFound)]
    [InlineData("/api/unknown", "text/html", HttpStatusCode.NotFound)]
    [InlineData("/health/unknown", "text/html", HttpStatusCode.NotFound)]
    [InlineData("/../secret", "*/*", HttpStatusCode.NotFound)]
    public async Task A_page_of_the_app_is_its_index_and_nothing_else_is(string path, string accept, HttpStatusCode expected)
    {
        var answer = await Get(path, accept);

        answer.StatusCode.ShouldBe(expected);
        if (expected is HttpStatusCode.OK) (await answer.Content.ReadAsStringAsync()).ShouldBe("<p>vesper");
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var tag = (await Get("/index.html")).Headers.ETag!.ToString();
        var again = new HttpRequestMessage(HttpMethod.Get, "/index.html") { Headers = { { "If-None-Match", tag } } };
        (await _browser.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Scripts_and_styles_inside_a_page_are_refused()
    {
        var policy = (await Get("/", accept: "text/html")).Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldNotContain("unsafe");
    }

    Task<HttpResponseMessage> Get(string path, string accept = "*/*", string encoding = "identity") =>
        _browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept }, { "Accept-Encoding", encoding } } });

    void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
