using Vesper.Customers;

namespace Vesper.Ops.Crm;

/// <summary>A sales agent with her manager and office.</summary>
sealed record CrmAgent(string Name, string Manager, string Office);

sealed record CrmAccount(string Name, string Sector, int? Employees, string Country);

/// <summary>An opportunity whose every value made sense. Account is null when the export names none. AmountMinor: US cents, what it was sold for, or the list price while it is open.</summary>
sealed record CrmOpportunity(string Id, CrmAgent Agent, string Product, string? Account, Stage Stage, DealState State, DateOnly OpenedOn, DateOnly? ClosedOn, long AmountMinor)
{
    public DateOnly Latest => ClosedOn ?? OpenedOn;
}

enum NoteKind
{
    /// <summary>Imported, with a value set right.</summary>
    Repaired,

    /// <summary>Imported although something is missing.</summary>
    Kept,

    /// <summary>Not imported.</summary>
    Unusable,
}

/// <summary>What the report says of one line.</summary>
sealed record ImportNote(string File, int Line, NoteKind Kind, string Reason, string Value = "");
