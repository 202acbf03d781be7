using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Field;

sealed record FieldOptions
{
    /// <summary>A phone's clock may be ahead of ours by this much.</summary>
    [From(D)] public TimeSpan ClockAhead { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What waited longer in a phone than this is no longer taken.</summary>
    [From(D)] public TimeSpan Oldest { get; init; } = TimeSpan.FromDays(14);

    /// <summary>A check-in that waited longer was made without a network: it is not refused for the hour, but keeps no point.</summary>
    [From(D)] public TimeSpan Queued { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A shorter visit does not count as effective.</summary>
    [From(D)] public int EffectiveMinutes { get; init; } = 10;

    /// <summary>火力支持 is answered within this, or goes on to the manager.</summary>
    [From(D)] public TimeSpan HelpWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A call for help is shown to those it rings for so long.</summary>
    [From(D)] public TimeSpan HelpShown { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Calls for help shown at once, the newest.</summary>
    [From(D)] public int HelpCallsMost { get; init; } = 30;

    /// <summary>Comments under one line, at most.</summary>
    [From(D)] public int CommentsMost { get; init; } = 500;
}
