using Vesper.Kit.Access;
using Vesper.Kit.Jobs;
using Vesper.Kit.Live;
using Vesper.Relief;

namespace Vesper.Evenings;

/// <summary>晚分享: the session, its four acts, cases, stories, commitments.</summary>
static class EveningsRoom
{
    public static void AddEvenings(this IServiceCollection services) => services
        .AddSingleton(new EveningOptions()).AddScoped<EveningScreen>().AddScoped<EveningWrites>()
        .AddSingleton<Consumer, JournalPromises>().AddSingleton<Consumer, ReviewPromises>().AddSingleton<Job, ReliefJob>().AddSingleton<Job, DueJob>();

    public static void MapEvenings(this IEndpointRouteBuilder api)
    {
        // The desk, HR and administrators hear no team's evening.
        var room = api.MapGroup("").WithTags("Evenings").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(403);
        room.MapEveningReads();
        room.MapHost();
        room.MapTakingPart();
        room.MapReliefAct();
        room.MapCases();
        room.MapStories();
        room.MapCommitments();
    }
}
