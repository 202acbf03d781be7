using System.Globalization;

namespace Vesper.Kit.Http;

/// <summary>One page of a list, and where the next one begins; null: this was the last.</summary>
sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A place in a list that is newest first: the last row that was seen. Opaque on the wire.</summary>
readonly record struct PageCursor(DateTimeOffset At, Guid Id)
{
    public override string ToString() => FormattableString.Invariant($"{At.UtcTicks:x}-{Id:N}");

    /// <summary>Null for the first page.</summary>
    /// <exception cref="Refusal">400 <c>page.cursor</c>: this is no place in any list.</exception>
    public static PageCursor? Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0 && long.TryParse(text.AsSpan(0, dash), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            && ticks is >= 0 and <= 3_155_378_975_999_999_999 && Guid.TryParseExact(text.AsSpan(dash + 1), "N", out var id))
            return new(new(ticks, TimeSpan.Zero), id);
        throw new Refusal("page.cursor", "This place in the list is not readable.", StatusCodes.Status400BadRequest);
    }
}

static class Pages
{
    /// <summary>From one row more than a page holds: the page, and the cursor if there is more.</summary>
    public static Page<T> ToPage<T>(this IReadOnlyList<T> rows, int size, Func<T, PageCursor> at) =>
        rows.Count <= size ? new(rows, null) : new([.. rows.Take(size)], at(rows[size - 1]).ToString());
}
