using System.ComponentModel.DataAnnotations;

namespace Vesper.Customers.Inventories;

/// <summary>Whose customers.</summary>
sealed record NewInventory(Guid MemberId);

sealed record NewInventoryPlace(Guid CustomerId);

/// <summary>What was decided for a customer. Version: of the line as it was read; a decision made meanwhile is not written over.</summary>
sealed record NewInventoryVerdict(
    [property: Required] Verdict? Verdict,
    [property: Required, MinLength(2), MaxLength(200)] string Reason,
    [property: MaxLength(100)] string? NextAction = null,
    DateOnly? NextOn = null,
    [property: Range(0, int.MaxValue)] int Version = 0);

/// <summary>A member whose customers I may go through. LastOn: of the last session that ended. OpenId: one that is under way. Until: her window closes then.</summary>
sealed record InventoryMemberView(Guid MemberId, string Name, int Customers, int KpUnseen, DateOnly? LastOn, Guid? OpenId, bool Due, DateOnly? Until);

sealed record InventoryRow(Guid Id, Guid MemberId, string MemberName, string HostName, DateOnly Day, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int Judged, int Customers);

/// <summary>Leads: I may begin, turn and end it. PoolOff: what is released stays with her. CustomerId: the one under all eyes.</summary>
sealed record InventoryView(
    Guid Id, Guid MemberId, string MemberName, string HostName, DateOnly Day, DateTimeOffset? EndedAt, Guid? CustomerId, bool Leads, bool PoolOff, IReadOnlyList<InventoryLineView> Lines);

sealed record InventoryLineView(
    Guid CustomerId, string CustomerName, Grade Grade, bool KpUnseen, Verdict? Verdict, string Reason, string NextAction, DateOnly? NextOn, string JudgedByName, int Version, InventoryEffect? Effect);

/// <summary>One customer with its facts, as they are today.</summary>
sealed record InventoryCard(
    Guid CustomerId, string Name, string ShortName, Grade Grade, Stage Stage, bool Signed, DateOnly? KpMetOn, int VisitsWithoutKp, DateOnly? LastVisitOn, string NextStep, DateOnly? NextOn,
    DateOnly? ProtectedUntil, int? ProtectedDays, IReadOnlyList<InventoryPerson> People, InventoryBefore? Before);

sealed record InventoryPerson(string Name, string Title, ContactRole Role, bool Decides, DateOnly? MetOn);

/// <summary>What was decided the last time, and what has come of it since: visits, the grade then, whether a key person had been met by then.</summary>
sealed record InventoryBefore(DateOnly Day, Verdict Verdict, string Reason, string NextAction, DateOnly? NextOn, Grade Grade, bool KpMet, int VisitsSince);
