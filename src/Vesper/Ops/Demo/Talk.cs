using Vesper.Field;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>What the East team says to each other besides its visits: some posts, an announcement, comments, and an answer to a call for help.</summary>
sealed class Talk(DemoRows rows, DemoDays days, Dice dice, Cast cast)
{
    public void Write()
    {
        var shops = Line("小雨", FeedKind.Post, days.At(days.Ago(1), 12.6), "下沙 11 号路新开了一排厂房，门口挂牌的至少三家做包装。@阿哲 你那片，我拍了门牌号。", "阿哲");
        Say(shops, "阿哲", 12.8, "谢谢，明天上午我从东头走过去。");
        Say(shops, "小林", 13.1, "我下午正好在那边，可以先敲两家。");
        React(shops, ReactionKind.Congratulate, "陈主管", "阿哲");

        var told = Line("陈主管", FeedKind.Announcement, days.At(days.Ago(1), 17.7), "周五下午三点盘点：每人带两家最想谈成的，带上上次没问到的那个问题。做不成的也带，一起看。");
        foreach (var name in new[] { "小林", "阿哲", "佳佳", "小雨", "老郑" }) rows.FeedReads.Add(new() { OrgId = rows.OrgId, ItemId = told.Id, MemberId = Who(name).Id, At = told.At.AddMinutes(20) });
        React(told, ReactionKind.Heard, "小林", "佳佳", "老郑");

        var rain = Line("佳佳", FeedKind.Post, days.At(days.Today, 9.6), "今天第一家就被请出来了，前台说老板不见卖东西的。站门口喝了口水，继续。");
        Say(rain, "老郑", 9.7, "我第一年一上午被请出来五次。下一家问前台：谁负责展会？");
        React(rain, ReactionKind.Encourage, "陈主管", "小林", "阿哲", "小雨");

        if (rows.FeedItems.LastOrDefault(item => item.HelpWanted && item.MemberId == Who("小林").Id && item.At >= days.At(days.Today, 0)) is { } asked) Answer(asked, "老郑", "恒泰那单也是被低价压的，我把他们算过的三年总账发你，明天带去给老板看。");
    }

    FeedItem Line(string who, FeedKind kind, DateTimeOffset at, string body, params string[] mentioned)
    {
        var member = Who(who);
        var line = new FeedItem
        {
            OrgId = rows.OrgId, Id = dice.Id(at), TeamId = cast.East.Unit.Id, MemberId = member.Id, MemberName = member.ShortName, Kind = kind,
            Body = body, MentionIds = [.. mentioned.Select(name => Who(name).Id)], At = at,
        };
        rows.FeedItems.Add(line);
        return line;
    }

    void Say(FeedItem line, string who, double hour, string text) => Add(line, Who(who), Later(line, days.At(DayOf(line), hour)), text, null);

    void Answer(FeedItem line, string who, string text)
    {
        var at = Later(line, line.At.AddMinutes(6));
        Add(line, Who(who), at, text, line.Id);
        line.AnsweredAt = at;
    }

    void Add(FeedItem line, Member who, DateTimeOffset at, string text, Guid? visit)
    {
        rows.Comments.Add(new() { OrgId = rows.OrgId, Id = dice.Id(at), ItemId = line.Id, MemberId = who.Id, MemberName = who.ShortName, Text = text, IsAnswer = visit is not null, VisitId = visit, At = at });
        line.CommentCount++;
    }

    void React(FeedItem line, ReactionKind kind, params ReadOnlySpan<string> who)
    {
        foreach (var name in who) rows.Reactions.Add(new() { OrgId = rows.OrgId, ItemId = line.Id, MemberId = Who(name).Id, Kind = kind });
    }

    // Nobody answers before it was said, nor in the future.
    DateTimeOffset Later(FeedItem line, DateTimeOffset at) => at > days.Now ? days.Now : at < line.At ? line.At : at;

    static DateOnly DayOf(FeedItem line) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(line.At, DemoDays.Zone).DateTime);

    Member Who(string name) => cast.Named(name);
}
