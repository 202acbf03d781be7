using System.ComponentModel.DataAnnotations;
using Vesper.Customers;
using Vesper.Customers.JointVisits;

namespace Vesper.Field;

/// <summary>
/// A visit meant for a day, with its one purpose. Position 0 is the first. No appointment: what was agreed before stays; its At null: it is agreed no longer.
/// </summary>
sealed record NewPlannedVisit(
    Guid CustomerId,
    DateOnly Day,
    [property: MaxLength(100)] string? Purpose = null,
    [property: Range(0, 100)] int Position = 0,
    NewAppointment? Appointment = null);

/// <summary>Time by the clocks of the organisation's zone, person (a contact of the customer's, or a name), and place if not at the customer's address.</summary>
sealed record NewAppointment(TimeOnly? At, Guid? ContactId = null, [property: MaxLength(40)] string? With = null, [property: MaxLength(120)] string? Place = null);

/// <summary>The order she wants for a day; what is not named follows in the order it had.</summary>
sealed record NewPlanOrder([property: Required, MaxLength(100)] IReadOnlyList<Guid> Ids);

/// <summary>A planned visit with what its customer needs today: KP未见, and the day its grade will fall. The address is the company's.</summary>
sealed record PlannedVisitView(
    Guid Id, Guid CustomerId, string CustomerName, DateOnly Day, string Purpose, int Position, Guid? VisitId,
    Grade Grade, int VisitsWithoutKp, bool KpUnseen, StepDown? StepsDown, Address? Address, AppointmentView? Appointment)
{
    /// <summary>With whom together.</summary>
    public JointStop? Joint { get; init; }
}

/// <summary>陪访: the other of the two.</summary>
sealed record JointStop(Guid Id, string With, JointMode Mode);

sealed record AppointmentView(TimeOnly At, Guid? ContactId, string With, string Place)
{
    public static AppointmentView? Of(PlannedVisit planned) => planned.AppointmentAt is { } at ? new(at, planned.ContactId, planned.AppointmentWith, planned.Place) : null;
}

/// <summary>Where a company is: WGS-84 degrees.</summary>
sealed record Address(double Latitude, double Longitude)
{
    public static Address? Of(double? latitude, double? longitude) => latitude is { } north && longitude is { } east ? new(north, east) : null;
}
