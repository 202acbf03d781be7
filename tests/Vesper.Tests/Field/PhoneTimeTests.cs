using Vesper.Field;

namespace Vesper.Tests.Field;

public sealed class PhoneTimeTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 5, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Minutes against our clock: when the phone says it was tapped, what its clock showed at sending, and when it was in truth; null: not believed.</summary>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(-30, 0, -30)] // it waited half an hour
    [InlineData(-1, null, -1)]
    [InlineData(11, null, null)]
    [InlineData(5, null, 0)] // a little ahead is now
    [InlineData(5, 6, 0)]
    [InlineData(1440, 1440, 0)] // a day ahead
    [InlineData(1380, 1440, -60)] // a day ahead, tapped an hour ago
    [InlineData(-1500, -1440, -60)] // a day behind
    [InlineData(-29_000_000, -29_000_000, 0)] // 1970: the battery was out
    [InlineData(2000, 1440, 0)] // turned back in between
    [InlineData(-20_161, 0, null)] // ancient
    [InlineData(-20_161, null, null)]
    [InlineData(1440 - 20_161, 1440, null)]
    public void What_a_clock_is_wrong_by_comes_off(int tapped, int? sent, int? truth)
    {
        var time = PhoneTime.Of(Now.AddMinutes(tapped), sent is { } minutes ? Now.AddMinutes(minutes) : null, Now, new());
        time?.At.ShouldBe(Now.AddMinutes(truth!.Value));
        (time is null).ShouldBe(truth is null);
    }

    [Fact]
    public void No_two_times_break_it()
    {
        DateTimeOffset[] times = [DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch, Now.AddDays(-1), Now, Now.AddDays(1), DateTimeOffset.MaxValue];
        foreach (var tapped in times)
            foreach (var sent in times)
                if (PhoneTime.Of(tapped, sent, Now, new()) is { } time)
                {
                    time.At.ShouldBeLessThanOrEqualTo(Now);
                    time.Waited.ShouldBeLessThanOrEqualTo(new FieldOptions().Oldest);
                }
    }
}
