using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit;
using Vesper.Kit.Data;
using Vesper.Teams;
using static Vesper.Kit.Source;

namespace Vesper.Customers.Pool;

/// <summary>公海: how long a customer stays with whoever looks after her, and who may take one out. An organisation's own numbers; Id is the organisation's.</summary>
sealed class PoolRules : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }

    /// <summary>Every clock starts on this day or later, so that switching it on takes nothing from anybody at once. Null: the pool is off.</summary>
    public DateOnly? EnabledOn { get; set; }

    /// <summary>Days without effective follow-up, by grade.</summary>
    [From(D)] public int DaysA { get; set; } = 14;
    [From(D)] public int DaysB { get; set; } = 21;
    [From(D)] public int DaysC { get; set; } = 30;
    [From(D)] public int DaysD { get; set; } = 60;

    /// <summary>Days without a deal since she has had it, followed up or not.</summary>
    [From(D)] public int DaysNoDeal { get; set; } = 90;

    [From(D)] public int ClaimsPerDay { get; set; } = 5;

    /// <summary>Customers one member holds; those that have signed do not count.</summary>
    [From(D)] public int MostHeld { get; set; } = 150;

    /// <summary>Days whoever had it last may not take it again.</summary>
    [From(D)] public int BarredDays { get; set; } = 15;

    /// <summary>Days before the end at which she hears of it.</summary>
    public static readonly int[] Reminders = [7, 3, 1];

    public int DaysOf(Grade grade) => grade switch { Grade.A => DaysA, Grade.B => DaysB, Grade.C => DaysC, _ => DaysD };
}

/// <summary>The rules in force and the zone their days are counted in.</summary>
sealed record PoolTerms(PoolRules Rules, TimeZoneInfo Zone)
{
    public bool Off => Rules.EnabledOn is null;

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>Where nothing was set: on in a company since it began, off in a squad.</summary>
    public static async Task<PoolTerms> OfAsync(Db db, Guid orgId, CancellationToken stop = default)
    {
        var organisation = await db.Organisations.Where(o => o.Id == orgId).Select(o => new { o.Preset, o.CreatedAt, o.Zone }).FirstAsync(stop);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.Zone);
        if (await db.PoolRules.AsNoTracking().Of(orgId).FirstOrDefaultAsync(stop) is { } set) return new(set, zone);
        var usual = new PoolTerms(new() { OrgId = orgId, Id = orgId }, zone);
        if (organisation.Preset is Preset.Company) usual.Rules.EnabledOn = usual.DayOf(organisation.CreatedAt);
        return usual;
    }
}

sealed class PoolRulesMap : IEntityTypeConfiguration<PoolRules>
{
    public void Configure(EntityTypeBuilder<PoolRules> rules) => rules.ToTable("pool_rules");
}
