namespace Vesper.Tests;

/// <summary>The databases Vesper runs on; <see cref="EachEngineAttribute"/> hands a test one after the other.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

static class EngineSupply
{
    /// <summary>Connection string of a throw-away PostgreSQL server whose user may create databases; null when there is none.</summary>
    public static string? Postgres => Given("VESPER_TEST_POSTGRES");

    /// <summary>Where CI runs, a test that cannot run is a failure: a green build has been tested on both engines.</summary>
    public static bool NothingSkipped => string.Equals(Given("VESPER_NOTHING_SKIPPED"), "1", StringComparison.Ordinal);

    /// <summary>Why a test cannot run on this engine here; null when it can.</summary>
    public static string? Missing(Engine engine) =>
        engine is Engine.Postgres && Postgres is null ? "No PostgreSQL: VESPER_TEST_POSTGRES is not set (./test starts one)" : null;

    static string? Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
