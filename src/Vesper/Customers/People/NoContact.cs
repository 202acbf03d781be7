using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Customers.People;

/// <summary>不再联系: whoever asked to be left alone is not called, and does not come back by another door with the same number (L).</summary>
static class NoContact
{
    /// <summary>Of these phone keys those whose owner is not to be contacted, anywhere in the organisation: for imports.</summary>
    public static async Task<HashSet<string>> KeysAsync(Db db, Guid orgId, IReadOnlyCollection<string> keys, CancellationToken stop = default) =>
        [.. await db.Contacts.Of(orgId).Where(contact => contact.NoContactOn != null && contact.PhoneKey != "" && keys.Contains(contact.PhoneKey)).Select(contact => contact.PhoneKey).ToListAsync(stop)];

    /// <exception cref="Refusal">The number belongs to somebody who is not to be contacted.</exception>
    public static async Task RefuseAsync(Db db, Guid orgId, string phone)
    {
        if (PhoneKey.Of(phone) is { Length: > 0 } key && (await KeysAsync(db, orgId, [key])).Count > 0)
            throw new Refusal("contact.no-contact", "Whoever has this number asked not to be contacted.");
    }
}
