using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Customers.Collisions;

/// <summary>Disputes as a member may read them: the two sides, and who leads the owner's team.</summary>
sealed class DisputeReads(Db db, Me me, FieldOptions field, DateOnly today)
{
    const int Most = 100;

    public static IQueryable<Dispute> Of(Db db, Me me)
    {
        var sees = me.Sees;
        return db.Disputes.Of(me).Where(d => d.RaiserId == me.Id || d.OwnerId == me.Id || sees.Contains(d.TeamId) || sees.Contains(d.RaiserTeamId));
    }

    /// <summary>What waits first, then the newest.</summary>
    public async Task<List<DisputeView>> ListAsync(CancellationToken stop)
    {
        var disputes = await Of(db, me).AsNoTracking().OrderByDescending(d => d.Id).Take(Most).ToListAsync(stop);
        var views = new List<DisputeView>();
        foreach (var dispute in disputes.OrderBy(d => d.State is DisputeState.Open or DisputeState.Appealed ? 0 : 1)) views.Add(await ViewAsync(dispute, false, stop));
        return views;
    }

    public async Task<DisputeView> ViewAsync(Dispute dispute, bool whole, CancellationToken stop)
    {
        var customer = await db.Customers.Of(me).AsNoTracking().FirstAsync(c => c.Id == dispute.CustomerId, stop);
        var hers = customer.OwnerId == me.Id || me.Sees.Contains(customer.TeamId);
        Guid[] both = [dispute.OwnerId, dispute.RaiserId];
        var names = await db.Members.Of(me).Where(m => both.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.ShortName, stop);
        var may = MayOf(me, dispute);
        var (owner, raiser) = whole && may is DisputeMay.Decide or DisputeMay.Close ? await new DisputeClaims(db, field).OfAsync(dispute, stop) : ((DisputeClaim?)null, (DisputeClaim?)null);
        return new(
            dispute.Id, hers ? customer.Id : null, hers ? customer.Name : dispute.AskedName, Named(dispute.OwnerId, dispute.TeamId), Named(dispute.RaiserId, dispute.RaiserTeamId),
            dispute.RaiserId == me.Id, dispute.Reason, dispute.RaisedAt, dispute.DueOn, dispute.State is DisputeState.Open && dispute.DueOn < today, dispute.State,
            dispute.Decision, dispute.Ground, dispute.DecisionText, dispute.AppealReason, dispute.FinalDecision, dispute.FinalText,
            owner, raiser, owner is null || raiser is null ? null : DisputeRule.Of(owner, raiser), may);

        string Named(Guid member, Guid team) => member == me.Id || team == me.TeamId || me.Sees.Contains(team) ? names.GetValueOrDefault(member, "") : "";
    }

    public static DisputeMay? MayOf(Me me, Dispute dispute) => dispute.State switch
    {
        DisputeState.Open when MayDecide(me, dispute, Role.Supervisor, Role.Manager) => DisputeMay.Decide,
        DisputeState.Appealed when MayDecide(me, dispute, Role.Manager) && dispute.DecidedById != me.Id => DisputeMay.Close,
        DisputeState.Decided when me.Id == (dispute.Decision is DisputeSide.Owner ? dispute.RaiserId : dispute.OwnerId) => DisputeMay.Appeal,
        _ => null,
    };

    /// <summary>Leads the owner's team, and is no side of it.</summary>
    public static bool MayDecide(Me me, Dispute dispute, params ReadOnlySpan<Role> roles) => me.Is(roles) && me.Sees.Contains(dispute.TeamId) && !dispute.IsParty(me.Id);
}
