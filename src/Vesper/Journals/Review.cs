using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Customers;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Journals;

/// <summary>The rep holds it with her team, or her supervisor with her alone (R).</summary>
enum ReviewWith { Team, OneToOne }

enum ReviewOutcome { Won, Lost, Open }

/// <summary>找人 · 需求 · 方案 · 价格 · 时机.</summary>
enum ReviewDimension { People, Need, Proposal, Price, Timing }

/// <summary>
/// 复盘 of a deal or a visit, won or lost. It looks at what was done along five dimensions; no column asks who was wrong. Begun and changed on the phone,
/// it comes here when it is closed and stays as it is.
/// </summary>
sealed class Review : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>Made by the phone.</summary>
    public Guid Id { get; init; }
    public Guid TeamId { get; init; }
    public ReviewWith With { get; init; }
    public Guid HostId { get; init; }

    /// <summary>Whose deal or visit it is.</summary>
    public Guid MemberId { get; init; }
    public Guid CustomerId { get; init; }
    public string CustomerName { get; init; } = "";
    public Guid? DealId { get; init; }
    public Guid? VisitId { get; init; }

    /// <summary>As it was on the day, so that it is found by it later.</summary>
    public ReviewOutcome Outcome { get; init; }
    public Stage Stage { get; init; }
    public string Industry { get; init; } = "";
    public DateOnly Day { get; init; }
    public IReadOnlyList<ReviewPoint> Points { get; init; } = [];
    public IReadOnlyList<ReviewPromise> Promises { get; init; } = [];
    public DateTimeOffset ClosedAt { get; init; }

    /// <summary>One point a dimension, each with something in it; a promise within a year.</summary>
    /// <exception cref="Refusal"><c>review.subject</c> · <c>review.dimension</c> · <c>review.empty</c> · <c>review.due</c></exception>
    public static void MustMakeSense(NewReview input, DateOnly today)
    {
        if (input.DealId is null == input.VisitId is null) throw new Refusal("review.subject", "A review is of one deal or of one visit.");
        if (input.Points.DistinctBy(point => point.Dimension).Count() < input.Points.Count) throw new Refusal("review.dimension", "Each dimension once.");
        if (input.Points.Any(point => $"{point.Goal}{point.Actual}{point.Cause}{point.Next}".Trim().Length == 0) || input.Promises.Any(promise => promise.Text.Trim().Length == 0))
            throw new Refusal("review.empty", "A point or a promise says nothing.");
        if (input.Promises.Any(promise => promise.DueOn < today || promise.DueOn > today.AddYears(1))) throw new Refusal("review.due", "Choose a day from today to a year ahead.");
    }
}

sealed class ReviewMap : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("reviews");
        review.Property(r => r.CustomerName).HasMaxLength(40);
        review.Property(r => r.Industry).HasMaxLength(40);
        review.Property(r => r.Points).AsJson();
        review.Property(r => r.Promises).AsJson();
        review.HasIndex(r => new { r.OrgId, r.TeamId, r.ClosedAt });
        review.HasIndex(r => new { r.OrgId, r.MemberId, r.ClosedAt });
        review.HasIndex(r => new { r.OrgId, r.CustomerId });
    }
}

static class ReviewSets
{
    extension(Db db)
    {
        public DbSet<Review> Reviews => db.Set<Review>();
    }
}
