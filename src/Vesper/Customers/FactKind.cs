namespace Vesper.Customers;

/// <summary>What a visit can show about a deal; each fact carries the visit and the date that showed it (R).</summary>
enum FactKind { KpMet, Need, Budget, Time, Authority }
