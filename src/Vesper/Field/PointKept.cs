namespace Vesper.Field;

/// <summary>How much of a check-in's place is still kept. Rounded: to 3 decimals, a square of some 100 m.</summary>
enum PointKept { Exact, Rounded }
