using System.Globalization;

namespace Vesper.Evenings;

/// <summary>One sentence a reason, as a colleague would say it. No numbers of a person, nothing that could shame anyone.</summary>
static class AgendaWords
{
    public static string ZhCn(Reason why)
    {
        var waited = why.Waited > 0 ? $"，已经等了{Count(why.Waited)}晚" : "";
        return why.Code switch
        {
            ReasonCode.QuietDay => "今天还算顺，报个心情就好",
            ReasonCode.AnyDay => "先看看大家今天的心情",
            ReasonCode.HardDay => "今天碰壁不少，先看看大家的心情",
            ReasonCode.SpokenRound => $"想说的人说，每人最多{Count(why.Number)}分钟，不记录",
            ReasonCode.CommitmentsAnswered => $"昨晚说好的，{Count(why.Number)}件有了回音",
            ReasonCode.CommitmentsAsked => $"昨晚说好的{Count(why.Number)}件，问一声做了吗",
            ReasonCode.AskRejections => "今天被拒几次？",
            ReasonCode.AskStuck => "卡在哪一家？",
            ReasonCode.AskProud => "今天最得意的一件？",
            ReasonCode.TurnsWaiting => $"{(why.Waited == 0 ? "还没听过" : $"{Count(why.Waited)}晚没听到")}{(why.Number == 1 ? why.Member : $"{Count(why.Number)}位伙伴")}，说说今天最得意的一件",
            ReasonCode.HelpWanted => $"{why.Member}今天请大家帮忙{waited}",
            ReasonCode.KpNotMet => $"跑了{Count(why.Number)}次没见到关键人{waited}",
            ReasonCode.BlockedBy => why.Text is { } text ? $"卡在：{text}{waited}" : $"{why.Member}在{why.Customer}卡住了{waited}",
            ReasonCode.SideBySide => $"{Count(why.Number)}件都不能再等，今晚分桌一起谈",
            ReasonCode.DealWon => $"{why.Member}今天签下了{why.Customer}",
            ReasonCode.GoodNews => $"今天的好消息有{Count(why.Number)}件，一起贺",
            ReasonCode.GradeRaised => $"{why.Customer}今天从 {why.Text} 升到 A",
            ReasonCode.WantsToShare => $"{why.Member}想分享{waited}",
            ReasonCode.Checkout => $"每人{why.Number}秒：明天第一家去哪，今晚带走什么",
            ReasonCode.CheckoutTogether => "人多，大家同时在手机上点：明天第一家去哪，今晚带走什么",
            ReasonCode.OwnerAbsent => $"{why.Member}今晚不在，等回来再谈",
            ReasonCode.OneCaseEach => $"{why.Member}今晚已有一个难题，{Soon(why.Number)}",
            ReasonCode.OthersWaitedLonger => $"先让等得更久的人，{Soon(why.Number)}",
            ReasonCode.OthersToldToday => $"今晚先听今天的好消息，{Soon(why.Number)}",
            ReasonCode.OwnQuestionsFirst => "先谈大家自己提的难题",
            ReasonCode.ProvenAtStage => $"这一步走通过，转化 {why.Number} %",
            ReasonCode.SameIndustry => $"{why.Text}签过 {why.Number} 单",
            _ => throw new ArgumentOutOfRangeException(nameof(why), why.Code, "no words for this reason"),
        };
    }

    public static string En(Reason why)
    {
        var waited = why.Waited > 0 ? $", waiting for {Evenings(why.Waited)}" : "";
        return why.Code switch
        {
            ReasonCode.QuietDay => "A calm day: just say how you are",
            ReasonCode.AnyDay => "First: how is everyone today",
            ReasonCode.HardDay => "A day of many closed doors: first, how is everyone",
            ReasonCode.SpokenRound => $"Whoever wants to speaks, {why.Number} minutes at most, nothing is kept",
            ReasonCode.CommitmentsAnswered => $"Agreed last time: {Many(why.Number, "answer is", "answers are")} in",
            ReasonCode.CommitmentsAsked => $"Agreed last time: {Many(why.Number, "thing", "things")} to ask after",
            ReasonCode.AskRejections => "How often were you refused today?",
            ReasonCode.AskStuck => "At which customer are you stuck?",
            ReasonCode.AskProud => "What are you proudest of today?",
            ReasonCode.TurnsWaiting => $"We have not heard {(why.Number == 1 ? why.Member : $"{why.Number} of us")} {(why.Waited == 0 ? "yet" : $"for {Evenings(why.Waited)}")}: what went best today?",
            ReasonCode.HelpWanted => $"{why.Member} asked for help today{waited}",
            ReasonCode.KpNotMet => $"{Many(why.Number, "visit", "visits")} and the key person not met{waited}",
            ReasonCode.BlockedBy => why.Text is { } text ? $"Blocked by: {text}{waited}" : $"{why.Member} is stuck at {why.Customer}{waited}",
            ReasonCode.SideBySide => $"{why.Number} that cannot wait any longer, at small tables side by side",
            ReasonCode.DealWon => $"{why.Member} signed {why.Customer} today",
            ReasonCode.GoodNews => $"{Many(why.Number, "piece", "pieces")} of good news today, celebrated together",
            ReasonCode.GradeRaised => $"{why.Customer} rose from {why.Text} to A today",
            ReasonCode.WantsToShare => $"{why.Member} wants to share{waited}",
            ReasonCode.Checkout => $"{why.Number} seconds each: tomorrow's first visit, and what you take home",
            ReasonCode.CheckoutTogether => "Many of us, so all at once on the phones: tomorrow's first visit, and what you take home",
            ReasonCode.OwnerAbsent => $"{why.Member} is away tonight; it waits for the return",
            ReasonCode.OneCaseEach => $"{why.Member} has a case tonight already; {SoonEn(why.Number)}",
            ReasonCode.OthersWaitedLonger => $"Others have waited longer; {SoonEn(why.Number)}",
            ReasonCode.OthersToldToday => $"Today's good news goes first; {SoonEn(why.Number)}",
            ReasonCode.OwnQuestionsFirst => "What people ask for themselves goes first",
            ReasonCode.ProvenAtStage => $"Has come through this stage, {why.Number} % of the time",
            ReasonCode.SameIndustry => $"Signed {Many(why.Number, "deal", "deals")} in {why.Text}",
            _ => throw new ArgumentOutOfRangeException(nameof(why), why.Code, "no words for this reason"),
        };
    }

    // How many more evenings it can be passed over at most.
    static string Soon(int more) => more <= 0 ? "下一次一定轮到" : $"最多再等{Count(more)}晚";
    static string SoonEn(int more) => more <= 0 ? "next time it is certain" : $"at most {Evenings(more)} more";

    static string Evenings(int n) => Many(n, "evening", "evenings");
    static string Many(int n, string one, string many) => $"{n} {(n == 1 ? one : many)}";

    static string Count(int n) => n is >= 1 and <= 10 ? "一两三四五六七八九十"[n - 1].ToString() : n.ToString(CultureInfo.InvariantCulture);
}
