using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Text;

namespace Vesper.Customers;

/// <summary>统一社会信用代码, by which a company is known whatever it is called: 17 characters and a check digit (GB 32100-2015).</summary>
static class CreditCode
{
    const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const int Length = 18;

    /// <summary>The code as it is kept, for one that was typed in any width and case, with spaces or without; empty for none.</summary>
    /// <exception cref="Refusal">400 <c>customer.credit-code</c>: mistyped.</exception>
    public static string Of(string? typed)
    {
        var code = Fold.Of(typed).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return code.Length == 0 || IsValid(code) ? code : throw new Refusal("customer.credit-code", "This is no credit code: a character is wrong or missing.", StatusCodes.Status400BadRequest);
    }

    public static bool IsValid(string code)
    {
        if (code.Length != Length || code.Any(letter => !Letters.Contains(letter, StringComparison.Ordinal))) return false;
        var (sum, weight) = (0, 1);
        foreach (var letter in code[..^1]) (sum, weight) = (sum + (Letters.IndexOf(letter, StringComparison.Ordinal) * weight), weight * 3 % 31);
        return Letters[(31 - (sum % 31)) % 31] == code[^1];
    }

    public static Task<Customer?> CustomerAsync(Db db, Me me, string code, CancellationToken stop) =>
        code.Length == 0 ? Task.FromResult<Customer?>(null) : db.Customers.Of(me).Where(customer => customer.CreditCode == code).OrderBy(customer => customer.Id).FirstOrDefaultAsync(stop);
}
