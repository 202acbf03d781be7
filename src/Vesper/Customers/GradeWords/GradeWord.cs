using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Customers.GradeWords;

/// <summary>Somebody's word on a grade against the rule, with a reason. The newest that was not taken back stands, until its last day.</summary>
sealed class GradeWord : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CustomerId { get; init; }
    public Grade Grade { get; init; }

    /// <summary>What the rule said that day.</summary>
    public Grade ByRule { get; init; }
    public string Reason { get; init; } = "";
    public Guid SaidBy { get; init; }
    public DateOnly Since { get; init; }

    /// <summary>The last day it stands; null: until another is said (a small organisation grades by hand).</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Another was said, or it was taken back.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool Stands(DateOnly today) => EndedAt is null && (Until is null || Until >= today);
}

sealed class GradeWordMap : IEntityTypeConfiguration<GradeWord>
{
    public void Configure(EntityTypeBuilder<GradeWord> word)
    {
        word.ToTable("grade_words").HasIndex(w => new { w.OrgId, w.CustomerId });
        word.Property(w => w.Reason).HasMaxLength(200);
        word.HasOne<Customer>().WithMany().HasForeignKey(w => new { w.OrgId, w.CustomerId }).OnDelete(DeleteBehavior.Cascade);
    }
}

static class GradeWordSets
{
    extension(Db db)
    {
        public DbSet<GradeWord> GradeWords => db.Set<GradeWord>();
    }
}
