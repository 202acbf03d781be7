using Vesper.Kit.Live;

namespace Vesper.Customers.JointVisits;

/// <summary>To the two who go: planned, moved, dropped, held, or one of them wrote what she keeps and changes.</summary>
sealed record JointVisitChanged(Guid JointVisitId, Guid CustomerId) : IEvent
{
    public string Type => "joint.changed";
}
