using Vesper.Kit.Access;

namespace Vesper.Journals;

/// <summary>日志: the daily journal, coaching replies, proposals for the archive.</summary>
static class JournalsRoom
{
    public static void AddJournals(this IServiceCollection services) => services.AddSingleton(new JournalOptions());

    public static void MapJournals(this IEndpointRouteBuilder api)
    {
        // Those who walk into companies write; the desk, HR and administrators read no journal.
        var room = api.MapGroup("").WithTags("Journals").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(403).ProducesProblem(409);
        room.MapReading();
        room.MapWriting();
        room.MapQueue();
        room.MapReplies();
        room.MapReviews();
        room.MapProposals();
        api.MapTemplates();
    }
}
