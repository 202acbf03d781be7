using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Kit.Live;

/// <summary>A room that acts on what happened in another. Its place in the log moves in the transaction of its own change: each event exactly once.</summary>
abstract class Consumer(string name)
{
    /// <summary>Stays the same for ever: it is the key of the place in the log.</summary>
    public string Name => name;

    /// <summary>Event types it acts on, as <c>visit.ended</c>.</summary>
    public abstract IReadOnlySet<string> Types { get; }

    /// <summary>Acts, inside a write of the event's organisation.</summary>
    public abstract Task ActAsync(Db db, EventRow happened);
}

/// <summary>How far a consumer has read.</summary>
sealed class ConsumerPlace
{
    public string Name { get; init; } = "";
    public long Tx { get; set; }
    public long Seq { get; set; }
}

sealed class ConsumerPlaceMap : IEntityTypeConfiguration<ConsumerPlace>
{
    public void Configure(EntityTypeBuilder<ConsumerPlace> place)
    {
        place.ToTable("consumers").HasKey(p => p.Name);
        place.Property(p => p.Name).HasMaxLength(80);
    }
}
