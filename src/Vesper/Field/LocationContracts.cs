using System.ComponentModel.DataAnnotations;

namespace Vesper.Field;

/// <summary>The place of one check-in: WGS-84 degrees, accuracy in metres. Rounded: to 3 decimals.</summary>
sealed record PointView(Guid VisitId, string CustomerName, DateTimeOffset At, double Latitude, double Longitude, double Accuracy, bool Rounded)
{
    /// <summary>Null: nothing is kept.</summary>
    public static PointView? Of(Visit visit, string customerName) => visit is { Latitude: { } north, Longitude: { } east, PointKept: { } kept }
        ? new(visit.Id, customerName, visit.DeviceAt, north, east, visit.Accuracy ?? 0, kept is PointKept.Rounded) : null;
}

/// <summary>Why he has to look. It stands on her page with his name.</summary>
sealed record NewLook([property: Required, MaxLength(200)] string Reason);

/// <summary>One look at my place: by whom, when, at which visit, and why.</summary>
sealed record LookView(Guid Id, Guid VisitId, string CustomerName, string Looker, string Reason, DateTimeOffset At);

/// <summary>What is kept of my places now, how long, and who looked (the newest 100).</summary>
sealed record LocationKeptView(int Exact, int Rounded, double RoundWithinHours, int DeleteWithinDays, int LeastReason, IReadOnlyList<LookView> Looks);

/// <summary>How many places were deleted.</summary>
sealed record ForgottenView(int Count);
