using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Kit.Text;

/// <summary>A thing that was found, and its place in the order.</summary>
sealed record SearchHit(long Seq, Guid SubjectId);

/// <summary>
/// Finds things by their words, newest first. Who may see a thing is among its words as scopes, so that the index itself narrows to them: a rep's search
/// never walks the archive of the organisation, and one tenant never another's.
/// </summary>
static class Search
{
    /// <summary>A word nobody can type: folded text holds letters and digits only.</summary>
    public static string Scope(char kind, Guid id) => $"#{kind}{id:N}";

    /// <summary>The words of a thing: its scopes, and every text about it.</summary>
    public static string Words(IEnumerable<string> scopes, params IEnumerable<string> texts) =>
        string.Join(' ', [.. scopes, .. texts.Select(Bigrams.Index).Where(words => words.Length > 0)]);

    /// <summary>Writes the words of a thing anew and puts it first. Inside a write.</summary>
    public static async Task PutAsync(Db db, Guid orgId, string kind, Guid subjectId, string words)
    {
        var rows = db.Set<SearchRow>();
        if (rows.Local.FirstOrDefault(row => row.SubjectId == subjectId && row.Kind == kind) is { } unsaved) db.Remove(unsaved);
        else if (await rows.FirstOrDefaultAsync(row => row.OrgId == orgId && row.Kind == kind && row.SubjectId == subjectId) is { } earlier) db.Remove(earlier);
        db.Add(new SearchRow { OrgId = orgId, Kind = kind, SubjectId = subjectId, Words = words });
    }

    /// <summary>The same by prepared statements, for what is written at every turn; nothing else of this write may touch the same row. No words: it is found no more.</summary>
    public static async Task ReplaceAsync(Db db, Guid orgId, string kind, Guid subjectId, string? words)
    {
        await db.Line!.RunAsync("delete from search_rows where org_id = @p0 and kind = @p1 and subject_id = @p2", orgId, kind, subjectId);
        if (words is not null) await db.Line.RunAsync("insert into search_rows (org_id, kind, subject_id, words) values (@p0, @p1, @p2, @p3)", orgId, kind, subjectId, words);
    }

    /// <summary>A word nobody can type either, for what identifies a thing and is long or secret: it can be asked for, and nothing can be read from it.</summary>
    public static string Mark(char kind, string of) => $"#{kind}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 8))}";

    /// <summary>Things that have at least one of these marks.</summary>
    public static Task<List<SearchHit>> WithAsync(Db db, Guid orgId, string kind, IReadOnlyList<string> marks, int most, CancellationToken stop) =>
        db.Database.SqlQueryRaw<SearchHit>(db.Engine.Search, orgId, kind, db.Engine.SearchFor(marks, []), long.MaxValue, most).ToListAsync(stop);

    /// <summary>Things that have all these words and at least one of these scopes.</summary>
    public static Task<List<SearchHit>> FindAsync(
        Db db, Guid orgId, string kind, IReadOnlyList<string> scopes, IReadOnlyList<SearchTerm> terms, long before, int most, CancellationToken stop) =>
        scopes.Count == 0 || terms.Count == 0
            ? Task.FromResult(new List<SearchHit>())
            : db.Database.SqlQueryRaw<SearchHit>(db.Engine.Search, orgId, kind, db.Engine.SearchFor(scopes, terms), before, most).ToListAsync(stop);

    /// <summary>The same by a prepared statement, for pages that are searched all day.</summary>
    public static async Task<List<SearchHit>> FindAsync(
        PreparedLine line, DbEngine engine, Guid orgId, string kind, IReadOnlyList<string> scopes, IReadOnlyList<SearchTerm> terms, long before, int most, CancellationToken stop) =>
        scopes.Count == 0 || terms.Count == 0
            ? []
            : await line.ListAsync(
                string.Format(CultureInfo.InvariantCulture, engine.Search, "@p0", "@p1", "@p2", "@p3", "@p4"),
                row => new SearchHit(row.Long(0), row.Id(1)), stop, orgId, kind, engine.SearchFor(scopes, terms), before, most);

    /// <summary>Where a next page of hits begins; nothing for the first.</summary>
    /// <exception cref="Refusal">400 <c>page.cursor</c></exception>
    public static long Before(string? after) =>
        string.IsNullOrEmpty(after) ? long.MaxValue
        : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq
        : throw new Refusal("page.cursor", "This place in the list is not readable.", StatusCodes.Status400BadRequest);

    public static string After(SearchHit last) => last.Seq.ToString(CultureInfo.InvariantCulture);
}
