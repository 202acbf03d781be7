using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Customers;

/// <summary>Evidence about a deal, with the visit that showed it and the day. The newest of a kind counts.</summary>
sealed class Fact : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CustomerId { get; init; }
    public FactKind Kind { get; init; }

    /// <summary>In the customer's words: what is needed, who decides.</summary>
    public string Text { get; init; } = "";

    /// <summary>For <see cref="FactKind.Time"/>: the customer's own decision date. Null: no date was named.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>For <see cref="FactKind.Budget"/>, in fen.</summary>
    public long? AmountFen { get; init; }
    public Guid? VisitId { get; init; }
    public Guid MemberId { get; init; }
    public DateOnly SeenOn { get; init; }
}

sealed class FactMap : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> fact)
    {
        fact.ToTable("facts").HasIndex(f => new { f.OrgId, f.CustomerId, f.SeenOn });
        fact.Property(f => f.Text).HasMaxLength(300);
        fact.HasOne<Customer>().WithMany().HasForeignKey(f => new { f.OrgId, f.CustomerId }).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>A step of a customer's grade, up or down, with its reason in words.</summary>
sealed class GradeChange : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CustomerId { get; init; }
    public Guid TeamId { get; init; }

    /// <summary>Whose customer it was.</summary>
    public Guid? MemberId { get; init; }
    public Grade From { get; init; }
    public Grade To { get; init; }
    public string Reason { get; init; } = "";
    public DateOnly Day { get; init; }
}

sealed class GradeChangeMap : IEntityTypeConfiguration<GradeChange>
{
    public void Configure(EntityTypeBuilder<GradeChange> change)
    {
        change.ToTable("grade_changes");
        change.Property(c => c.Reason).HasMaxLength(200);
        change.HasIndex(c => new { c.OrgId, c.CustomerId, c.Day });
        change.HasIndex(c => new { c.OrgId, c.TeamId, c.Day });
        change.HasOne<Customer>().WithMany().HasForeignKey(c => new { c.OrgId, c.CustomerId }).OnDelete(DeleteBehavior.Cascade);
    }
}
