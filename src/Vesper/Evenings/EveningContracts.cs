using System.ComponentModel.DataAnnotations;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Relief;

namespace Vesper.Evenings;

/// <summary>What a host does, on the version he saw.</summary>
sealed record AtVersion([property: Range(0, int.MaxValue)] int Version);

sealed record NewCourse([property: Range(0, int.MaxValue)] int Version, Guid ItemId);

/// <summary>The whole list in its new order; what is not on it is dropped.</summary>
sealed record NewAgenda([property: Range(0, int.MaxValue)] int Version, [property: Required, MinLength(1), MaxLength(60)] IReadOnlyList<AgendaWish> Items);

/// <summary>An item that is there already, by its id; or a new one, by its kind: case, story or questions.</summary>
sealed record AgendaWish(Guid? Id, AgendaKind? Kind, Guid? CaseId, Guid? StoryId, Guid? MemberId, [property: MaxLength(100)] string? Title, [property: Range(1, 45)] int Minutes);

sealed record NewCheckout(Takeaway Takeaway, FirstVisit? FirstVisit);

/// <summary>Tomorrow's first visit; it stands in the day plan.</summary>
sealed record FirstVisit(Guid CustomerId, [property: Required(AllowEmptyStrings = true), MaxLength(100)] string Purpose);

sealed record NewMood([property: Range(1, 5)] int Mood);

sealed record NewTurn(bool Wants);

sealed record NewSpeaker(Guid? MemberId);

sealed record CaseText(
    Guid? CustomerId, Stage Stage, bool KpMet,
    [property: Required(AllowEmptyStrings = true), MaxLength(300)] string BlockedBy, [property: Required(AllowEmptyStrings = true), MaxLength(200)] string Wanted);

sealed record NewAdvice([property: Required, MaxLength(300)] string Text);

sealed record StoryText(
    Guid? CustomerId, Stage Stage, [property: Required(AllowEmptyStrings = true), MaxLength(1000)] string How,
    [property: Required(AllowEmptyStrings = true), MaxLength(500)] string Methods, [property: Required(AllowEmptyStrings = true), MaxLength(500)] string Learned);

sealed record NewCommitment(CommitmentOrigin Origin, Guid? OriginId, [property: MaxLength(300)] string? Text, DateOnly DueOn);

sealed record CommitmentAnswer(CommitmentState State, [property: Required(AllowEmptyStrings = true), MaxLength(300)] string Result);

/// <summary>An evening as phones and the stage see it. Cursor: open the live stream after it. Now: the server's clock, for the rings.</summary>
sealed record EveningView(
    Guid Id, Guid TeamId, string TeamName, DateOnly Day, EveningState State, int Minutes, int HardStopMinutes, bool Overtime, int Version, string Cursor, DateTimeOffset Now,
    Guid? HostId, string? HostName, bool CanHost, bool IsHost, DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt, Guid? CurrentItemId,
    IReadOnlyList<ItemView> Items, IReadOnlyList<LeftOutView> LeftOut, IReadOnlyList<AttendeeView> Members, ReliefView Relief, CurrentView Current);

/// <summary>Subjects: more than one when small tables talk side by side; memberId, caseId and storyId are the first one's.</summary>
sealed record ItemView(
    Guid Id, Act Act, AgendaKind Kind, int Position, int Minutes, string Title, string TitleEn, string Reason, string ReasonEn,
    Guid? MemberId, string? MemberName, Guid? CaseId, Guid? StoryId, IReadOnlyList<SubjectView> Subjects, ItemState State, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt);

sealed record SubjectView(Guid? MemberId, string? MemberName, Guid? CaseId, Guid? StoryId, Guid? CommitmentId);

/// <summary>What has no place tonight, and why; the host brings it back by its id.</summary>
sealed record LeftOutView(Guid Id, AgendaKind Kind, string Title, string TitleEn, string Reason, string ReasonEn, Guid? MemberId, Guid? CaseId, Guid? StoryId, ItemState State);

sealed record AttendeeView(Guid MemberId, string Name, Role Role, bool Present, Takeaway? Takeaway, string? FirstVisit);

sealed record ReliefView(IReadOnlyList<MoodDot> Dots, int Moods, bool Mine, int MeToo, bool MyMeToo, IReadOnlyList<TurnView> Turns, bool MyTurn);

sealed record TurnView(Guid MemberId, string? MemberName, TurnState State, DateTimeOffset? StartedAt, int Heard);

/// <summary>What the stage shows now. Cases and stories hold all tables of an item that runs side by side; case and story the first.</summary>
sealed record CurrentView(CaseView? Case, StoryView? Story, IReadOnlyList<CommitmentView> Commitments, IReadOnlyList<CaseView> Cases, IReadOnlyList<StoryView> Stories)
{
    public static readonly CurrentView Nothing = new(null, null, [], [], []);
}

/// <summary>An evening in the list.</summary>
sealed record EveningLine(Guid Id, DateOnly Day, EveningState State, int Heard, int Cases, int Stories, int Commitments);

/// <summary>VisitId: the visit whose call for help it was; what the feed answered stands among the advices.</summary>
sealed record CaseView(
    Guid Id, Guid MemberId, string MemberName, Guid? CustomerId, string CustomerName, string? Industry, int? Employees, Stage Stage, bool KpMet, int KpUnmetVisits, Grade? Grade,
    string BlockedBy, string Wanted, CaseState State, DateOnly Day, int TimesCarried, bool Mine, IReadOnlyList<AdviceView> Advices, IReadOnlyList<AdviserView> Advisers, Guid? VisitId);

/// <summary>Commitment: what the asker made of it.</summary>
sealed record AdviceView(Guid Id, Guid AuthorId, string AuthorName, string Text, DateTimeOffset At, bool Accepted, PromiseView? Commitment);

sealed record PromiseView(DateOnly DueOn);

sealed record AdviserView(Guid MemberId, string Name, string Reason, string ReasonEn);

/// <summary>Until it is told, only its teller reads how, methods and learned.</summary>
sealed record StoryView(
    Guid Id, Guid MemberId, string MemberName, Guid? CustomerId, string CustomerName, StoryTrigger Trigger, long? AmountFen, Stage Stage,
    string How, string Methods, string Learned, bool Told, bool Mine, int Thanks, bool IThanked, IReadOnlyList<TrierView> Tries, bool ITry);

sealed record TrierView(Guid MemberId, string Name);

/// <summary>Due: to be asked for now.</summary>
sealed record CommitmentView(
    Guid Id, Guid MemberId, string MemberName, CommitmentOrigin Origin, Guid? OriginId, string? OriginText, Guid? CustomerId, string CustomerName,
    string Text, DateOnly DueOn, CommitmentState State, string Result, DateTimeOffset? AnsweredAt, bool Mine, bool Due);
