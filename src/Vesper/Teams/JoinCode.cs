using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Teams;

/// <summary>What a team's QR says. It admits nobody: who comes by it waits for the supervisor's word.</summary>
sealed class JoinCode : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>The unit's.</summary>
    public Guid Id { get; init; }

    public string Code { get; private set; } = OneTimeCode.New();
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>A new code; the one before is worth nothing from now on.</summary>
    public JoinCode Rotate(DateTimeOffset now, TeamOptions options)
    {
        (Code, ExpiresAt) = (OneTimeCode.New(), now.AddDays(options.JoinCodeDays));
        return this;
    }
}

sealed class JoinCodeMap : IEntityTypeConfiguration<JoinCode>
{
    public void Configure(EntityTypeBuilder<JoinCode> code)
    {
        code.ToTable("join_codes").HasIndex(c => c.Code).IsUnique();
        code.Property(c => c.Code).HasMaxLength(20);
        code.HasOne<Unit>().WithOne().HasForeignKey<JoinCode>(c => new { c.OrgId, c.Id }).OnDelete(DeleteBehavior.Cascade);
    }
}
