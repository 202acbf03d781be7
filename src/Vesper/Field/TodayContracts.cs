namespace Vesper.Field;

/// <summary>
/// A member's day: what she meant to do, what she did, whom she phoned, how often she was refused at doors and on the phone.
/// Next: the next workday. Practice: a line to begin the day with, until the first check-in.
/// </summary>
sealed record TodayView(
    DateOnly Day, DateOnly Next, IReadOnlyList<PlannedVisitView> PlannedVisits, IReadOnlyList<DayVisitView> Visits, IReadOnlyList<CallView> Calls, int Rejections,
    PracticeView? Practice);

/// <summary>One of my visits of the day, with the company's address for the sketch map.</summary>
sealed record DayVisitView(VisitView Visit, string ContactName, Address? Address);

/// <summary>From: the customer an own advice was tried at, or whose play it is.</summary>
sealed record PracticeView(PracticeKind Kind, string Text, string From);
