using System.ComponentModel.DataAnnotations;

namespace Vesper.Teams;

sealed record CalendarDayView(DateOnly Day, bool Works, string Name);

sealed record ChangedDay(bool Works, [property: MaxLength(40), PlainText] string? Name);

sealed record LeaveView(Guid Id, Guid MemberId, string MemberName, DateOnly From, DateOnly Until);

/// <summary>First and last day of a leave, both included.</summary>
sealed record NewLeave(Guid MemberId, DateOnly From, DateOnly Until);
