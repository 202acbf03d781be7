using Vesper.Customers;
using Vesper.Field;

namespace Vesper.Journals;

enum JournalLineKind { Visit, Call, Grade, Deal }

/// <summary>
/// One thing the system knows of a day. Id: the visit, call, grade step or deal. Text: a visit's or call's next step, a deal's name. AmountFen: the contract's sum in fen.
/// CustomerId is there for who may open the customer.
/// </summary>
sealed record JournalLine(JournalLineKind Kind, Guid Id, Guid? CustomerId, string CustomerName, DateTimeOffset? At)
{
    public VisitOutcome? Outcome { get; init; }
    public CallOutcome? Call { get; init; }
    public bool? KpMet { get; init; }
    public int? KpMinutes { get; init; }
    public bool HelpWanted { get; init; }
    public string Text { get; init; } = "";
    public Grade? From { get; init; }
    public Grade? To { get; init; }
    public long? AmountFen { get; init; }
}
