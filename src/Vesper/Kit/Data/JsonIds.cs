using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Vesper.Kit.Data;

/// <summary>A short list of ids in one text column, the same on both engines; empty where an older row has none.</summary>
static class JsonIds
{
    public static PropertyBuilder<IReadOnlyList<Guid>> AsJsonIds(this PropertyBuilder<IReadOnlyList<Guid>> ids)
    {
        ids.HasConversion(AsText, SameIds).HasDefaultValue(Array.Empty<Guid>()).ValueGeneratedNever();
        return ids;
    }

    static readonly ValueConverter<IReadOnlyList<Guid>, string> AsText = new(
        ids => JsonSerializer.Serialize(ids, JsonSerializerOptions.Default),
        json => json == "[]" ? Array.Empty<Guid>() : JsonSerializer.Deserialize<Guid[]>(json, JsonSerializerOptions.Default)!);

    static readonly ValueComparer<IReadOnlyList<Guid>> SameIds = new((a, b) => a!.SequenceEqual(b!), ids => ids.Count, ids => ids.ToArray());
}
