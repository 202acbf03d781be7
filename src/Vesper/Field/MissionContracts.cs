using System.ComponentModel.DataAnnotations;

namespace Vesper.Field;

/// <summary>A mission as it is planned. TeamId: the planner's own team unless named. PlaceCustomerId: a company of the team whose address marks the meeting point.</summary>
sealed record NewMission(
    [property: Required, MaxLength(40)] string Area,
    [property: Required, MaxLength(60)] string Place,
    DateTimeOffset MeetsAt,
    [property: Required, MinLength(1), MaxLength(20)] IReadOnlyList<NewRoute> Routes,
    Guid? TeamId = null,
    Guid? PlaceCustomerId = null);

/// <summary>Customers in the order they are meant to be visited.</summary>
sealed record NewRoute(Guid MemberId, Side Side, [property: Required, MaxLength(20)] IReadOnlyList<Guid> CustomerIds);

/// <summary>Her own route: another order, one more of her customers, one less.</summary>
sealed record NewStops([property: Required, MaxLength(20)] IReadOnlyList<Guid> CustomerIds);

/// <summary>At: the phone's own time, since it may have waited for a network.</summary>
sealed record NewArrival(DateTimeOffset At);

sealed record NewLearned([property: Required(AllowEmptyStrings = true), MaxLength(300)] string Text);

sealed record NewPicture([property: Required, MaxLength(9)] IReadOnlyList<Guid> PhotoIds);

/// <summary>Whom to send where.</summary>
sealed record NewProposal(
    [property: Required, MinLength(1), MaxLength(20)] IReadOnlyList<Guid> MemberIds,
    [property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<Guid> CustomerIds,
    Guid? TeamId = null,
    Guid? PlaceCustomerId = null);

/// <summary>A proposed route; nothing is kept of it.</summary>
sealed record ProposedRoute(Guid MemberId, Side Side, IReadOnlyList<Guid> CustomerIds);

/// <summary>A company of the area. The place is the company's address; nothing else of the archive is shown here.</summary>
sealed record AreaCustomer(Guid Id, string Name, Guid? OwnerId, string OwnerName, Address? Address, double? DistanceMetres);

/// <summary>Which teams one may plan for, and of the one that was asked for: whom one may send, and the companies around the meeting point.</summary>
sealed record MissionArea(Guid TeamId, IReadOnlyList<AreaTeam> Teams, IReadOnlyList<AreaMember> Members, IReadOnlyList<AreaCustomer> Customers);

sealed record AreaTeam(Guid Id, string Name);

sealed record AreaMember(Guid Id, string Name);

/// <summary>
/// A mission as every one of its members sees it: names, counts, company addresses; never a place of a person. Left: companies not visited yet.
/// </summary>
sealed record MissionView(
    Guid Id, Guid TeamId, string Area, DateOnly Day, DateTimeOffset MeetsAt, string Place, Guid? PlaceCustomerId, Address? PlaceAddress,
    MissionState State, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, string PlannedByName, bool MayPlan, int Left,
    IReadOnlyList<RouteView> Routes, MissionSummary Summary, IReadOnlyList<Guid> PhotoIds);

/// <summary>Done of Total stops; LastCustomer and LastAt: the latest of them.</summary>
sealed record RouteView(
    Guid MemberId, string MemberName, bool Own, Side Side, int Done, int Total, string LastCustomer, DateTimeOffset? LastAt,
    DateTimeOffset? ArrivedAt, string Learned, IReadOnlyList<StopView> Stops);

/// <summary>CustomerId only for who may open that customer, walks this route, or plans. Address: the company's.</summary>
sealed record StopView(Guid Id, Guid? CustomerId, string CustomerName, Address? Address, DateTimeOffset? VisitedAt, VisitOutcome? Outcome, bool? KpMet);

/// <summary>What came of it together; nobody is ranked.</summary>
sealed record MissionSummary(int Visits, int KpsMet, int Won, int Advanced, int Open, int Rejected);

/// <summary>A line in the list of missions, with what came of it. Done of Stops; PhotoId: the first of the team's picture.</summary>
sealed record MissionLine(
    Guid Id, string Team, string Area, string Place, DateOnly Day, DateTimeOffset MeetsAt, MissionState State, IReadOnlyList<string> Members, int Done, int Stops, MissionSummary Summary, Guid? PhotoId);
