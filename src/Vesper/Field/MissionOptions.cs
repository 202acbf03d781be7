using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Field;

sealed record MissionOptions
{
    /// <summary>A mission is planned this many days ahead, at most.</summary>
    [From(D)] public int Ahead { get; init; } = 60;

    /// <summary>Companies offered for an area at once, the nearest to its middle.</summary>
    [From(D)] public int AreaMost { get; init; } = 120;

    /// <summary>How far around the meeting point an area is looked for, in metres.</summary>
    [From(D)] public double AreaMetres { get; init; } = 8_000;

    /// <summary>From this many members on, one takes the middle and the others the sides.</summary>
    [From(S)] public int MiddleFrom { get; init; } = 3;
}
