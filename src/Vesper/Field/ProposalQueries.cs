using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Customers.Inventories;
using Vesper.Evenings;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Geo;

namespace Vesper.Field;

/// <summary>Brings a member's customers before <see cref="Proposals"/>.</summary>
static class ProposalQueries
{
    /// <summary>Her own customers reach the rule up to this many, newest first; nobody visits more.</summary>
    const int Looked = 500;

    public static async Task<IReadOnlyList<ProposalView>> ReadAsync(Db db, Me me, DateOnly day, DateOnly today, PlanOptions options, GradeOptions grades, CancellationToken stop)
    {
        var agreed = await AgreedAsync(db, me, day.AddDays(-options.Overdue), day, stop);
        var customers = await db.Customers.VisibleTo(me).Where(customer => customer.OwnerId == me.Id || agreed.Keys.Contains(customer.Id))
            .OrderByDescending(customer => customer.UpdatedAt).Take(Looked).ToDictionaryAsync(customer => customer.Id, stop);
        var planned = await DayPlan.Of(db, me, day);
        var dismissed = await db.Set<DismissedProposal>().Where(one => one.OrgId == me.OrgId && one.MemberId == me.Id && one.Day == day)
            .Select(one => one.CustomerId).ToHashSetAsync(stop);
        var facts = await PlanQueries.FactsAsync(db, me, [.. customers.Values.Where(customer => customer.Grade < Grade.D).Select(customer => customer.Id)], stop);
        var chances = await ChancesAsync(db, me, day.AddDays(-options.Overdue), stop);
        var names = await StopsAsync(db, me, planned, stop);

        return [.. Proposals.For(day, customers.Values.Select(Seen), names.ToDictionary(stop => stop.Key, stop => stop.Value.At), dismissed, options)
            .Select(one => View(one, customers[one.About.CustomerId], one.NearTo is { } near ? names[near].Name : ""))];

        Prospect Seen(Customer customer) => new(
            customer.Id, customer.Grade, PointOf(customer.Latitude, customer.Longitude), customer.LastVisitAt is { } at ? me.DayOf(at) : null,
            customer.NextStep, customer.NextOn, customer.Grade < Grade.D ? Staleness.Next(facts[customer.Id].AsSeen(), today, grades) : null,
            customer.VisitsWithoutKp >= grades.KpUnseenVisits, agreed.GetValueOrDefault(customer.Id)?.DueOn, agreed.GetValueOrDefault(customer.Id)?.Text ?? "",
            Open(customer)?.NextOn, Open(customer)?.NextAction ?? "");

        // Whoever went there since has another next step.
        InventoryLine? Open(Customer customer) => chances.GetValueOrDefault(customer.Id) is { } line && !(customer.LastVisitAt > line.JudgedAt) ? line : null;
    }

    /// <summary>What the evening agreed and is still open, the nearest day of each customer.</summary>
    static async Task<Dictionary<Guid, Commitment>> AgreedAsync(Db db, Me me, DateOnly from, DateOnly until, CancellationToken stop) =>
        (await db.Commitments.Of(me)
            .Where(one => one.MemberId == me.Id && (one.State == CommitmentState.Open || one.State == CommitmentState.NotYet)
                && one.CustomerId != null && one.DueOn >= from && one.DueOn <= until)
            .ToListAsync(stop))
        .GroupBy(one => one.CustomerId!.Value).ToDictionary(one => one.Key, one => one.OrderByDescending(c => c.DueOn).ThenBy(c => c.Id).First());

    /// <summary>What my last inventories that ended called a chance, the newest word of each customer.</summary>
    static async Task<Dictionary<Guid, InventoryLine>> ChancesAsync(Db db, Me me, DateOnly since, CancellationToken stop) =>
        (await (
            from session in db.Inventories.Of(me)
            where session.MemberId == me.Id && session.EndedAt != null && session.Day >= since
            join line in db.InventoryLines.Of(me) on session.Id equals line.InventoryId
            where line.Verdict != null
            select line).AsNoTracking().ToListAsync(stop))
        .GroupBy(line => line.CustomerId).Select(lines => lines.MaxBy(line => line.JudgedAt)!).Where(line => line.Verdict is Verdict.Chance)
        .ToDictionary(line => line.CustomerId);

    static async Task<Dictionary<Guid, (string Name, Point? At)>> StopsAsync(Db db, Me me, List<PlannedVisit> planned, CancellationToken stop)
    {
        var ids = planned.ConvertAll(one => one.CustomerId);
        return (await db.Customers.Of(me).Where(customer => ids.Contains(customer.Id))
                .Select(customer => new { customer.Id, customer.ShortName, customer.Latitude, customer.Longitude }).ToListAsync(stop))
            .ToDictionary(customer => customer.Id, customer => (customer.ShortName, PointOf(customer.Latitude, customer.Longitude)));
    }

    static Point? PointOf(double? latitude, double? longitude) => latitude is { } north && longitude is { } east ? new Point(north, east) : null;

    static ProposalView View(Proposal one, Customer customer, string nearTo) => new(
        customer.Id, customer.ShortName, customer.Grade, one.Why, one.Purpose.To(100), one.On,
        one.Why is ProposalWhy.Falling ? one.About.Falls!.To : null, customer.VisitsWithoutKp, one.Metres is { } metres ? (int)Math.Round(metres) : null, nearTo);
}
