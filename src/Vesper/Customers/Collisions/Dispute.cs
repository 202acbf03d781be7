using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Customers.Collisions;

/// <summary>By what a dispute is decided, in this order.</summary>
enum DisputeGround { Protection, VisitWithKp, Registration }

/// <summary>Whose the customer is to be.</summary>
enum DisputeSide { Owner, Raiser }

enum DisputeState { Open, Decided, Appealed, Closed }

/// <summary>Two say that a company is theirs: who has it, and who raised it. Settled in writing by a human, who may follow the rule's proposal or not; appealed once.</summary>
sealed class Dispute : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CustomerId { get; init; }
    public Guid OwnerId { get; init; }

    /// <summary>The owner's team: who leads it decides.</summary>
    public Guid TeamId { get; init; }
    public Guid RaiserId { get; init; }
    public Guid RaiserTeamId { get; init; }

    /// <summary>The company as whoever raised it calls it; the archive's own name may not be hers to know.</summary>
    public string AskedName { get; init; } = "";

    /// <summary>Her own customer that is so alike, if she has one; it stays hers whatever is decided.</summary>
    public Guid? RaisersCustomerId { get; init; }
    public string Reason { get; init; } = "";
    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>The last workday to decide it on.</summary>
    public DateOnly DueOn { get; init; }
    public DisputeState State { get; set; }
    public DisputeSide? Decision { get; set; }
    public DisputeGround? Ground { get; set; }
    public Guid? DecidedById { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string DecisionText { get; set; } = "";
    public Guid? AppealedById { get; set; }
    public string AppealReason { get; set; } = "";
    public DateTimeOffset? AppealedAt { get; set; }
    public DisputeSide? FinalDecision { get; set; }
    public Guid? FinalById { get; set; }
    public DateTimeOffset? FinalAt { get; set; }
    public string FinalText { get; set; } = "";
    public int Version { get; set; }

    public bool IsParty(Guid member) => member == OwnerId || member == RaiserId;

    public void Decide(DisputeSide side, DisputeGround ground, Guid by, string text, DateTimeOffset now)
    {
        if (State is not DisputeState.Open) throw new Refusal("dispute.decided", "This dispute is decided already.");
        (State, Decision, Ground, DecidedById, DecisionText, DecidedAt) = (DisputeState.Decided, side, ground, by, text, now);
        Version++;
    }

    public void Appeal(Guid by, string reason, DateTimeOffset now)
    {
        if (State is not DisputeState.Decided) throw new Refusal("dispute.no-appeal", State is DisputeState.Open ? "It is not decided yet." : "There is one appeal, and it was made.");
        if (by != (Decision is DisputeSide.Owner ? RaiserId : OwnerId)) throw new Refusal("dispute.no-appeal", "It was decided for you.");
        (State, AppealedById, AppealReason, AppealedAt) = (DisputeState.Appealed, by, reason, now);
        Version++;
    }

    public void Close(DisputeSide side, Guid by, string text, DateTimeOffset now)
    {
        if (State is not DisputeState.Appealed) throw new Refusal("dispute.decided", "There is no appeal to decide.");
        if (by == DecidedById) throw new Refusal("dispute.own-decision", "Somebody else decides the appeal against a decision.");
        (State, FinalDecision, FinalById, FinalText, FinalAt) = (DisputeState.Closed, side, by, text, now);
        Version++;
    }
}

/// <summary>Whether an organisation settles collisions by disputes; Id is the organisation's. Where nothing was set: a company does, a squad talks.</summary>
sealed class DisputeRules : IOwned
{
    /// <summary>Workdays to decide in (D).</summary>
    public const int Workdays = 2;

    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public bool On { get; set; }

    public static async Task<bool> OnAsync(Db db, Guid orgId, CancellationToken stop = default) =>
        await db.Set<DisputeRules>().Of(orgId).Select(rules => (bool?)rules.On).FirstOrDefaultAsync(stop)
        ?? await db.Organisations.AnyAsync(organisation => organisation.Id == orgId && organisation.Preset == Preset.Company, stop);
}

sealed class DisputeMap : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> dispute)
    {
        dispute.ToTable("disputes");
        dispute.Property(d => d.AskedName).HasMaxLength(120);
        foreach (var text in (string[])[nameof(Dispute.Reason), nameof(Dispute.DecisionText), nameof(Dispute.AppealReason), nameof(Dispute.FinalText)]) dispute.Property(text).HasMaxLength(400);
        dispute.Property(d => d.Version).IsConcurrencyToken();
        dispute.HasIndex(d => new { d.OrgId, d.CustomerId, d.Id });
        dispute.HasIndex(d => new { d.OrgId, d.RaiserId, d.Id });
        dispute.HasIndex(d => new { d.OrgId, d.OwnerId, d.Id });
        dispute.HasIndex(d => new { d.OrgId, d.TeamId, d.Id });
        dispute.HasOne<Customer>().WithMany().HasForeignKey(d => new { d.OrgId, d.CustomerId }).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class DisputeRulesMap : IEntityTypeConfiguration<DisputeRules>
{
    public void Configure(EntityTypeBuilder<DisputeRules> rules) => rules.ToTable("dispute_rules");
}

static class DisputeSets
{
    extension(Db db)
    {
        public DbSet<Dispute> Disputes => db.Set<Dispute>();
    }
}
