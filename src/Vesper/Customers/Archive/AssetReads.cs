using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Customers.Archive;

/// <summary>What the archive holds of many customers, in four statements however many they are.</summary>
sealed class AssetReads(Db db, Me me)
{
    public async Task<List<(Guid Id, Guid? OwnerId, Guid TeamId, AssetKnown Known)>> OfAsync(IQueryable<Customer> wanted, CancellationToken stop)
    {
        var customers = await wanted.Select(c => new
        {
            c.Id, c.OwnerId, c.TeamId, c.Grade, c.Stage, c.LastVisitAt, c.CreatedAt,
            City = c.City != "", Industry = c.Industry != "", Employees = c.Employees != null, Address = c.Address != "" || c.Latitude != null,
        }).ToListAsync(stop);
        var people = await (
            from contact in db.Contacts.Of(me)
            join customer in wanted on contact.CustomerId equals customer.Id
            group contact by contact.CustomerId into hers
            select new
            {
                hers.Key,
                Phones = hers.Count(c => c.Phone != ""),
                Kps = hers.Count(c => c.Role == ContactRole.Kp1 || c.Role == ContactRole.Kp2),
                Met = hers.Count(c => (c.Role == ContactRole.Kp1 || c.Role == ContactRole.Kp2) && c.MetOn != null),
                Deciders = hers.Count(c => c.Decides && c.MetOn != null),
            }).ToDictionaryAsync(hers => hers.Key, stop);
        var facts = (await (
            from fact in db.Facts.Of(me)
            join customer in wanted on fact.CustomerId equals customer.Id
            group fact by new { fact.CustomerId, fact.Kind } into kind
            select new { kind.Key.CustomerId, kind.Key.Kind, On = kind.Max(fact => fact.SeenOn) }).ToListAsync(stop)).ToLookup(fact => fact.CustomerId);
        var calls = await (
            from call in db.Calls.Of(me)
            join customer in wanted on call.CustomerId equals customer.Id
            where call.Outcome == CallOutcome.Reached || call.Outcome == CallOutcome.Appointment
            group call by call.CustomerId into hers
            select new { hers.Key, On = hers.Max(call => call.Day) }).ToDictionaryAsync(hers => hers.Key, hers => hers.On, stop);

        return customers.ConvertAll(c =>
        {
            var (who, shown) = (people.GetValueOrDefault(c.Id), facts[c.Id].ToList());
            var parts = new HashSet<AssetPart>();
            Add(AssetPart.City, c.City);
            Add(AssetPart.Industry, c.Industry);
            Add(AssetPart.Employees, c.Employees);
            Add(AssetPart.Address, c.Address);
            Add(AssetPart.Contact, who is not null);
            Add(AssetPart.Phone, who is { Phones: > 0 });
            foreach (var (part, kind) in ((AssetPart, FactKind)[])[(AssetPart.Need, FactKind.Need), (AssetPart.Budget, FactKind.Budget), (AssetPart.Time, FactKind.Time), (AssetPart.Authority, FactKind.Authority)])
                Add(part, shown.Exists(fact => fact.Kind == kind));
            List<DateOnly> days = [.. shown.Select(fact => fact.On), .. calls.TryGetValue(c.Id, out var called) ? [called] : Array.Empty<DateOnly>(), .. c.LastVisitAt is { } visit ? [me.DayOf(visit)] : Array.Empty<DateOnly>()];
            var kpMet = who is { Met: > 0 } || shown.Exists(fact => fact.Kind is FactKind.KpMet);
            var depth = who is { Deciders: > 0 } ? KpDepth.DeciderMet : kpMet ? KpDepth.KpMet : who is { Kps: > 0 } ? KpDepth.KpKnown : who is null ? KpDepth.Nobody : KpDepth.Somebody;
            return (c.Id, c.OwnerId, c.TeamId, new AssetKnown(parts, days.Count > 0 ? days.Max() : me.DayOf(c.CreatedAt), depth, c.Grade, c.Stage is Stage.Sign));

            void Add(AssetPart part, bool known)
            {
                if (known) parts.Add(part);
            }
        });
    }
}
