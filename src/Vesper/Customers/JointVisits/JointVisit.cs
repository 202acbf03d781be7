using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Customers.JointVisits;

/// <summary>示范：看我做 · 辅导：你做我看 · 促单：一起拿下.</summary>
enum JointMode { Demo, Coach, Close }

/// <summary>陪访: a rep and somebody who leads her at one customer, with what each watches for before and what each keeps and changes afterwards.</summary>
sealed class JointVisit : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CustomerId { get; init; }

    /// <summary>The rep, the unit she was in, and who goes along.</summary>
    public Guid MemberId { get; init; }
    public Guid TeamId { get; init; }
    public Guid CompanionId { get; init; }
    public JointMode Mode { get; set; }
    public DateOnly Day { get; set; }

    /// <summary>The time the customer agreed to, as the rep's plan has it.</summary>
    public TimeOnly? At { get; set; }
    public string Goal { get; set; } = "";

    /// <summary>Whom they mean to meet.</summary>
    public string Who { get; set; } = "";

    /// <summary>What the one who goes along watches for.</summary>
    public string Watch { get; set; } = "";

    /// <summary>The two check-ins that tied themselves to it.</summary>
    public Guid? RepVisitId { get; set; }
    public Guid? CompanionVisitId { get; set; }
    public DateTimeOffset? TiedAt { get; set; }
    public string RepKept { get; set; } = "";
    public string RepChange { get; set; } = "";
    public string CompanionKept { get; set; } = "";
    public string CompanionChange { get; set; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>It will not take place.</summary>
    public DateTimeOffset? DroppedAt { get; set; }

    public bool Of(Guid member) => member == MemberId || member == CompanionId;

    public Guid Other(Guid member) => member == MemberId ? CompanionId : MemberId;

    /// <returns>True when it is this person's first word.</returns>
    public bool Debrief(Guid member, string kept, string change)
    {
        if (member == MemberId)
        {
            var first = RepKept.Length + RepChange.Length == 0;
            (RepKept, RepChange) = (kept, change);
            return first;
        }
        var firstOfCompanion = CompanionKept.Length + CompanionChange.Length == 0;
        (CompanionKept, CompanionChange) = (kept, change);
        return firstOfCompanion;
    }
}

sealed class JointVisitMap : IEntityTypeConfiguration<JointVisit>
{
    public void Configure(EntityTypeBuilder<JointVisit> joint)
    {
        joint.ToTable("joint_visits");
        joint.Property(j => j.Goal).HasMaxLength(100);
        joint.Property(j => j.Who).HasMaxLength(100);
        joint.Property(j => j.Watch).HasMaxLength(200);
        joint.Property(j => j.RepKept).HasMaxLength(300);
        joint.Property(j => j.RepChange).HasMaxLength(300);
        joint.Property(j => j.CompanionKept).HasMaxLength(300);
        joint.Property(j => j.CompanionChange).HasMaxLength(300);
        joint.HasIndex(j => new { j.OrgId, j.MemberId, j.Day });
        joint.HasIndex(j => new { j.OrgId, j.CompanionId, j.Day });
        joint.HasIndex(j => new { j.OrgId, j.CustomerId, j.Day });
        joint.HasIndex(j => new { j.OrgId, j.TeamId, j.CreatedAt });
    }
}

static class JointVisitSets
{
    extension(Db db)
    {
        public DbSet<JointVisit> JointVisits => db.Set<JointVisit>();
    }

    /// <summary>The two who go, and who leads the rep.</summary>
    public static IQueryable<JointVisit> VisibleTo(this IQueryable<JointVisit> joints, Me me)
    {
        var sees = me.Sees;
        return joints.Of(me).Where(joint => joint.MemberId == me.Id || joint.CompanionId == me.Id || sees.Contains(joint.TeamId));
    }
}
