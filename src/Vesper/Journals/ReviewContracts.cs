using System.ComponentModel.DataAnnotations;
using Vesper.Customers;
using Vesper.Field;

namespace Vesper.Journals;

/// <summary>目标 · 实际 · 原因 · 下次 along one dimension. What was done, not by whom.</summary>
sealed record ReviewPoint(
    [property: Required] ReviewDimension? Dimension,
    [property: Required(AllowEmptyStrings = true), MaxLength(200)] string Goal,
    [property: Required(AllowEmptyStrings = true), MaxLength(200)] string Actual,
    [property: Required(AllowEmptyStrings = true), MaxLength(200)] string Cause,
    [property: Required(AllowEmptyStrings = true), MaxLength(200)] string Next);

/// <summary>What somebody of the team will do by a day; it becomes a commitment, asked for in the evening. Id: made by the phone.</summary>
sealed record ReviewPromise(Guid Id, Guid MemberId, [property: Required, MaxLength(200)] string Text, DateOnly DueOn);

/// <summary>A review as it is closed: of a deal or of a visit, never both.</summary>
sealed record NewReview(
    Guid CustomerId,
    ReviewWith With,
    [property: Required, MinLength(1), MaxLength(5)] IReadOnlyList<ReviewPoint> Points,
    [property: Required, MinLength(1), MaxLength(3)] IReadOnlyList<ReviewPromise> Promises,
    Guid? DealId = null,
    Guid? VisitId = null);

/// <summary>What happened, before anybody explains it. MayHost: how this member may hold the review. Members: who may promise something.</summary>
sealed record ReviewFacts(
    Guid CustomerId, string CustomerName, string Industry, Stage Stage, ReviewOutcome Outcome, string MemberName, ReviewWith? MayHost,
    IReadOnlyList<ReviewVisit> Visits, IReadOnlyList<DealView> Deals, IReadOnlyList<GradeStepView> GradeHistory, IReadOnlyList<FactView> Facts, IReadOnlyList<ReviewMember> Members);

/// <summary>A visit at the customer, as its outcome told. PhotoIds: each photo opens to whom it may.</summary>
sealed record ReviewVisit(Guid Id, string MemberName, DateOnly Day, VisitOutcome? Outcome, bool? KpMet, int? KpMinutes, string NextStep, string Note, IReadOnlyList<Guid> PhotoIds);

sealed record ReviewMember(Guid Id, string Name);

/// <summary>A line of the list.</summary>
sealed record ReviewRow(Guid Id, string CustomerName, string MemberName, ReviewWith With, ReviewOutcome Outcome, Stage Stage, string Industry, DateOnly Day, string Lesson, DateTimeOffset ClosedAt);

/// <summary>CustomerId and Facts only for who may open the customer.</summary>
sealed record ReviewView(
    Guid Id, Guid? CustomerId, string CustomerName, string MemberName, string HostName, ReviewWith With, ReviewOutcome Outcome, Stage Stage, string Industry, DateOnly Day,
    IReadOnlyList<ReviewPoint> Points, IReadOnlyList<ReviewPromiseView> Promises, ReviewFacts? Facts);

sealed record ReviewPromiseView(Guid Id, string MemberName, string Text, DateOnly DueOn);
