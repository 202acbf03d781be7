using System.ComponentModel.DataAnnotations;
using Vesper.Customers;

namespace Vesper.Field;

/// <summary>
/// One thing a visit showed of a deal, tapped on the spot. Date: the customer's own decision date (time only). AmountFen: budget only.
/// </summary>
sealed record SaidFact(
    [property: Required] FactKind? Kind,
    [property: MaxLength(300)] string? Text,
    DateOnly? Date = null,
    [property: Range(0, 10_000_000_000_000)] long? AmountFen = null);
