using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Vesper.Kit.Http;

/// <summary>
/// Sends the web app as its build wrote it: a.js.br or a.js.gz beside a.js, whichever the browser takes; nothing is compressed while somebody waits.
/// A page address the server does not know is the web app's own and gets index.html.
/// </summary>
static class WebFiles
{
    static readonly (string Coding, string Ending)[] Compressed = [("br", ".br"), ("gzip", ".gz")];
    static readonly PathString[] NotPages = ["/api", "/health", "/openapi"];

    /// <param name="folder">The built web app; without it, wwwroot beside the binary or in the project. Where there is none, nothing is served.</param>
    public static void UseWebFiles(this WebApplication app, string? folder = null)
    {
        folder ??= Array.Find([Path.Combine(AppContext.BaseDirectory, "wwwroot"), Path.Combine(app.Environment.ContentRootPath, "wwwroot")], Directory.Exists);
        if (folder is null) return;

        var files = new PhysicalFileProvider(folder);
        app.Use((http, next) =>
        {
            Choose(http, files);
            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = new TypeUnderCompression(), OnPrepareResponse = Describe });
    }

    static void Choose(HttpContext http, PhysicalFileProvider files)
    {
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return;

        var path = request.Path.Value ?? "/";
        if (!files.GetFileInfo(path).Exists)
        {
            if (!IsPage(request)) return;
            path = "/index.html";
        }
        request.Path = path;
        foreach (var (coding, ending) in Compressed)
        {
            if (!Accepts(request, coding) || !files.GetFileInfo(path + ending).Exists) continue;
            request.Path = path + ending;
            return;
        }
    }

    static bool IsPage(HttpRequest request) =>
        !Array.Exists(NotPages, prefix => request.Path.StartsWithSegments(prefix, StringComparison.Ordinal)) &&
        request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    static bool Accepts(HttpRequest request, string coding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);

    static void Describe(StaticFileResponseContext sent)
    {
        var headers = sent.Context.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        foreach (var (coding, ending) in Compressed)
            if (sent.File.Name.EndsWith(ending, StringComparison.Ordinal)) headers.ContentEncoding = coding;

        // Vite puts a hash of the content into the name of every file in assets; all else keeps its name when it changes.
        headers.CacheControl = sent.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
    }

    sealed class TypeUnderCompression : IContentTypeProvider
    {
        readonly FileExtensionContentTypeProvider _types = new();

        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType)
        {
            foreach (var (_, ending) in Compressed)
                if (subpath.EndsWith(ending, StringComparison.Ordinal)) subpath = subpath[..^ending.Length];
            if (!_types.TryGetContentType(subpath, out contentType)) return false;
            if (contentType is "text/html" or "text/css" or "text/javascript") contentType += "; charset=utf-8";
            return true;
        }
    }
}
