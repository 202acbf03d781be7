using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Kit.Notices;

/// <summary>消息: a member's own list, and nobody else's.</summary>
static class NoticeEndpoints
{
    const int PageSize = 30, MostCounted = 99;

    public static void MapNotices(this IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("Notices").RequireMember();
        notices.MapGet("/", ListNotices).WithName("listNotices").WithSummary("What I should know, newest first, 30 a page.");
        notices.MapGet("/unread", GetUnread).WithName("getUnreadNotices");
        notices.MapPut("/reading", PutReading).WithName("putNoticesReading").WithSummary("I have seen all up to an instant.");
        notices.MapPut("/{id:guid}/reading", PutNoticeReading).WithName("putNoticeReading");
    }

    static async Task<Ok<Page<NoticeView>>> ListNotices(Me me, Db db, CancellationToken stop, string? after = null)
    {
        var mine = db.Notices.MineOf(me);
        if (PageCursor.Of(after) is { } place) mine = mine.Where(notice => notice.At < place.At || (notice.At == place.At && notice.Id.CompareTo(place.Id) < 0));
        var rows = await mine.OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Take(PageSize + 1).ToListAsync(stop);
        var page = rows.ToPage(PageSize, notice => new PageCursor(notice.At, notice.Id));
        return TypedResults.Ok(new Page<NoticeView>([.. page.Items.Select(n => new NoticeView(n.Id, n.Kind, n.Link, n.Words, n.At, n.ReadAt is not null))], page.Next));
    }

    static async Task<Ok<UnreadView>> GetUnread(Me me, Db db, CancellationToken stop) =>
        TypedResults.Ok(new UnreadView(await db.Notices.MineOf(me).Where(notice => notice.ReadAt == null).Take(MostCounted).CountAsync(stop)));

    static Task<NoContent> PutReading(NewReading input, Me me, Writer writer, TimeProvider time) => writer.Run(me.OrgId, async db =>
    {
        var (now, until) = (time.GetUtcNow(), input.Until!.Value);
        var read = await db.Notices.MineOf(me).Where(notice => notice.ReadAt == null && notice.At <= until)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now).SetProperty(notice => notice.PushAt, (DateTimeOffset?)null));
        if (read > 0) db.Tell(Topic.Member(me.Id), new NoticesChanged("read"));
        return TypedResults.NoContent();
    });

    static Task<Results<NoContent, NotFound>> PutNoticeReading(Guid id, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Notices.MineOf(me).FindAsync(id) is not { } notice) return TypedResults.NotFound();
        if (notice.ReadAt is not null) return TypedResults.NoContent();
        (notice.ReadAt, notice.PushAt) = (time.GetUtcNow(), null);
        db.Tell(Topic.Member(me.Id), new NoticesChanged("read"));
        return TypedResults.NoContent();
    });

    static IQueryable<Notice> MineOf(this IQueryable<Notice> notices, Me me) => notices.Of(me).Where(notice => notice.MemberId == me.Id);
}
