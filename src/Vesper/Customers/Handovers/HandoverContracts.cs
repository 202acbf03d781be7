using System.ComponentModel.DataAnnotations;

namespace Vesper.Customers.Handovers;

/// <summary>Who hands over, and why. LastDay: her last day at it.</summary>
sealed record NewHandover(Guid MemberId, HandoverKind Kind, DateOnly? LastDay = null);

/// <summary>Who takes this one; null: the pool.</summary>
sealed record NewTaker(Guid? ToId);

/// <summary>A line of the list. Counts only, so HR may read it. Unassigned: meant for the pool.</summary>
sealed record HandoverLine(
    Guid Id, Guid MemberId, string MemberName, bool MemberLeft, HandoverKind Kind, DateOnly? LastDay, HandoverState State, int Customers, int AOrB, int Unassigned, int Settled, DateTimeOffset CreatedAt);

/// <summary>All of it for who leads; for a rep what she gives or takes; for HR no item. Takers: who may be chosen, with how many each holds.</summary>
sealed record HandoverView(HandoverLine Line, IReadOnlyList<HandoverItemView> Items, IReadOnlyList<TakerView> Takers, bool MayDecide, bool MaySign);

/// <summary>Promises: commitments that are open. OwedFen: signed and not paid yet.</summary>
sealed record HandoverItemView(
    Guid CustomerId, string CustomerName, Grade Grade, Stage Stage, string City, string NextStep, DateOnly? NextOn, IReadOnlyList<PromiseView> Promises, long OwedFen,
    Guid? ToId, string ToName, IReadOnlyList<HandoverReason> Why, DateOnly? IntroduceOn, DateOnly? DualUntil, bool Gone, bool FromSigned, bool ToSigned);

sealed record PromiseView(string Text, DateOnly DueOn);

sealed record TakerView(Guid Id, string Name, int Held);
