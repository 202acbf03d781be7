using System.Text;
using System.Text.Unicode;
using Vesper.Kit.Http;

namespace Vesper.Customers.Imports;

/// <summary>Which letters and which separator a text file was written with; nobody who exports a list knows.</summary>
static class TextGuess
{
    static readonly char[] Separators = [',', ';', '\t', '|'];

    static TextGuess() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>UTF-8 where it can be, UTF-16 by its mark or its zeros, else what a Chinese Excel writes.</summary>
    /// <exception cref="Refusal"><c>import.encoding</c>: none of them, or no text at all.</exception>
    public static string Charset(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Checked(bytes, "utf-16LE");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Checked(bytes, "utf-16BE");
        if (bytes.Contains((byte)0)) return Checked(bytes, ZerosAt(bytes, 1) >= ZerosAt(bytes, 0) ? "utf-16LE" : "utf-16BE");
        return Utf8.IsValid(bytes) ? "utf-8" : Checked(bytes, "GB18030");
    }

    /// <summary>Throws on what it cannot read.</summary>
    public static Encoding Of(string charset) => Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>What parts the first lines best: into most columns, the same number on each. Separators within quotes do not count.</summary>
    public static char Separator(string beginning)
    {
        var best = (Separator: ',', Score: 0);
        foreach (var separator in Separators)
        {
            var counts = Counts(beginning, separator).Take(20).Where(count => count.Any).Select(count => count.Found).ToList();
            if (counts.Count == 0) continue;
            var usual = counts.GroupBy(count => count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
            var score = usual.Key * usual.Count();
            if (score > best.Score) best = (separator, score);
        }
        return best.Separator;
    }

    static IEnumerable<(int Found, bool Any)> Counts(string text, char separator)
    {
        var (found, quoted, any) = (0, false, false);
        foreach (var letter in text)
        {
            if (letter == '"') quoted = !quoted;
            if (!quoted && letter is '\n' or '\r')
            {
                yield return (found, any);
                (found, any) = (0, false);
                continue;
            }
            any = true;
            if (!quoted && letter == separator) found++;
        }
        if (any) yield return (found, any);
    }

    static string Checked(ReadOnlySpan<byte> bytes, string charset)
    {
        try
        {
            // Nothing is kept: only whether all of it can be read, and that no letter is a zero, which no text has.
            var decoder = Of(charset).GetDecoder();
            Span<char> letters = stackalloc char[4096];
            while (true)
            {
                decoder.Convert(bytes, letters, flush: true, out var read, out var written, out var done);
                if (letters[..written].Contains('\0')) break;
                bytes = bytes[read..];
                if (done) return charset;
            }
        }
        catch (DecoderFallbackException)
        {
            // said below
        }
        throw new Refusal("import.encoding", "These letters cannot be read; save it as “CSV UTF-8” or as .xlsx.");
    }

    static int ZerosAt(ReadOnlySpan<byte> bytes, int parity)
    {
        var count = 0;
        for (var i = parity; i < Math.Min(bytes.Length, 4096); i += 2) count += bytes[i] == 0 ? 1 : 0;
        return count;
    }
}
