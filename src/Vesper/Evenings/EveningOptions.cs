using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Evenings;

/// <summary>The numbers of an evening, in minutes unless the name says otherwise.</summary>
sealed record EveningOptions
{
    [From(D)] public int Minutes { get; init; } = 30;

    /// <summary>The session stops here whatever is left (tired people share badly).</summary>
    [From(D)] public int HardStop { get; init; } = 45;

    /// <summary>Ends before this hour of the team's day, or is flagged as overtime (L).</summary>
    [From(D)] public TimeOnly EndsBefore { get; init; } = new(20, 0);

    /// <summary>Below this no honest agenda of four acts exists; a shorter wish is refused.</summary>
    [From(D)] public int LeastMinutes { get; init; } = 10;

    /// <summary>Sessions a case, a story or a member's turn may be passed over; then it is taken.</summary>
    [From(D)] public int LongestWait { get; init; } = 3;

    /// <summary>All of 倒垃圾, the mood dots included.</summary>
    [From(D)] public int Relief { get; init; } = 8;
    [From(D)] public int Mood { get; init; } = 1;
    [From(D)] public int SpokenTurn { get; init; } = 2;

    /// <summary>A day with so many rejections earns a turn of its own in the spoken round.</summary>
    [From(D)] public int HeavyDay { get; init; } = 3;

    /// <summary>Visits at which no key person was met that raise KP未见.</summary>
    [From(D)] public int VisitsWithoutKp { get; init; } = 2;

    /// <summary>Days after which an untold story no longer comes up by itself.</summary>
    [From(D)] public int OldestOffer { get; init; } = 14;

    [From(S)] public int MostCases { get; init; } = 3;
    [From(D)] public int Case { get; init; } = 5;
    [From(D)] public int CaseAtLeast { get; init; } = 3;
    [From(D)] public int CaseAtMost { get; init; } = 8;

    /// <summary>KP未见 that nobody asked about, offered beside the agenda at most.</summary>
    [From(D)] public int SignalsShown { get; init; } = 3;

    [From(D)] public int MostStories { get; init; } = 3;
    [From(D)] public int Story { get; init; } = 3;
    [From(D)] public int StoryAtLeast { get; init; } = 2;
    [From(D)] public int StoryAtMost { get; init; } = 5;

    /// <summary>A member nobody has heard for too long is asked for her best moment of today; so many minutes for all of them.</summary>
    [From(D)] public int TurnsAtMost { get; init; } = 4;

    /// <summary>When an act has no material its question is asked instead; each answer takes about this long.</summary>
    [From(D)] public int QuestionAtMost { get; init; } = 10;
    [From(D)] public int AnswerSeconds { get; init; } = 30;

    /// <summary>Up to this many answers of yesterday take one minute, more take two.</summary>
    [From(D)] public int CommitmentsAMinute { get; init; } = 4;

    [From(D)] public int CheckoutSeconds { get; init; } = 20;

    /// <summary>Checkout takes at most one part in so many of the evening; with less than ten seconds each, all tap at once.</summary>
    [From(D)] public int CheckoutShare { get; init; } = 4;
    [From(D)] public int CheckoutLeastSeconds { get; init; } = 10;

    [From(S)] public int QuestionsAnAdviser { get; init; } = 2;
    [From(D)] public int AdvisersACase { get; init; } = 2;

    /// <summary>Deals through a stage before a conversion counts as proven.</summary>
    [From(D)] public int ProvenDeals { get; init; } = 5;

    /// <summary>Weight of the team's average in a member's conversion, as so many deals.</summary>
    [From(R)] public int ShrinkDeals { get; init; } = 5;

    /// <summary>The shortest form of all four acts fits the shortest evening. Checked at start and before composing.</summary>
    public bool Sound =>
        LeastMinutes <= HardStop && MostCases > 0 && MostStories > 0 && CheckoutShare > 0 && CheckoutSeconds > 0 && AnswerSeconds > 0 && LongestWait > 0 &&
        CaseAtLeast > 0 && StoryAtLeast > 0 && Mood > 0 &&
        Mood + ShortestCommitments + ShortestTurns + CaseAtLeast + StoryAtLeast + Math.Max(1, LeastMinutes / CheckoutShare) <= LeastMinutes;

    public const int ShortestCommitments = 1, ShortestTurns = 1;
}
