using Vesper.Kit.Jobs;
using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>外勤: day plan, check-in, visit, the battle team's feed.</summary>
static class FieldRoom
{
    public static void AddField(this IServiceCollection services) => services
        .AddSingleton(new FieldOptions()).AddSingleton(new EvidenceOptions()).AddSingleton(new PhotoOptions()).AddSingleton(new MissionOptions()).AddScoped<MissionWrites>()
        .AddSingleton(new PlanOptions()).AddSingleton(new PlanOptions().Aim()).AddSingleton(new LocationOptions()).AddSingleton<Job, LocationJob>().AddSingleton<Job, PhotosJob>().AddSingleton<Job, PhotoFilesJob>().AddScoped<FeedLines>()
        .AddSingleton<Consumer, FieldConsumer>().AddSingleton<Consumer, ReviewLines>().AddSingleton<Consumer, FeedSearchConsumer>().AddHostedService<FeedSearchFill>().AddSingleton<Job, HelpJob>().AddSingleton<Job, ErasureJob>();

    public static void MapField(this IEndpointRouteBuilder api)
    {
        api.MapCheckIns();
        api.MapCheckInTerms();
        api.MapProofs();
        api.MapVisitProofs();
        api.MapOutcomes();
        api.MapCalls();
        api.MapPhotos();
        api.MapFeed();
        api.MapPosts();
        api.MapComments();
        api.MapReactions();
        api.MapHelpCalls();
        api.MapToday();
        api.MapPlans();
        api.MapMissions();
        api.MapProposals();
        api.MapLocations();
        api.MapTiles();
    }
}
