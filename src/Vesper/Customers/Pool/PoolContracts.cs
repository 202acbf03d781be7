using System.ComponentModel.DataAnnotations;

namespace Vesper.Customers.Pool;

/// <summary>A customer in the pool, as everybody who sells may read it: no people, no notes. BarredUntil: the last day on which I may not take it, since I had it last.</summary>
sealed record PoolRow(
    Guid Id, string Name, string ShortName, string City, string Industry, Grade Grade, Stage Stage, DateOnly? InPoolSince, PoolMoveKind? How, PoolCause? Cause, DateOnly? BarredUntil);

/// <summary>What I may still take. Off: there is no pool here.</summary>
sealed record PoolAllowance(bool Off, int ClaimsLeft, int Held, int MostHeld);

sealed record PoolPage(IReadOnlyList<PoolRow> Items, string? Next, PoolAllowance Mine);

/// <summary>Why she gives it back.</summary>
sealed record NewReturn([property: Required, MinLength(2), MaxLength(200)] string Reason);

/// <summary>Who is to look after it from now on, and why.</summary>
sealed record NewOwner(Guid MemberId, [property: Required, MinLength(2), MaxLength(200)] string Reason);

/// <summary>
/// How long a customer stays with her owner and by which count. Until null: no clock runs (the pool is off, it has signed, is disqualified, or lies in the pool).
/// Stopped: days of leave and holidays that did not count.
/// </summary>
sealed record ProtectionView(bool InPool, DateOnly? Until, int? DaysLeft, PoolCause? Cause, DateOnly? CountedFrom, int? Days, int? Stopped, IReadOnlyList<PoolMoveView> Moves);

/// <summary>The customer changed hands. FromName, ToName empty: the pool. ByName empty: the clock.</summary>
sealed record PoolMoveView(
    Guid Id, Guid CustomerId, string CustomerName, PoolMoveKind Kind, DateOnly Day, string FromName, string ToName, string ByName, string Reason,
    PoolCause? Cause, Grade Grade, DateOnly? CountedFrom, int? Days, int? Stopped);

/// <summary>One of mine whose clock ends within a week.</summary>
sealed record LeavingView(Guid Id, string ShortName, Grade Grade, DateOnly Until, int DaysLeft);

/// <summary>The numbers an organisation may set. On false: the pool is off. EnabledOn: clocks start on that day or later.</summary>
sealed record PoolRulesView(
    bool On, DateOnly? EnabledOn, int DaysA, int DaysB, int DaysC, int DaysD, int DaysNoDeal, int ClaimsPerDay, int MostHeld, int BarredDays)
{
    public static PoolRulesView Of(PoolRules rules) => new(
        rules.EnabledOn is not null, rules.EnabledOn, rules.DaysA, rules.DaysB, rules.DaysC, rules.DaysD, rules.DaysNoDeal, rules.ClaimsPerDay, rules.MostHeld, rules.BarredDays);
}

sealed record NewPoolRules(
    [property: Required] bool? On,
    [property: Range(1, 365)] int DaysA, [property: Range(1, 365)] int DaysB, [property: Range(1, 365)] int DaysC, [property: Range(1, 365)] int DaysD,
    [property: Range(1, 730)] int DaysNoDeal, [property: Range(1, 100)] int ClaimsPerDay, [property: Range(1, 5000)] int MostHeld, [property: Range(0, 365)] int BarredDays);
