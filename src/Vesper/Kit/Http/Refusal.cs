namespace Vesper.Kit.Http;

/// <summary>A rule said no. Answered as 409 with a stable code that the web app translates; nothing was written.</summary>
sealed class Refusal(string code, string message, int status = StatusCodes.Status409Conflict) : Exception(message)
{
    public string Code => code;
    public int Status => status;
}

/// <summary>The database or the server is away for a moment: 503 with Retry-After; the request may be sent again.</summary>
sealed class Unavailable(string message, Exception? inner = null) : Exception(message, inner);
