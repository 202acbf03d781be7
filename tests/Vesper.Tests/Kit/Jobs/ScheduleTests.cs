using Vesper.Kit.Jobs;

namespace Vesper.Tests.Kit.Jobs;

public sealed class ScheduleTests
{
    [Theory]
    // Shanghai knows no summer time: 03:00 there is 19:00 UTC of the day before.
    [InlineData("Asia/Shanghai", "2026-11-22T18:59:59Z", "2026-11-21T19:00:00Z")]
    [InlineData("Asia/Shanghai", "2026-11-22T19:00:00Z", "2026-11-22T19:00:00Z")]
    // Berlin leaves 02:00–03:00 out in March; 03:00 exists, two hours before noon UTC more than in winter.
    [InlineData("Europe/Berlin", "2026-03-29T00:59:00Z", "2026-03-28T02:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z")]
    public void The_newest_night_that_has_come(string zone, string now, string last) =>
        Schedule.Nightly(new(3, 0)).Last(At(now), Zone(zone)).ShouldBe(At(last));

    [Fact]
    public void A_time_left_out_by_summer_time_comes_right_after_the_gap() =>
        Schedule.Nightly(new(2, 30)).Last(At("2026-03-29T12:00:00Z"), Zone("Europe/Berlin")).ShouldBe(At("2026-03-29T01:00:00Z")); // 03:00 there

    [Theory]
    [InlineData("2026-10-25T00:30:00Z")] // 02:30 in summer time
    [InlineData("2026-10-25T01:30:00Z")] // 02:30 again
    [InlineData("2026-10-25T20:00:00Z")]
    public void A_time_that_comes_twice_counts_once(string now) =>
        Schedule.Nightly(new(2, 30)).Last(At(now), Zone("Europe/Berlin")).ShouldBe(At("2026-10-25T00:30:00Z"));

    [Fact]
    public void Every_night_of_a_year_is_due_once_in_every_zone()
    {
        foreach (var zone in new[] { "Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Cairo", "Pacific/Apia" }.Select(Zone))
        {
            var (nightly, done, ran) = (Schedule.Nightly(new(0, 30)), At("2025-12-31T12:00:00Z"), 0);
            for (var now = done; now < At("2026-12-31T12:00:00Z"); now += TimeSpan.FromMinutes(20))
                if (nightly.Due(done, now, zone) is { } due) (done, ran) = (due, ran + 1);
            ran.ShouldBe(365, zone.Id);
        }
    }

    [Fact]
    public void A_week_that_was_slept_through_is_due_once()
    {
        var nightly = Schedule.Nightly(new(3, 0));
        var due = nightly.Due(At("2026-11-14T19:00:00Z"), At("2026-11-22T08:00:00Z"), Zone("Asia/Shanghai")).ShouldNotBeNull();
        due.ShouldBe(At("2026-11-21T19:00:00Z"));
        nightly.Due(due, At("2026-11-22T08:00:00Z"), Zone("Asia/Shanghai")).ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-11-22T08:00:00Z", "2026-11-22T08:00:00Z")]
    [InlineData("2026-11-22T08:14:59Z", "2026-11-22T08:00:00Z")]
    [InlineData("2026-11-22T08:15:00Z", "2026-11-22T08:15:00Z")]
    public void Every_quarter_of_an_hour(string now, string last) =>
        Schedule.Every(TimeSpan.FromMinutes(15)).Last(At(now), TimeZoneInfo.Utc).ShouldBe(At(last));

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
