namespace Vesper.Kit.Http;

/// <summary>A page of another site cannot make a member's browser change something here: the browser itself says where a request comes from.</summary>
sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method);
        var from = (string?)http.Request.Headers["Sec-Fetch-Site"];
        if (!reads && from is not (null or "same-origin" or "none"))
            throw new Refusal("request.cross-site", "This request comes from another site.", StatusCodes.Status403Forbidden);
        return next(http);
    }
}
