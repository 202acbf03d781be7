namespace Vesper.Kit.Jobs;

/// <summary>
/// When a job is due. Only the newest time that has come counts: a server that was off for a week runs a nightly job once when it starts, not seven times.
/// </summary>
abstract record Schedule
{
    /// <summary>Every so often, counted from midnight UTC.</summary>
    public static Schedule Every(TimeSpan span) => new Repeated(span);

    /// <summary>Once a night, at this time of the organisation's zone.</summary>
    public static Schedule Nightly(TimeOnly at) => new AtNight(at);

    /// <summary>The newest time at or before now.</summary>
    public abstract DateTimeOffset Last(DateTimeOffset now, TimeZoneInfo zone);

    /// <summary>The time it is due for, or null when it was done since.</summary>
    public DateTimeOffset? Due(DateTimeOffset doneThrough, DateTimeOffset now, TimeZoneInfo zone) => Last(now, zone) is var last && last > doneThrough ? last : null;
}

sealed record Repeated(TimeSpan Span) : Schedule
{
    public override DateTimeOffset Last(DateTimeOffset now, TimeZoneInfo zone) => new(now.UtcTicks - (now.UtcTicks % Span.Ticks), TimeSpan.Zero);
}

/// <summary>
/// A local time that the change to summer time leaves out comes at the first moment after the gap; one that comes twice counts the first time only.
/// </summary>
sealed record AtNight(TimeOnly At) : Schedule
{
    public override DateTimeOffset Last(DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        while (On(day, zone) > now) day = day.AddDays(-1);
        return On(day, zone);
    }

    DateTimeOffset On(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(At);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
