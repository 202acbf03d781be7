using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Customers.Board;

/// <summary>What somebody gave for an exit that no visit or offer shows.</summary>
sealed record SaidEvidence(ExitCondition Condition, string Note);

/// <summary>A customer went from one stage to another: by evidence, a signature, a loss, or by hand with what was said for it.</summary>
sealed class StageMove : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CustomerId { get; init; }
    public Stage From { get; init; }
    public Stage To { get; init; }

    /// <summary>Who moved it by hand; null: what happened moved it.</summary>
    public Guid? MovedBy { get; init; }
    public DateOnly Day { get; init; }
    public IReadOnlyList<SaidEvidence> Said { get; init; } = [];
}

/// <summary>A customer's stage is another. To the team, without a name.</summary>
sealed record StageMoved(Guid CustomerId, Stage From, Stage To, Guid? MemberId, DateOnly Day) : IEvent
{
    public const string Name = "stage.moved";

    public string Type => Name;
}

sealed class StageMoveMap : IEntityTypeConfiguration<StageMove>
{
    public void Configure(EntityTypeBuilder<StageMove> move)
    {
        move.ToTable("stage_moves").HasIndex(m => new { m.OrgId, m.CustomerId, m.Day });
        move.Property(m => m.Said).AsJson();
        move.HasOne<Customer>().WithMany().HasForeignKey(m => new { m.OrgId, m.CustomerId }).OnDelete(DeleteBehavior.Cascade);
    }
}

static class StageMoving
{
    /// <summary>The customer is at another stage now, and so are its open deals. Nothing where it is there already.</summary>
    public static async Task TakeAsync(Db db, Customer customer, Stage to, DateOnly day, Guid? by = null, IReadOnlyList<SaidEvidence>? said = null)
    {
        if (customer.Stage == to) return;
        db.Add(new StageMove { OrgId = customer.OrgId, Id = Guid.CreateVersion7(), CustomerId = customer.Id, From = customer.Stage, To = to, MovedBy = by, Day = day, Said = said ?? [] });
        db.Tell(Topic.Team(customer.TeamId), new StageMoved(customer.Id, customer.Stage, to, customer.OwnerId, day));
        customer.Stage = to;
        foreach (var deal in await db.Deals.Of(customer.OrgId).Where(one => one.CustomerId == customer.Id && one.State == DealState.Open).ToListAsync())
            if (deal.State is DealState.Open) deal.Stage = to; // one just closed in this write is open only in the database
    }
}
