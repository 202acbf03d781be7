using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Vesper.Kit.Http.Lan;

/// <summary>How a phone comes to trust this server: one file to load, the steps for its system, and a button. A phone that trusts already goes straight on.</summary>
static class TrustPage
{
    public static Task AnswerAsync(HttpContext http, LanIdentity identity, LanPorts ports)
    {
        if (http.Request.Path == "/trust/vesper.crt") return AuthorityAsync(http, identity);
        if (http.Request.Path == "/trust/seen") return SeenAsync(http);
        if (http.Request.Path != "/trust")
        {
            http.Response.Redirect("/trust");
            return Task.CompletedTask;
        }

        var home = $"https://{http.Request.Host.Host}:{ports.Https}";
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; connect-src {(Uri.CheckHostName(http.Request.Host.Host) is UriHostNameType.Unknown ? "'none'" : home)}; base-uri 'none'";
        return http.Response.WriteAsync(Page(System.Net.WebUtility.HtmlEncode(home)));
    }

    static Task AuthorityAsync(HttpContext http, LanIdentity identity)
    {
        http.Response.ContentType = "application/x-x509-ca-cert";
        http.Response.Headers.ContentDisposition = "attachment; filename=vesper.crt";
        return http.Response.Body.WriteAsync(identity.Authority.Export(X509ContentType.Cert)).AsTask();
    }

    /// <summary>Tells the page on the other port that this phone takes the certificate; another port is another origin.</summary>
    static Task SeenAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Task.CompletedTask;
    }

    static string Hash(string inline) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline)))}";

    const string Style = "body{font:17px/1.6 system-ui,sans-serif;max-width:34rem;margin:auto;padding:24px;background:#faf7f2;color:#211c18}a.b{display:block;text-align:center;background:#c74e17;color:#fff;padding:14px;border-radius:24px;text-decoration:none;margin:16px 0}a.o{background:none;color:#c74e17;border:1.5px solid}li,p{margin:6px 0}summary{padding:12px 0;font-weight:600}small{color:#6d635a}";

    // Only a phone that trusts the certificate gets an answer.
    const string Script = "const to=document.getElementById('open').href;fetch(to+'trust/seen',{mode:'no-cors'}).then(()=>location.replace(to),()=>{})";

    static string Page(string home) => $"""
        <!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Vesper 晚分享</title><style>{Style}</style>
        <h1>让手机信任 Vesper</h1>
        <p>只做一次。证书只对局域网有效，管不到别的网站。<br><small>Once only. The certificate counts in local networks and for no other site.</small></p>
        <a class="b" href="/trust/vesper.crt">1 下载证书 · Get the certificate</a>
        <details open><summary>iPhone · iPad</summary><ol>
        <li>用 Safari 打开本页下载，点“允许”。<br><small>Open this page in Safari, download, tap Allow.</small></li>
        <li>设置 → 已下载描述文件 → 安装。<br><small>Settings → Profile Downloaded → Install.</small></li>
        <li>设置 → 通用 → 关于本机 → 证书信任设置 → 打开 Vesper LAN。<br><small>Settings → General → About → Certificate Trust Settings → switch on Vesper LAN.</small></li></ol></details>
        <details><summary>Android</summary><ol>
        <li>设置里搜索“CA 证书”→ 仍然安装 → 选 vesper.crt。<br><small>Search Settings for “CA certificate” → Install anyway → choose vesper.crt.</small></li>
        <li>回到 Chrome 打开下面的按钮。<br><small>Go back to Chrome and use the button below.</small></li></ol></details>
        <details><summary>HarmonyOS 鸿蒙</summary><ol>
        <li>设置 → 安全 → 更多安全设置 → 加密和凭据 → 从存储设备安装 → 选 vesper.crt。<br><small>Settings → Security → More security settings → Encryption &amp; credentials → Install from storage → choose vesper.crt.</small></li>
        <li>回到浏览器打开下面的按钮。<br><small>Go back to the browser and use the button below.</small></li></ol></details>
        <a class="b o" id="open" href="{home}/">2 打开 Vesper · Open Vesper</a>
        <script>{Script}</script></html>
        """;
}
