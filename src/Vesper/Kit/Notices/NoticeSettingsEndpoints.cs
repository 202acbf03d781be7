using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Notices.Push;

namespace Vesper.Kit.Notices;

/// <summary>What rings on my phones and when; the list in the app has everything always.</summary>
sealed record NoticeSettingsView(
    TimeOnly QuietFrom, TimeOnly QuietUntil, bool QuietOnDaysOff, IReadOnlyList<NoticeKindView> Kinds,
    /// <summary>The key to subscribe with; null where this server does not push.</summary>
    string? PushKey,
    /// <summary>The usual hours (D).</summary>
    TimeOnly UsualFrom, TimeOnly UsualUntil);

/// <summary>RingsNow: by her settings, the hour and the working calendar; an open page asks before it makes a sound.</summary>
sealed record NoticeKindView(string Kind, bool Urgent, bool Silent, bool RingsNow);

sealed record NewNoticeSettings(
    [property: Required] TimeOnly? QuietFrom, [property: Required] TimeOnly? QuietUntil, [property: Required] bool? QuietOnDaysOff,
    [property: Required, MaxLength(40)] IReadOnlyList<string>? Silent);

/// <summary>A browser's subscription as it gives it, keys in base64url.</summary>
sealed record NewPushSubscription([property: Required, MaxLength(1000)] string Endpoint, [property: Required, MaxLength(120)] string P256dh, [property: Required, MaxLength(40)] string Auth);

static class NoticeSettingsEndpoints
{
    public static void MapNoticeSettings(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/me").WithTags("Notices").RequireMember();
        mine.MapGet("/notice-settings", GetNoticeSettings).WithName("getNoticeSettings");
        mine.MapPut("/notice-settings", PutNoticeSettings).WithName("putNoticeSettings");
        mine.MapPut("/push-subscriptions", PutPushSubscription).WithName("putPushSubscription").ProducesProblem(409).WithSummary("This browser may be pushed to, and belongs to me.");
        mine.MapDelete("/push-subscriptions/{hash}", DeletePushSubscription).WithName("deletePushSubscription").WithSummary("No more; the hash is SHA-256 of the endpoint, in hex.");
    }

    static async Task<Ok<NoticeSettingsView>> GetNoticeSettings(Me me, Db db, PushKeys keys, WorkingAt working, NoticeOptions options, TimeProvider time, CancellationToken stop)
    {
        var settings = await db.NoticeSettings.Of(me).FindAsync(me.Id) ?? QuietHours.Usual(options, me.OrgId, me.Id);
        return TypedResults.Ok(View(settings, (await keys.FindAsync(stop))?.Public, options, await working(me.OrgId, me.Id, time.GetUtcNow(), stop)));
    }

    static async Task<Ok<NoticeSettingsView>> PutNoticeSettings(NewNoticeSettings input, Me me, Writer writer, PushKeys keys, WorkingAt working, NoticeOptions options, TimeProvider time, CancellationToken stop)
    {
        if (input.Silent!.Any(kind => !NoticeKinds.All.ContainsKey(kind))) throw new Refusal("notice.kind", "There is no such kind of notice.", StatusCodes.Status400BadRequest);
        var (key, now) = ((await keys.FindAsync(stop))?.Public, await working(me.OrgId, me.Id, time.GetUtcNow(), stop));
        return await writer.Run(me.OrgId, async db =>
        {
            var settings = await db.NoticeSettings.Of(me).FindAsync(me.Id);
            if (settings is null) db.Add(settings = QuietHours.Usual(options, me.OrgId, me.Id));
            (settings.QuietFrom, settings.QuietUntil, settings.QuietOnDaysOff) = (Minute(input.QuietFrom!.Value), Minute(input.QuietUntil!.Value), input.QuietOnDaysOff!.Value);
            settings.Silent = [.. input.Silent!.Distinct(StringComparer.Ordinal)];
            return TypedResults.Ok(View(settings, key, options, now));
        });
    }

    static async Task<NoContent> PutPushSubscription(NewPushSubscription input, Me me, Writer writer, PushKeys keys, NoticeOptions options, TimeProvider time, CancellationToken stop)
    {
        if (await keys.FindAsync(stop) is null) throw new Refusal("push.off", "This server does not push.");
        if (!PublicAddress.MayBeCalled(input.Endpoint, options.LoopbackToo)) throw new Refusal("push.endpoint", "This is no address of a push service.", StatusCodes.Status400BadRequest);
        if (!AreKeys(input)) throw new Refusal("push.keys", "These are no keys of a browser.", StatusCodes.Status400BadRequest);

        var hash = HashOf(input.Endpoint);
        await writer.Run(me.OrgId, async db =>
        {
            // Whoever signed in at this browser before is not pushed to here any more, whatever organisation she belongs to.
            await db.PushSubscriptions.Where(browser => browser.EndpointHash == hash && (browser.OrgId != me.OrgId || browser.MemberId != me.Id)).ExecuteDeleteAsync();
            var mine = await db.PushSubscriptions.Of(me).Where(browser => browser.MemberId == me.Id).OrderBy(browser => browser.At).ToListAsync();
            if (mine.Find(browser => browser.EndpointHash == hash) is { } known)
            {
                (known.P256dh, known.Auth) = (input.P256dh, input.Auth);
                return;
            }
            db.RemoveRange(mine.Take(mine.Count + 1 - options.MostBrowsers));
            db.Add(new PushSubscription { OrgId = me.OrgId, Id = Guid.CreateVersion7(), MemberId = me.Id, Endpoint = input.Endpoint, EndpointHash = hash, P256dh = input.P256dh, Auth = input.Auth, At = time.GetUtcNow() });
        });
        return TypedResults.NoContent();
    }

    static Task<NoContent> DeletePushSubscription(string hash, Me me, Writer writer) => writer.Run(me.OrgId, async db =>
    {
        await db.PushSubscriptions.Of(me).Where(browser => browser.MemberId == me.Id && browser.EndpointHash == hash).ExecuteDeleteAsync();
        return TypedResults.NoContent();
    });

    static NoticeSettingsView View(NoticeSettings settings, string? key, NoticeOptions options, WorkMoment now) => new(
        settings.QuietFrom, settings.QuietUntil, settings.QuietOnDaysOff,
        [.. NoticeKinds.All.Select(kind => new NoticeKindView(kind.Key, kind.Value, settings.Silent.Contains(kind.Key, StringComparer.Ordinal), QuietHours.Rings(kind.Key, settings, now)))],
        key, options.QuietFrom, options.QuietUntil);

    static bool AreKeys(NewPushSubscription input)
    {
        try
        {
            _ = PushMessage.Parameters(Base64Url.DecodeFromChars(input.P256dh));
            return Base64Url.DecodeFromChars(input.Auth).Length == 16;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return false;
        }
    }

    static TimeOnly Minute(TimeOnly time) => new(time.Hour, time.Minute);

    static string HashOf(string endpoint) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint)));
}
