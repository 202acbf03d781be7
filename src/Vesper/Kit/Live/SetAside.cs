using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Kit.Live;

/// <summary>An event a consumer failed at again and again. It lies here, so that all that came after it is not held up; the next start of the server tries it once more.</summary>
sealed class SetAside : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public string Consumer { get; init; } = "";
    public long Tx { get; init; }
    public long Seq { get; init; }
    public string Topic { get; init; } = "";
    public string Type { get; init; } = "";
    public string Payload { get; init; } = "{}";

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; init; }
    public DateTimeOffset SetAsideAt { get; init; }

    /// <summary>The kind of the failure, never its text: that may hold what people wrote.</summary>
    public string Failure { get; init; } = "";

    public EventRow Happened => new() { OrgId = OrgId, Tx = Tx, Seq = Seq, Topic = Topic, Type = Type, Payload = Payload, At = At };

    public static SetAside Of(Consumer consumer, EventRow happened, Exception error, DateTimeOffset now) => new()
    {
        OrgId = happened.OrgId, Id = Guid.CreateVersion7(), Consumer = consumer.Name, Tx = happened.Tx, Seq = happened.Seq, Topic = happened.Topic, Type = happened.Type, Payload = happened.Payload,
        At = happened.At, SetAsideAt = now, Failure = error.GetBaseException().GetType().Name,
    };
}

sealed class SetAsideMap : IEntityTypeConfiguration<SetAside>
{
    public void Configure(EntityTypeBuilder<SetAside> row)
    {
        row.ToTable("events_set_aside");
        row.Property(r => r.Consumer).HasMaxLength(80);
        row.Property(r => r.Topic).HasMaxLength(80);
        row.Property(r => r.Type).HasMaxLength(80);
        row.Property(r => r.Failure).HasMaxLength(120);
        row.Ignore(r => r.Happened);
    }
}
