using Vesper.Journals;

namespace Vesper.Tests.House;

sealed partial class Place
{
    /// <summary>A journal that was not shared, on a day of its own.</summary>
    public Guid Journal => Made(id => new Journal
    {
        OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, Day = new DateOnly(2000, 1, 1).AddDays(Interlocked.Increment(ref _journals)), Win = "见到关键人", SubmittedAt = Now, ChangedAt = Now, Version = 1,
    });

    static int _journals;
}
