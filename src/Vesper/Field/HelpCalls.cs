using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>Calls for help now: who makes one, whom it rings, who reads it.</summary>
static class HelpCalls
{
    public static FeedItem FromDoorway(Guid id, Me me, NewHelpCall said, Customer? customer, Guid? visitId, DateTimeOffset now) => new()
    {
        OrgId = me.OrgId, Id = id, TeamId = me.TeamId, MemberId = me.Id, MemberName = me.ShortName, Kind = FeedKind.Help, SubjectId = visitId,
        CustomerId = customer?.Id, CustomerName = customer?.ShortName ?? "", HelpWanted = true,
        Body = string.IsNullOrWhiteSpace(said.Text) ? throw new Refusal("help.empty", "Say what you need.") : said.Text.Trim(), At = now,
    };

    /// <summary>Starts the clock, which runs from when the server heard the call: only then it can ring.</summary>
    /// <exception cref="Refusal"><c>help.not-wanted</c>: the line asks for no help. <c>feed.withdrawn</c></exception>
    public static void Call(FeedItem line, NewHelpCall said, DateTimeOffset now)
    {
        if (line.WithdrawnAt is not null) throw FeedItem.Withdrawn();
        if (line.Kind is not (FeedKind.Visit or FeedKind.Help)) throw new Refusal("help.not-wanted", "Help is called for from a visit or a doorway.");
        line.HelpWanted = true;
        if (line.Text.Length == 0 && line.Body.Length == 0) line.Text = said.Text?.Trim() ?? "";
        (line.CalledAt, line.At) = (now, now);
    }

    /// <summary>Rings supervisor and desk; or, when time is over, the managers.</summary>
    public static async Task RingAsync(Db db, FeedItem line, bool managers, FieldOptions options)
    {
        foreach (var called in await Audience.CalledAsync(db, line.OrgId, line.TeamId, line.MemberId, managers))
        {
            db.Tell(Topic.Member(called), new HelpRang(line.Id, line.MemberName, line.CustomerName, HelpClock.Until(line.CalledAt!.Value, options)));
            db.Notify(called, NoticeKinds.HelpNow, $"/help-calls/{line.Id}", ("who", line.MemberName), ("customer", line.CustomerName));
        }
    }

    /// <summary>My own calls, and those that ring for me: a supervisor's teams', a manager's when nobody answered, all of them for the desk.</summary>
    public static async Task<IReadOnlyList<HelpCallView>> ReadAsync(Db db, Me me, DateTimeOffset now, FieldOptions options, CancellationToken stop)
    {
        var since = now - options.HelpShown;
        var calls = db.FeedItems.Of(me).Where(item => item.CalledAt > since && item.WithdrawnAt == null);
        calls = me.Role switch
        {
            Role.Support => calls,
            Role.Supervisor => calls.Where(item => me.Teams.Contains(item.TeamId)),
            Role.Manager => calls.Where(item => item.MemberId == me.Id || (item.EscalatedAt != null && me.Teams.Contains(item.TeamId))),
            _ => calls.Where(item => item.MemberId == me.Id),
        };
        var rows = await calls.OrderByDescending(item => item.CalledAt).Take(options.HelpCallsMost)
            .Join(db.Units.Of(me), item => item.TeamId, unit => unit.Id, (item, unit) => new { Item = item, Team = unit.Name }).ToListAsync(stop);
        var ids = rows.Select(row => row.Item.Id).ToList();
        var answers = (await db.Comments.Of(me).Where(answer => ids.Contains(answer.ItemId) && answer.IsAnswer && answer.WithdrawnAt == null).OrderBy(answer => answer.At).ThenBy(answer => answer.Id).ToListAsync(stop))
            .ToLookup(answer => answer.ItemId);
        return [.. rows.OrderByDescending(row => row.Item.CalledAt).Select(row => new HelpCallView(row.Item.Id, row.Item.MemberName, row.Team, row.Item.CustomerName, Said(row.Item), HelpClock.View(row.Item, options)!,
            HelpClock.Of(row.Item.CalledAt!.Value, row.Item.AnsweredAt, now, options), row.Item.MemberId == me.Id, row.Item.MemberId != me.Id,
            [.. answers[row.Item.Id].Select(answer => FeedViews.View(answer, me, new Dictionary<Guid, string>()))]))];
    }

    static string Said(FeedItem item) => item.Text.Length > 0 ? item.Text : item.Body;
}
