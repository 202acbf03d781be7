using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Evenings;
using Vesper.Kit.Data;

namespace Vesper.Relief;

/// <summary>
/// A mood without a name. Its id comes from the evening's key and the member, so she has one and may change it; once the key is gone at closing,
/// nothing leads from the dot back to her. There is no time and no text on it.
/// </summary>
sealed class ReliefDot : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid EveningId { get; init; }

    /// <summary>1 (heavy) to 5 (light); null when she only said "me too".</summary>
    public int? Mood { get; set; }
    public bool MeToo { get; set; }
}

/// <summary>The key of an evening, for as long as it is open.</summary>
sealed class ReliefKey : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>The evening's id.</summary>
    public Guid Id { get; init; }
    public byte[] Secret { get; init; } = [];
    public DateTimeOffset MadeAt { get; init; }

    public static ReliefKey New(Guid orgId, Guid eveningId, DateTimeOffset now) =>
        new() { OrgId = orgId, Id = eveningId, Secret = RandomNumberGenerator.GetBytes(32), MadeAt = now };

    /// <summary>An id that only this key can make again.</summary>
    public Guid Anonymous(params ReadOnlySpan<Guid> whom)
    {
        var bytes = new byte[16 * whom.Length];
        for (var i = 0; i < whom.Length; i++) whom[i].TryWriteBytes(bytes.AsSpan(16 * i));
        return NamedId.OfHash(HMACSHA256.HashData(Secret, bytes));
    }
}

sealed class ReliefDotMap : IEntityTypeConfiguration<ReliefDot>
{
    public void Configure(EntityTypeBuilder<ReliefDot> dot) => dot.ToTable("relief_dots").HasIndex(d => new { d.OrgId, d.EveningId });
}

sealed class ReliefKeyMap : IEntityTypeConfiguration<ReliefKey>
{
    public void Configure(EntityTypeBuilder<ReliefKey> key) => key.ToTable("relief_keys").HasIndex(k => new { k.OrgId, k.MadeAt });
}
