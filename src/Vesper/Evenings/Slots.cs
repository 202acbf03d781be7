namespace Vesper.Evenings;

/// <summary>
/// Who gets one of the places. Candidates come in order, those that cannot wait first; if they are more than the places, the
/// last place is shared by all the rest of them, at small tables side by side. So nothing ever waits longer than its limit, however full a day is.
/// </summary>
static class Slots
{
    public static IReadOnlyList<IReadOnlyList<T>> Fill<T>(IReadOnlyList<T> candidates, int places, Func<T, bool> cannotWait)
    {
        var urgent = candidates.TakeWhile(cannotWait).ToList();
        if (urgent.Count <= places) return [.. candidates.Take(places).Select(one => (IReadOnlyList<T>)[one])];

        return [.. urgent.Take(places - 1).Select(one => (IReadOnlyList<T>)[one]), [.. urgent.Skip(places - 1)]];
    }
}
