using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;

namespace Vesper.Customers;

/// <summary>What a customer is found by: names, city, industry, the people there; and by whom: her owner and his team.</summary>
static class CustomerSearch
{
    public const string Kind = "customer";

    public static string Words(Customer customer, IEnumerable<string> contacts) => Search.Words(
        [.. customer.OwnerId is { } owner ? [Search.Scope('o', owner)] : Array.Empty<string>(), Search.Scope('t', customer.TeamId)],
        [customer.ShortName, customer.Name, customer.City, customer.Industry, .. contacts]);

    /// <summary>After every change of a name, an owner or a contact, in the same write. Contacts that are not saved yet are named.</summary>
    public static async Task IndexAsync(Db db, Customer customer, Contact? changed = null)
    {
        var contacts = await db.Contacts.Of(customer.OrgId).Where(contact => contact.CustomerId == customer.Id).ToListAsync();
        var names = contacts.Where(contact => contact.Id != changed?.Id).Append(changed).OfType<Contact>().Select(contact => contact.Name);
        await Search.PutAsync(db, customer.OrgId, Kind, customer.Id, Words(customer, names));
    }

    /// <summary>As <see cref="CustomerQueries.VisibleTo"/>, for the index.</summary>
    public static IReadOnlyList<string> Scopes(Me me) => [Search.Scope('o', me.Id), .. me.Sees.Select(team => Search.Scope('t', team))];
}
