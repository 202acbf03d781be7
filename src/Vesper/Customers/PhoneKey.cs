using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Customers;

/// <summary>A phone number as far as it identifies: its digits, without the country in front.</summary>
static class PhoneKey
{
    const int Shortest = 7;

    /// <summary>Empty for what is too short to be anybody's own.</summary>
    public static string Of(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        if (digits.StartsWith("0086", StringComparison.Ordinal)) digits = digits[4..];
        else if (digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal)) digits = digits[2..];
        return digits.Length >= Shortest ? digits : "";
    }

    /// <summary>The customer at whom somebody has this phone, whoever looks after it.</summary>
    public static async Task<Customer?> CustomerAsync(Db db, Me me, string phone, CancellationToken stop) =>
        Of(phone) is not { Length: > 0 } key ? null : await (
            from contact in db.Contacts.Of(me)
            where contact.PhoneKey == key
            join customer in db.Customers.Of(me) on contact.CustomerId equals customer.Id
            orderby customer.Id
            select customer).FirstOrDefaultAsync(stop);
}
