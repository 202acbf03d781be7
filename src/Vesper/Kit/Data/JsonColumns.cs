using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Live;

namespace Vesper.Kit.Data;

static class JsonColumns
{
    /// <summary>A short list kept in one text column, for lists that are only ever read with their row.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> list) => list.HasConversion(
        items => JsonSerializer.Serialize(items, EventJson.Options),
        json => JsonSerializer.Deserialize<List<T>>(json, EventJson.Options)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), items => items.Count, items => items.ToList()));
}
