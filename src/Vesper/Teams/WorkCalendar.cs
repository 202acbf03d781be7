using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Notices;

namespace Vesper.Teams;

/// <summary>A day that differs from the week's rule: a holiday, or a weekend day that is worked (调休).</summary>
sealed class CalendarDay : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public DateOnly Day { get; init; }
    public bool Works { get; set; }
    public string Name { get; set; } = "";
}

/// <summary>A member's leave, first and last day included.</summary>
sealed class Leave : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public DateOnly From { get; set; }
    public DateOnly Until { get; set; }
}

/// <summary>Yes or no to position, versioned; the newest row counts. Withdrawing changes nothing else (L).</summary>
sealed class LocationConsent : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public int Version { get; init; }
    public bool Given { get; init; }

    /// <summary>The <see cref="LocationText"/> that was on the screen; 0: said before the texts had versions.</summary>
    public int TextVersion { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>A yes, to a text that still counts.</summary>
    public bool Counts => Given && TextVersion >= LocationText.OldestThatCounts;
}

/// <summary>
/// The organisation's workdays; SLA and protection clocks run on them. Monday to Friday (D), unless a day says otherwise.
/// </summary>
sealed class WorkCalendar(IReadOnlyDictionary<DateOnly, bool> exceptions)
{
    /// <summary>The usual hours, for clocks that count in workdays; an organisation's own are with its <see cref="Organisation"/>.</summary>
    public static readonly TimeOnly Opens = WorkHours.Usual.Opens, Closes = WorkHours.Usual.Closes;

    public bool Works(DateOnly day) => exceptions.TryGetValue(day, out var works) ? works : WorksByWeek(day);

    /// <summary>Taken out of the week by name; an ordinary weekend is none.</summary>
    public bool Holiday(DateOnly day) => exceptions.TryGetValue(day, out var works) && !works;

    /// <summary>Where no day says otherwise.</summary>
    public static bool WorksByWeek(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The first workday after a day.</summary>
    public DateOnly Next(DateOnly day)
    {
        do day = day.AddDays(1);
        while (!Works(day));
        return day;
    }

    public static async Task<WorkCalendar> OfAsync(Db db, Guid orgId) =>
        new(await db.CalendarDays.Of(orgId).ToDictionaryAsync(day => day.Day, day => day.Works));

    /// <summary>Where an instant falls in a member's working time: her organisation's days and hours (the usual ones where it keeps none), and her own leave.</summary>
    public static async Task<WorkMoment> MomentAsync(DbFactory databases, Guid orgId, Guid memberId, DateTimeOffset at, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        var kept = await db.Organisations.Where(organisation => organisation.Id == orgId).Select(organisation => new { organisation.Zone, organisation.Opens, organisation.Closes }).FirstAsync(stop);
        var hours = new WorkHours(kept.Opens, kept.Closes) is { Kept: true } own ? own : WorkHours.Usual;
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(kept.Zone)).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var works = (await OfAsync(db, orgId)).Works(day) && !await db.Leaves.Of(orgId).AnyAsync(leave => leave.MemberId == memberId && leave.From <= day && leave.Until >= day, stop);
        return new(time, works, hours.Holds(time));
    }
}

sealed class CalendarDayMap : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.ToTable("calendar_days").HasIndex(d => new { d.OrgId, d.Day }).IsUnique();
        day.Property(d => d.Name).HasMaxLength(40);
    }
}

sealed class LeaveMap : IEntityTypeConfiguration<Leave>
{
    public void Configure(EntityTypeBuilder<Leave> leave) => leave.ToTable("leaves").HasIndex(l => new { l.OrgId, l.MemberId });
}

sealed class LocationConsentMap : IEntityTypeConfiguration<LocationConsent>
{
    public void Configure(EntityTypeBuilder<LocationConsent> consent)
    {
        consent.ToTable("location_consents").HasIndex(c => new { c.OrgId, c.MemberId, c.Version }).IsUnique();
        consent.Property(c => c.TextVersion).HasDefaultValue(0).ValueGeneratedNever();
        consent.Ignore(c => c.Counts);
    }
}
