using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Kit.Notices.Push;

/// <summary>Takes notices that may ring to the browsers of their members. One that is away is tried again, one that is gone is forgotten; of several servers the first to claim a notice sends it.</summary>
sealed class PushSender(
    PushKeys keys, PushPost post, DbFactory databases, Writer writer, Committed committed, Rights rights, WorkingAt working, DbEngine engine, NoticeOptions options, TimeProvider time, ILogger<PushSender> log)
    : BackgroundService
{
    const int AtOnce = 50;

    /// <summary>Longer than any attempt takes; a server that dies meanwhile leaves its notices to the others.</summary>
    static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    readonly LiveBell _bell = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        committed.Happened += events =>
        {
            if (events.Any(happened => happened.Type == NoticesChanged.Name)) _bell.Ring();
        };
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendDueAsync(stoppingToken) == AtOnce) { }
                await _bell.WaitAsync(engine.Patience, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "Pushing stands still; trying again");
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Sends what is due and answers how much that was.</summary>
    public async Task<int> SendDueAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var db = databases.ForReading();
        var due = await db.Notices.Where(notice => notice.PushAt != null && notice.PushAt <= now).OrderBy(notice => notice.PushAt).Take(AtOnce).ToListAsync(stop);
        if (due.Count == 0) return 0;

        if (await keys.FindAsync(stop) is not { } key)
        {
            await writer.Run(Guid.Empty, db => db.Notices.Where(notice => notice.PushAt != null && notice.PushAt <= now).ExecuteUpdateAsync(set => set.SetProperty(n => n.PushAt, (DateTimeOffset?)null)));
            return 0;
        }
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop }, async (notice, end) => await SendAsync(notice, key, now, end));
        return due.Count;
    }

    async Task SendAsync(Notice notice, VapidKey key, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        var browsers = await db.PushSubscriptions.Of(notice.OrgId).Where(browser => browser.MemberId == notice.MemberId).ToListAsync(stop);
        if (browsers.Count == 0 || !await RingsAsync(db, notice, now, stop))
        {
            await AgainAsync(notice, null);
            return;
        }

        if (!await ClaimAsync(notice, now)) return;
        var answers = await Task.WhenAll(browsers.Select(browser => post.SendAsync(browser, notice, key, now, stop)));
        var gone = browsers.Where((_, i) => answers[i] is PushAnswer.Gone).Select(browser => browser.Id).ToList();
        if (gone.Count > 0) await writer.Run(notice.OrgId, db => db.PushSubscriptions.Of(notice.OrgId).Where(browser => gone.Contains(browser.Id)).ExecuteDeleteAsync());
        var again = answers.Contains(PushAnswer.Away) && notice.PushTries + 1 < options.MostTries;
        await AgainAsync(notice, again ? now + TimeSpan.FromSeconds(20 * Math.Pow(3, notice.PushTries)) : null);
    }

    async Task<bool> RingsAsync(Db db, Notice notice, DateTimeOffset now, CancellationToken stop)
    {
        if (await rights.OfAsync(notice.MemberId, stop) is null) return false; // she has left
        var settings = await db.NoticeSettings.Of(notice.OrgId).FindAsync(notice.MemberId) ?? QuietHours.Usual(options, notice.OrgId, notice.MemberId);
        return QuietHours.Rings(notice.Kind, settings, await working(notice.OrgId, notice.MemberId, now, stop));
    }

    Task<bool> ClaimAsync(Notice notice, DateTimeOffset now)
    {
        var until = now + Claim;
        return writer.Run(notice.OrgId, async db => await db.Notices.Of(notice.OrgId).Where(n => n.Id == notice.Id && n.PushAt == notice.PushAt)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.PushAt, until).SetProperty(n => n.PushTries, n => n.PushTries + 1)) == 1);
    }

    Task<int> AgainAsync(Notice notice, DateTimeOffset? at) => writer.Run(notice.OrgId, db => db.Notices.Of(notice.OrgId).Where(n => n.Id == notice.Id && n.PushAt != null)
        .ExecuteUpdateAsync(set => set.SetProperty(n => n.PushAt, at)));
}
