namespace Vesper.Field;

/// <summary>
/// When something noted by a phone was in truth. Noting and sending are read from one clock, so how long it waited is right even where the hour is wrong: a phone
/// that is a day off loses nothing. At: never after now. Waited: from the tap to the server.
/// </summary>
sealed record PhoneTime(DateTimeOffset At, DateTimeOffset SentAt, DateTimeOffset Now)
{
    public TimeSpan Waited => Now - At;

    /// <summary>Nothing when it cannot be believed: ahead of our clock by a sender who does not say his own, or older than anything we take.</summary>
    public static PhoneTime? Of(DateTimeOffset notedAt, DateTimeOffset? sentAt, DateTimeOffset now, FieldOptions options)
    {
        if (sentAt is null && notedAt > now + options.ClockAhead) return null;

        var sent = sentAt ?? now;
        var waited = (sent - now).Duration() > options.ClockAhead ? sent - notedAt : now - notedAt;
        if (waited > options.Oldest) return null;
        return new(waited > TimeSpan.Zero ? now - waited : now, sent, now);
    }
}
