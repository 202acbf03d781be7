using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Teams.Settings;

/// <summary>A number an organisation wants to be another than Vesper's default. Without a row the default holds, also when a later Vesper changes it.</summary>
sealed class Setting
{
    public Guid OrgId { get; init; }

    /// <summary>The <see cref="Adjustable"/>'s.</summary>
    public string Name { get; init; } = "";
    public int Value { get; set; }
    public DateTimeOffset SetAt { get; set; }
}

sealed class SettingMap : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.ToTable("settings").HasKey(s => new { s.OrgId, s.Name });
        setting.Property(s => s.Name).HasMaxLength(40);
    }
}
