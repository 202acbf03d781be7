using System.ComponentModel.DataAnnotations;

namespace Vesper.Teams;

/// <summary>A node of the tree with the number of its own active members.</summary>
sealed record UnitView(Guid Id, Guid? ParentId, UnitKind Kind, string Name, int Position, int Members);

sealed record ChangedUnit(
    [property: Required, MaxLength(40), PlainText] string Name,
    UnitKind Kind,
    Guid? ParentId,
    [property: Range(0, 10_000)] int Position);
