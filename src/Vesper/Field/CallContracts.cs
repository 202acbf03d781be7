using System.ComponentModel.DataAnnotations;

namespace Vesper.Field;

/// <summary>
/// A call and what came of it, with the phone's own time; all but the outcome may be left out. SaidAt: when this was said of it, where that is later than the call.
/// </summary>
sealed record NewCall(
    Guid CustomerId,
    DateTimeOffset DeviceAt,
    [property: Required] CallOutcome? Outcome,
    Guid? ContactId = null,
    [property: MaxLength(300)] string? Note = null,
    [property: MaxLength(200)] string? NextStep = null,
    DateOnly? NextOn = null,
    DateTimeOffset? SaidAt = null);

/// <summary>A call as the one who made it sees it.</summary>
sealed record CallView(
    Guid Id, Guid CustomerId, string CustomerName, Guid? ContactId, DateOnly Day, DateTimeOffset At, CallOutcome Outcome, string Note, string NextStep, DateOnly? NextOn)
{
    public static CallView Of(Call call, string customerName) => new(
        call.Id, call.CustomerId, customerName, call.ContactId, call.Day, call.DeviceAt, call.Outcome, call.Note, call.NextStep, call.NextOn);
}
