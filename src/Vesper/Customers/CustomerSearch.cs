using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;
using Vesper.Kit.Text.Han;

namespace Vesper.Customers;

/// <summary>A person at a customer as far as the customer is found by her.</summary>
readonly record struct FoundBy(string Name, string PhoneKey);

/// <summary>
/// What a customer is found by: names, city, industry, credit code, the people there, each written and by its sound, and the ends of their phone numbers; by whom: her owner and his team; and
/// as which company: the marks of its name.
/// </summary>
static class CustomerSearch
{
    public const string Kind = "customer";
    const int ShortestTail = 4;

    public static string Words(Customer customer, IEnumerable<FoundBy> people)
    {
        var (company, known) = (CompanyName.Of(customer.Name, customer.City), people.ToList());
        return Search.Words(
            [
                .. new[] { customer.OwnerId, customer.FormerOwnerId }.OfType<Guid>().Select(owner => Search.Scope('o', owner)), Search.Scope('t', customer.TeamId), .. NameMarks.Of(company),
                .. known.Where(person => person.PhoneKey.Length > 0).Select(person => Tail(person.PhoneKey)),
            ],
            ((string[])[customer.ShortName, customer.Name, customer.City, customer.Industry, customer.CreditCode, .. known.Select(person => person.Name)]).Select(text => HanTables.Simplified(text))
                .Concat(known.Select(person => person.Name).Prepend(company.Core).Prepend(customer.ShortName).SelectMany(Pinyin.Words).Distinct()));
    }

    /// <summary>What to ask for. Digits are the beginning of a number in a name, or the end of somebody's phone.</summary>
    public static IReadOnlyList<SearchTerm> Terms(string words)
    {
        var digits = string.Concat(words.Where(char.IsAsciiDigit));
        if (digits.Length > 0 && words.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '-' or '+' or '(' or ')'))
            return digits.Length < ShortestTail ? [new(digits, Prefix: digits.Length > 1)] : [new(digits, Prefix: true, Otherwise: Tail(PhoneKey.Of(words) is { Length: > 0 } key ? key : digits))];
        // One letter begins half of all words: it asks for the word that it is.
        return [.. Bigrams.Query(HanTables.Simplified(words).Replace('ü', 'v')).Select(term => term is { Prefix: true, Text.Length: 1 } ? term with { Prefix = false } : term)];
    }

    /// <summary>Read backwards, so that its end is the beginning of a word; with the sign of the words nobody can type.</summary>
    static string Tail(string digits) => $"#p{string.Concat(digits.Reverse())}";

    /// <summary>After every change of a name, an owner or a contact, in the same write. Contacts that are not saved yet are named.</summary>
    public static async Task IndexAsync(Db db, Customer customer, Contact? changed = null)
    {
        var contacts = await db.Contacts.Of(customer.OrgId).Where(contact => contact.CustomerId == customer.Id).ToListAsync();
        var people = contacts.Where(contact => contact.Id != changed?.Id).Append(changed).OfType<Contact>().Select(contact => new FoundBy(contact.Name, contact.PhoneKey));
        await Search.PutAsync(db, customer.OrgId, Kind, customer.Id, Words(customer, people));
    }

    /// <summary>As <see cref="CustomerQueries.VisibleTo"/>, for the index.</summary>
    public static IReadOnlyList<string> Scopes(Me me) => [Search.Scope('o', me.Id), .. me.Sees.Select(team => Search.Scope('t', team))];
}
