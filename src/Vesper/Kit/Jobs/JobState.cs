using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Kit.Jobs;

/// <summary>How far a job has come for an organisation, and which server has it in hand. A lease that ran out may be taken by anybody.</summary>
sealed class JobState
{
    public Guid OrgId { get; init; }
    public string Name { get; init; } = "";

    /// <summary>The newest time of its schedule that was done.</summary>
    public DateTimeOffset DoneThrough { get; set; }
    public Guid? HeldBy { get; set; }

    /// <summary>Nobody else may take it before: the lease of who runs it, or the pause after a failure.</summary>
    public DateTimeOffset HeldUntil { get; set; }

    /// <summary>Failures in a row; the pause grows with them.</summary>
    public int Failures { get; set; }
}

/// <summary>What one run did. Runs more often than nightly that found nothing leave none.</summary>
sealed class JobReport : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public string Name { get; init; } = "";

    /// <summary>The time of its schedule it was due for; a run by hand: when that was.</summary>
    public DateTimeOffset DueAt { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public int Milliseconds { get; init; }

    /// <summary>The longest of its writes, from its turn to its commit.</summary>
    public int LongestWrite { get; init; }

    /// <summary>What was done, as <c>{"rounded":12}</c>.</summary>
    public string Counts { get; init; } = "{}";

    /// <summary>What went wrong; what was committed before stays.</summary>
    public string? Failure { get; init; }
}

sealed class JobStateMap : IEntityTypeConfiguration<JobState>
{
    public void Configure(EntityTypeBuilder<JobState> state)
    {
        state.ToTable("jobs").HasKey(s => new { s.OrgId, s.Name });
        state.Property(s => s.Name).HasMaxLength(40);
    }
}

sealed class JobReportMap : IEntityTypeConfiguration<JobReport>
{
    public void Configure(EntityTypeBuilder<JobReport> report)
    {
        report.ToTable("job_reports").HasIndex(r => new { r.OrgId, r.Name, r.StartedAt });
        report.Property(r => r.Name).HasMaxLength(40);
        report.Property(r => r.Counts).HasMaxLength(1000);
        report.Property(r => r.Failure).HasMaxLength(500);
    }
}
