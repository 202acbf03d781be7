using Vesper.Customers.Pool;
using Vesper.Journals;

namespace Vesper.Customers.Archive;

/// <summary>What a line of a customer's timeline tells of. A new kind: a word here, its part in <see cref="TimelineLine"/>, a <see cref="TimelineSource"/>, and a line on the page.</summary>
enum TimelineKind { Visit, Call, Journal, Review, Deal, Grade, Move }

/// <summary>
/// One thing that happened with a customer; the part named as its kind tells it. At: what of it is known to the day only stands late on that day.
/// PhotoIds: pictures of it that the reader may open.
/// </summary>
sealed record TimelineLine(TimelineKind Kind, Guid Id, DateTimeOffset At, DateOnly Day, string MemberName)
{
    public VisitLine? Visit { get; init; }
    public CallLine? Call { get; init; }
    public TimelineJournal? Journal { get; init; }
    public TimelineReview? Review { get; init; }
    public DealView? Deal { get; init; }
    public GradeStepView? Grade { get; init; }
    public PoolMoveView? Move { get; init; }
    public IReadOnlyList<Guid> PhotoIds { get; init; } = [];
}

/// <summary>What a journal says of the customer.</summary>
sealed record TimelineJournal(IReadOnlyList<string> Texts);

sealed record TimelineReview(ReviewWith With, ReviewOutcome Outcome, Stage Stage);
