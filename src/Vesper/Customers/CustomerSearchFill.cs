using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Text;

namespace Vesper.Customers;

/// <summary>Gives customers that were loaded in bulk, past the archive's own door, their rows in the search index. Runs once after the start; finding nothing costs one look.</summary>
sealed class CustomerSearchFill(DbFactory databases, Writer writer, ILogger<CustomerSearchFill> log) : BackgroundService
{
    const int Portion = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var filled = await FillAsync(databases, writer, stoppingToken);
            if (filled > 0) log.LogInformation("{Count} customers were given to the search", filled);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The search could not be filled; it is tried again at the next start");
        }
    }

    /// <summary>For loads that end in this process: call it when they are done.</summary>
    public static async Task<int> FillAsync(DbFactory databases, Writer writer, CancellationToken stop)
    {
        var filled = 0;
        while (await MissingAsync(databases, stop) is { Count: > 0 } missing)
        {
            foreach (var organisation in missing.GroupBy(customer => customer.OrgId))
                await writer.Run(organisation.Key, db => IndexAsync(db, [.. organisation]));
            filled += missing.Count;
        }
        return filled;
    }

    // Oldest first, so that the newest is found first.
    static async Task<List<Customer>> MissingAsync(DbFactory databases, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        return await db.Customers
            .Where(customer => !db.Set<SearchRow>().Any(row => row.OrgId == customer.OrgId && row.Kind == CustomerSearch.Kind && row.SubjectId == customer.Id))
            .OrderBy(customer => customer.UpdatedAt).Take(Portion).ToListAsync(stop);
    }

    static async Task IndexAsync(Db db, List<Customer> customers)
    {
        var (org, ids) = (customers[0].OrgId, customers.ConvertAll(customer => customer.Id));
        var done = await db.Set<SearchRow>().Where(row => row.OrgId == org && row.Kind == CustomerSearch.Kind && ids.Contains(row.SubjectId)).Select(row => row.SubjectId).ToListAsync();
        var contacts = (await db.Contacts.Of(org).Where(contact => ids.Contains(contact.CustomerId)).Select(c => new { c.CustomerId, c.Name, c.PhoneKey }).ToListAsync()).ToLookup(c => c.CustomerId, c => new FoundBy(c.Name, c.PhoneKey));
        db.AddRange(customers.Where(customer => !done.Contains(customer.Id)).Select(customer => new SearchRow
        {
            OrgId = org, Kind = CustomerSearch.Kind, SubjectId = customer.Id, Words = CustomerSearch.Words(customer, contacts[customer.Id]),
        }));
    }
}
