using System.ComponentModel.DataAnnotations;
using Vesper.Field;

namespace Vesper.Customers.JointVisits;

/// <summary>CompanionId: one who leads the customer's owner; left out it is me, or who leads me directly.</summary>
sealed record NewJointVisit(
    Guid CustomerId,
    DateOnly Day,
    [property: Required] JointMode? Mode,
    [property: Required, MinLength(2), MaxLength(100)] string Goal,
    [property: MaxLength(100)] string? Who = null,
    [property: MaxLength(200)] string? Watch = null,
    Guid? CompanionId = null);

sealed record NewDebrief([property: MaxLength(300)] string? Kept, [property: MaxLength(300)] string? Change);

/// <summary>Coming: not held yet, the nearest first. Items: the others, newest first.</summary>
sealed record JointVisitPage(IReadOnlyList<JointVisitView> Coming, IReadOnlyList<JointVisitView> Items, string? Next);

/// <summary>At: the time the customer agreed to. Held: two check-ins tied themselves to it. Outcome, KpMet, KpMinutes: of the rep's visit. Mine: I am one of the two.</summary>
sealed record JointVisitView(
    Guid Id, Guid CustomerId, string CustomerName, Guid MemberId, string MemberName, Guid CompanionId, string CompanionName, JointMode Mode, DateOnly Day, TimeOnly? At,
    string Goal, string Who, string Watch, bool Held, bool Dropped, VisitOutcome? Outcome, bool? KpMet, int? KpMinutes, DebriefView ByRep, DebriefView ByCompanion, bool Mine, bool MayDebrief,
    DateTimeOffset CreatedAt);

sealed record DebriefView(string Kept, string Change);

/// <summary>The rep's days before and after. Few: too few visits to say anything from. DaysOver: of the days after, those that are over.</summary>
sealed record JointEffectView(int Days, int DaysOver, bool Few, JointMonthView Before, JointMonthView After);

sealed record JointMonthView(int Visits, int KpMet, int Advances, int Deals);
