using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Field;

/// <summary>
/// A visit meant for a day, with its one purpose; with a time it is an appointment, which names the person and the place too.
/// Plan, journal, outcome and checkout show this same list.
/// </summary>
sealed class PlannedVisit : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public Guid TeamId { get; init; }
    public DateOnly Day { get; set; }
    public Guid CustomerId { get; set; }
    public string Purpose { get; set; } = "";
    public int Position { get; set; }

    /// <summary>The visit it became.</summary>
    public Guid? VisitId { get; set; }

    /// <summary>The time agreed with the customer, by the clocks of the organisation's zone. Null: not agreed.</summary>
    public TimeOnly? AppointmentAt { get; set; }

    /// <summary>Who will be met, and the contact if the archive knows the person.</summary>
    public string AppointmentWith { get; set; } = "";
    public Guid? ContactId { get; set; }

    /// <summary>Where, if not at the customer's address.</summary>
    public string Place { get; set; } = "";

    public void Agree(NewAppointment? agreed, string? contact)
    {
        if (agreed is null) return;
        var at = agreed.At;
        (AppointmentAt, ContactId) = (at, at is null ? null : agreed.ContactId);
        (AppointmentWith, Place) = at is null ? ("", "") : (contact ?? agreed.With?.Trim() ?? "", agreed.Place?.Trim() ?? "");
    }
}

/// <summary>A proposal she does not want for this day; another day may bring it again.</summary>
sealed class DismissedProposal
{
    public Guid OrgId { get; init; }
    public Guid MemberId { get; init; }
    public DateOnly Day { get; init; }
    public Guid CustomerId { get; init; }
}

sealed class PlannedVisitMap : IEntityTypeConfiguration<PlannedVisit>
{
    public void Configure(EntityTypeBuilder<PlannedVisit> visit)
    {
        visit.ToTable("planned_visits").Property(v => v.Purpose).HasMaxLength(100);
        visit.Property(v => v.AppointmentWith).HasMaxLength(40).HasDefaultValue("").ValueGeneratedNever();
        visit.Property(v => v.Place).HasMaxLength(120).HasDefaultValue("").ValueGeneratedNever();
        visit.HasIndex(v => new { v.OrgId, v.MemberId, v.Day });
    }
}

sealed class DismissedProposalMap : IEntityTypeConfiguration<DismissedProposal>
{
    public void Configure(EntityTypeBuilder<DismissedProposal> dismissed) =>
        dismissed.ToTable("dismissed_proposals").HasKey(d => new { d.OrgId, d.MemberId, d.Day, d.CustomerId });
}
