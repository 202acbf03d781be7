using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Vesper.Kit.Data;

namespace Vesper.Kit.Http;

/// <summary>Every error leaves as application/problem+json with a stable <c>code</c>; a bug says its trace id and nothing inside.</summary>
sealed class Problems(IProblemDetailsService problems, DbEngine engine) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception error, CancellationToken cancellationToken)
    {
        var (status, code, title) = error switch
        {
            Refusal refusal => (refusal.Status, refusal.Code, refusal.Message),
            BadHttpRequestException { StatusCode: 413 } => (413, "request.too-large", "The request is too large."),
            BadHttpRequestException => (400, "request.malformed", "The request could not be read."),
            Unavailable => (503, "server.unavailable", "The server cannot answer right now; nothing was changed."),
            OperationCanceledException when http.RequestAborted.IsCancellationRequested => (499, "request.aborted", "The caller left."),
            _ when engine.IsOutage(error) => (503, "server.unavailable", "The server cannot answer right now; nothing was changed."),
            _ => (500, "server.fault", "Something went wrong on our side; nothing was changed."),
        };
        http.Response.StatusCode = status;
        if (status == 503) http.Response.Headers.RetryAfter = "2";
        return await problems.TryWriteAsync(new()
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails { Status = status, Title = title, Extensions = { ["code"] = code } },
        });
    }

    /// <summary>Gives answers that the framework makes (404, 405, 415, validation) their code and drops what tells of the inside.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Type = null;
        problem.Extensions.TryAdd("code", problem switch
        {
            HttpValidationProblemDetails => "request.invalid",
            { Status: 400 } => "request.malformed",
            { Status: 401 } => "session.required",
            { Status: 403 } => "access.denied",
            { Status: 404 } => "not-found",
            { Status: 405 } => "request.method",
            { Status: 413 } => "request.too-large",
            { Status: 415 } => "request.media-type",
            { Status: 429 } => "request.too-many",
            _ => "server.fault",
        });
        problem.Extensions["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
    }
}
