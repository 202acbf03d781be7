using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Teams;

/// <summary>小队: ≤15 people, the essentials. 公司: everything.</summary>
enum Preset { Squad, Company }

/// <summary>A tenant; nothing crosses it.</summary>
sealed class Organisation
{
    public Guid Id { get; init; }
    public string Name { get; set; } = "";
    public Preset Preset { get; set; }

    /// <summary>IANA name; days, quiet hours and clocks run in it.</summary>
    public string Zone { get; set; } = "Asia/Shanghai";

    /// <summary>Working hours in the zone; the same time twice: none are kept.</summary>
    public TimeOnly Opens { get; set; } = WorkHours.Usual.Opens;
    public TimeOnly Closes { get; set; } = WorkHours.Usual.Closes;

    /// <summary>When it was announced that direct supervisors will see the evidence level of visits; null: they do not.</summary>
    public DateTimeOffset? EvidenceSharedAt { get; set; }

    /// <summary>Filled by the demo: its accounts are offered on the sign-in page.</summary>
    public bool Demo { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

sealed class OrganisationMap : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations").HasKey(o => o.Id);
        organisation.Property(o => o.Name).HasMaxLength(80);
        organisation.Property(o => o.Zone).HasMaxLength(40);
        organisation.Property(o => o.Opens).HasDefaultValue(WorkHours.Usual.Opens).ValueGeneratedNever();
        organisation.Property(o => o.Closes).HasDefaultValue(WorkHours.Usual.Closes).ValueGeneratedNever();
    }
}

/// <summary>大区, city or team; the root is the organisation itself.</summary>
enum UnitKind { Root, Region, City, Team }

/// <summary>A node of the organisation's tree.</summary>
sealed class Unit : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid? ParentId { get; set; }
    public UnitKind Kind { get; set; }
    public string Name { get; set; } = "";
    public int Position { get; set; }
}

sealed class UnitMap : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("units").Property(u => u.Name).HasMaxLength(40);
        unit.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrgId).OnDelete(DeleteBehavior.Cascade);
    }
}

static class TeamSets
{
    extension(Db db)
    {
        public DbSet<Organisation> Organisations => db.Set<Organisation>();
        public DbSet<Unit> Units => db.Set<Unit>();
        public DbSet<Member> Members => db.Set<Member>();
        public DbSet<Account> Accounts => db.Set<Account>();
        public DbSet<JoinCode> JoinCodes => db.Set<JoinCode>();
        public DbSet<Welcome> Welcomes => db.Set<Welcome>();
        public DbSet<CalendarDay> CalendarDays => db.Set<CalendarDay>();
        public DbSet<Leave> Leaves => db.Set<Leave>();
        public DbSet<LocationConsent> LocationConsents => db.Set<LocationConsent>();
    }
}
