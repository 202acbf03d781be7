namespace Vesper.Evenings;

static class Clip
{
    /// <summary>At most so many UTF-16 units, ending in … when cut, never in half an emoji.</summary>
    public static string To(this string text, int most)
    {
        if (text.Length <= most) return text;
        var end = most - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }
}
