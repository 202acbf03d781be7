namespace Vesper.Kit.Jobs;

/// <summary>
/// Work that nobody asks for: every so often, or at night, once for each organisation. One of several servers does it; one that dies is followed by another.
/// So a job finds by itself what is left to do, in batches of well under a second through <see cref="JobRun.Write{T}"/>, and doing it twice changes nothing more.
/// A room adds one by <c>services.AddSingleton&lt;Job, XJob&gt;()</c>.
/// </summary>
abstract class Job(string name, Schedule when)
{
    /// <summary>Stays the same for ever: it is the key of what was done. Lower case with dashes, at most 40 letters.</summary>
    public string Name => name;

    public Schedule When => when;

    public abstract Task RunAsync(JobRun run, CancellationToken stop);
}

/// <summary>An organisation as the jobs know it. Since: before this there was nothing to do for it.</summary>
sealed record Tenant(Guid OrgId, TimeZoneInfo Zone, DateTimeOffset Since);

/// <summary>Reads all organisations; given by the room that keeps them.</summary>
delegate Task<IReadOnlyList<Tenant>> LoadTenants(CancellationToken stop);
