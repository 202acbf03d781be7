namespace Vesper.Customers.Archive;

/// <summary>What the archive of a customer is made of.</summary>
static class ArchiveSetup
{
    public static IServiceCollection AddArchive(this IServiceCollection services) => services
        .AddSingleton(new AssetOptions())
        .AddSingleton<TimelineSource, VisitsTimeline>().AddSingleton<TimelineSource, CallsTimeline>().AddSingleton<TimelineSource, JournalsTimeline>().AddSingleton<TimelineSource, ReviewsTimeline>()
        .AddSingleton<TimelineSource, DealsTimeline>().AddSingleton<TimelineSource, GradesTimeline>().AddSingleton<TimelineSource, MovesTimeline>();

    public static void MapArchive(this IEndpointRouteBuilder api)
    {
        api.MapTimeline();
        api.MapAssets();
    }
}
