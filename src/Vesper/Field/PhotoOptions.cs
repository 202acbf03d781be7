using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Field;

sealed record PhotoOptions
{
    /// <summary>A photo of 1600 pixels from the phone's canvas has about 0.4 MB.</summary>
    [From(D)] public int MostBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>More pixels than this are no photo of a phone's canvas but an attempt to fill somebody's memory.</summary>
    [From(D)] public long MostPixels { get; init; } = 50_000_000;

    /// <summary>Photos a member may send in 24 hours.</summary>
    [From(D)] public int MostADay { get; init; } = 200;

    /// <summary>The small one that stands in lists: 480 pixels from the phone's canvas have about 30 kB.</summary>
    [From(D)] public int MostThumbBytes { get; init; } = 200 * 1024;
    [From(D)] public int MostThumbPixels { get; init; } = 640;

    /// <summary>A photo that nothing names goes after this; a phone may be without a network for long between the two.</summary>
    [From(D)] public TimeSpan Unshown { get; init; } = TimeSpan.FromDays(30);

    /// <summary>A file that no photo names goes after this.</summary>
    [From(D)] public TimeSpan Unnamed { get; init; } = TimeSpan.FromDays(1);
}
