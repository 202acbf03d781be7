using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Data;

namespace Vesper.Ops.Crm;

/// <summary>
/// Customers and deals of an export, in batches of one transaction each. What is here already stays as the team has kept it; only a deal that is still
/// open here takes what the export says. Opportunities without an account go to one customer without a name an agent (docs/decisions/0008).
/// </summary>
sealed class CrmImport(Guid orgId, string organisation, CrmTree tree, Writer writer, TimeProvider time)
{
    const int Batch = 500;

    readonly CrmIds _ids = new(organisation);

    public async Task RunAsync(CrmExport export, ImportReport report, Action<string, int, int> progress, CancellationToken stop)
    {
        var customers = Customers(export).ToList();
        var done = 0;
        foreach (var batch in customers.Chunk(Batch))
        {
            stop.ThrowIfCancellationRequested();
            await writer.Run(orgId, db => SaveAsync(db, batch, report));
            progress("customers", done += batch.Length, customers.Count);
        }

        done = 0;
        foreach (var batch in export.Opportunities.Chunk(Batch))
        {
            stop.ThrowIfCancellationRequested();
            await writer.Run(orgId, db => SaveAsync(db, batch, report));
            progress("opportunities", done += batch.Length, export.Opportunities.Count);
        }
    }

    IEnumerable<Customer> Customers(CrmExport export)
    {
        var byAccount = export.Opportunities.Where(opportunity => opportunity.Account is not null).ToLookup(opportunity => opportunity.Account!);
        var anyone = export.Agents.First();
        foreach (var account in export.Accounts)
            yield return Customer($"account:{account.Name}", account.Name, Owner(byAccount[account.Name]) ?? anyone, [.. byAccount[account.Name]], account);
        foreach (var own in export.Opportunities.Where(opportunity => opportunity.Account is null).GroupBy(opportunity => opportunity.Agent))
            yield return Customer($"no-account:{own.Key.Name}", $"未指明客户 · {own.Key.Name}", own.Key, [.. own], null);
    }

    /// <summary>Who has most to do with it; of equals, who did last.</summary>
    static CrmAgent? Owner(IEnumerable<CrmOpportunity> opportunities) => opportunities
        .GroupBy(opportunity => opportunity.Agent)
        .OrderByDescending(own => own.Count()).ThenByDescending(own => own.Max(opportunity => opportunity.Latest)).ThenBy(own => own.Key.Name, StringComparer.Ordinal)
        .Select(own => own.Key).FirstOrDefault();

    Customer Customer(string reference, string name, CrmAgent owner, IReadOnlyList<CrmOpportunity> own, CrmAccount? account)
    {
        var since = own.Count > 0 ? own.Min(one => one.OpenedOn) : DateOnly.FromDateTime(time.GetUtcNow().Date);
        return new()
        {
            OrgId = orgId, Id = _ids.Of("customer", reference), OwnerId = tree.MemberOf(owner), TeamId = tree.TeamOf(owner), Name = name, ShortName = name.Length <= 40 ? name : name[..40],
            Industry = account?.Sector ?? "", Employees = account?.Employees, City = account?.Country ?? "", ExternalRef = $"crm:{reference}", Stage = StageOf(own),
            GradeSince = since, CreatedAt = Noon(since), UpdatedAt = Noon(own.Count > 0 ? own.Max(one => one.Latest) : since),
        };
    }

    // What is open says where the work stands; without that, whoever has bought has signed.
    static Stage StageOf(IReadOnlyList<CrmOpportunity> own) =>
        own.Where(one => one.State is DealState.Open).Select(one => (Stage?)one.Stage).Max() ?? (own.Any(one => one.State is DealState.Won) ? Stage.Sign : Stage.Develop);

    async Task SaveAsync(Db db, Customer[] batch, ImportReport report)
    {
        var refs = batch.Select(customer => customer.ExternalRef).ToList();
        var here = await db.Customers.Of(orgId).Where(customer => refs.Contains(customer.ExternalRef)).Select(customer => customer.ExternalRef).ToListAsync();
        var fresh = batch.Where(customer => !here.Contains(customer.ExternalRef)).ToList();
        db.AddRange(fresh);
        foreach (var customer in fresh) await CustomerSearch.IndexAsync(db, customer);
        report.Count("customers", fresh.Count, 0, batch.Length - fresh.Count);
    }

    async Task SaveAsync(Db db, CrmOpportunity[] batch, ImportReport report)
    {
        var refs = batch.Select(Reference).ToList();
        var here = await db.Deals.Of(orgId).Where(deal => refs.Contains(deal.ExternalRef!)).ToDictionaryAsync(deal => deal.ExternalRef!);
        var (added, changed) = (0, 0);
        foreach (var opportunity in batch)
            if (!here.TryGetValue(Reference(opportunity), out var deal))
            {
                db.Add(Deal(opportunity));
                added++;
            }
            else if (deal.State is DealState.Open && Take(deal, opportunity)) changed++;
        report.Count("deals", added, changed, batch.Length - added - changed);
    }

    static bool Take(Deal deal, CrmOpportunity opportunity)
    {
        var before = (deal.State, deal.Stage, deal.ClosedOn, deal.AmountFen);
        var after = (opportunity.State, opportunity.Stage, opportunity.ClosedOn, opportunity.AmountMinor);
        if (before == after) return false;
        (deal.State, deal.Stage, deal.ClosedOn, deal.AmountFen) = after;
        return true;
    }

    Deal Deal(CrmOpportunity one) => new()
    {
        OrgId = orgId, Id = _ids.Of("deal", one.Id), CustomerId = _ids.Of("customer", one.Account is { } account ? $"account:{account}" : $"no-account:{one.Agent.Name}"),
        OwnerId = tree.MemberOf(one.Agent), TeamId = tree.TeamOf(one.Agent), Name = $"{one.Product} (USD)", Stage = one.Stage, State = one.State,
        AmountFen = one.AmountMinor, OpenedOn = one.OpenedOn, ClosedOn = one.ClosedOn, ExternalRef = Reference(one),
    };

    static string Reference(CrmOpportunity opportunity) => $"crm:opportunity:{opportunity.Id}";

    static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
