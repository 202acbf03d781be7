using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Journals;

sealed record JournalOptions
{
    /// <summary>Workdays a journal may wait for its answer. They count on the supervisor's side, never on the rep's.</summary>
    [From(S)] public int AnswerWithin { get; init; } = 1;

    /// <summary>Days after which an unanswered journal leaves the queue; what was not said by then is said in person.</summary>
    [From(D)] public int QueueDays { get; init; } = 30;

    /// <summary>Extra fields a template may hold; more than <see cref="Fields"/> and three minutes are no longer true, which its editor says.</summary>
    [From(D)] public int MostFields { get; init; } = 12;
    [From(D)] public int Fields { get; init; } = 5;

    /// <summary>Earlier journals a new one is compared with, for the writer's own eyes.</summary>
    [From(D)] public int AlikeBack { get; init; } = 10;

    /// <summary>From this share of common pairs of letters, per cent, a journal is called alike.</summary>
    [From(D)] public int AlikeFrom { get; init; } = 60;
}
