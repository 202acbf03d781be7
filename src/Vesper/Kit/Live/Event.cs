using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vesper.Kit.Live;

/// <summary>Something that happened, in the past tense: <c>check-in.created</c>. Small, without secrets: it travels to every phone of its topic.</summary>
interface IEvent
{
    [JsonIgnore]
    string Type { get; }
}

/// <summary>Who may hear an event: a whole organisation, a team, or one member.</summary>
readonly record struct Topic(string Name)
{
    public static readonly Topic Organisation = new("org");

    /// <summary>For the server's own consumers only; no phone may subscribe to it.</summary>
    public static readonly Topic House = new("house");

    public static Topic Team(Guid teamId) => new($"team:{teamId:N}");

    public static Topic Member(Guid memberId) => new($"member:{memberId:N}");
}

/// <summary>A place in the log. On PostgreSQL the transaction orders first, see <see cref="Data.PostgresEngine"/>; on SQLite tx is 0.</summary>
readonly record struct Cursor(long Tx, long Seq) : IComparable<Cursor>
{
    public int CompareTo(Cursor other) => Tx != other.Tx ? Tx.CompareTo(other.Tx) : Seq.CompareTo(other.Seq);

    public override string ToString() => FormattableString.Invariant($"{Tx}.{Seq}");

    public static bool TryParse(string? text, out Cursor cursor)
    {
        cursor = default;
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 0 || !long.TryParse(text.AsSpan(0, dot), System.Globalization.NumberStyles.None, null, out var tx)
            || !long.TryParse(text.AsSpan(dot + 1), System.Globalization.NumberStyles.None, null, out var seq)) return false;
        cursor = new(tx, seq);
        return true;
    }
}

sealed class EventRow
{
    public long Tx { get; init; }
    public long Seq { get; init; }
    public Guid OrgId { get; init; }
    public string Topic { get; init; } = "";
    public string Type { get; init; } = "";
    public string Payload { get; init; } = "{}";
    public DateTimeOffset At { get; init; }

    public Cursor Cursor => new(Tx, Seq);

    /// <summary>The payload as the event it was.</summary>
    public T As<T>() where T : IEvent => JsonSerializer.Deserialize<T>(Payload, EventJson.Options)!;
}

sealed class EventRowMap : IEntityTypeConfiguration<EventRow>
{
    public void Configure(EntityTypeBuilder<EventRow> row)
    {
        row.ToTable("events").HasKey(e => e.Seq);
        row.Property(e => e.Seq).ValueGeneratedOnAdd();
        row.Property(e => e.Tx).ValueGeneratedOnAdd();
        row.Property(e => e.Topic).HasMaxLength(80);
        row.Property(e => e.Type).HasMaxLength(80);
        row.Ignore(e => e.Cursor);
    }
}

static class EventJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
