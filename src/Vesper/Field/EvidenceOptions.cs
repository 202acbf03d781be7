using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Field;

sealed record EvidenceOptions
{
    /// <summary>Metres around a customer whose own radius is not set: a factory yard.</summary>
    [From(D)] public double RadiusMetres { get; init; } = 300;

    /// <summary>A position vaguer than this says little about any door.</summary>
    [From(D)] public double CoarseMetres { get; init; } = 1_000;

    /// <summary>Faster than the fastest train between two check-ins is not a journey.</summary>
    [From(D)] public double PlausibleKmh { get; init; } = 350;

    [From(D)] public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(10);
}
