using Vesper.Customers;
using Vesper.Evenings;

namespace Vesper.Ops.Demo;

/// <summary>One thing that happens on the stage, and the sentence under it.</summary>
sealed record PlayBeat(string Caption, string CaptionEn, int DelayMs, Func<PlayMoment, Task> Act);

/// <summary>The play, written along tonight's agenda: whoever has no part in it is left alone, and the watcher's own dot, hand and checkout stay hers.</summary>
static class PlayScript
{
    /// <summary>What is advised to each problem, and whether the asker takes the first.</summary>
    static readonly Dictionary<string, (string Who, string Text)[]> Advice = new()
    {
        ["云顶家居"] = [("阿哲", "带一份他们竞品的出口数据，只谈 15 分钟"), ("佳佳", "先请他看工厂直播，地点他定"), ("陈主管", "周一下午我有空，一起去")],
        ["宏达机电"] = [("小雨", "首付三成，余下的分到明年一季度"), ("阿敏", "查一下区里的外贸补贴，能补一半"), ("陈主管", "报价我再去申请一次，能不能成明天给话")],
        ["鑫源电器"] = [("大伟", "早上七点半去，老板比前台到得早"), ("老郑", "别说推广，说送一份他们行业的买家名单")],
    };

    static readonly int[] Feelings = [2, 4, 1, 1, 4, 3, 2];

    const string NobodyTakes = "宏达机电";

    public static IReadOnlyList<PlayBeat> Of(EveningView evening) =>
    [
        new("六点半，大家陆续到了，在手机上点一下“我到了”。", "Half past six. People come in and tap “I am here”.", 4000, Arrive),
        new("陈主管点一下开始。议程不用人排：它从今天的拜访、签单和难题里自己长出来。", "The supervisor taps once to begin. Nobody made this agenda: it grew from today's visits, deals and problems.", 6000, one => one.DoAsync(one.Host, "putOpening", new { one.Evening.Version })),
        .. evening.Items.SelectMany(item => item.Kind switch
        {
            AgendaKind.Mood => Moods(),
            AgendaKind.SpokenRound => Round(item),
            AgendaKind.Commitments => Commitments(item),
            AgendaKind.Case => Case(item),
            AgendaKind.Story => Story(item),
            AgendaKind.Checkout => Checkout(item),
            _ => [new PlayBeat(item.Title, item.TitleEn, 4000, one => one.GoAsync(item.Id))],
        }),
        new("晚上七点，散会。没有答案的难题成了主管明天的事，纪要已经写好，里面没有一句倒垃圾的话。", "Seven o'clock, done. The problem nobody could solve is now the supervisor's for tomorrow; the minutes are written, without a word of the Relief round.", 8000,
            one => one.DoAsync(one.Host, "putClosing", new { one.Evening.Version })),
    ];

    static async Task Arrive(PlayMoment one)
    {
        foreach (var member in one.Others()) await one.DoAsync(member, "putAttendance");
    }

    static IEnumerable<PlayBeat> Moods()
    {
        yield return new("倒垃圾先从心情开始：一人一个点，没有名字。今天碰壁的人不少。", "Relief begins with how it was: one dot each, no names. Many doors stayed closed today.", 6000, async one =>
        {
            foreach (var (member, nth) in one.Others("小林").Select((member, nth) => (member, nth))) await one.DoAsync(member, "putMood", new { mood = Feelings[nth % Feelings.Length] });
        });
        yield return new("有人点“我也是”。知道不是只有自己，就好了一半。", "Some tap “me too”. Knowing you are not the only one is half of it.", 4500, async one =>
        {
            foreach (var name in (string[])["佳佳", "大伟", "阿敏"]) await one.DoAsync(one.People[name], "putMeToo");
        });
    }

    static IEnumerable<PlayBeat> Round(ItemView item)
    {
        yield return new("想说的人举手。每人最多两分钟，什么都不记。", "Whoever wants to speaks. Two minutes each, nothing is kept.", 5000, async one =>
        {
            await one.GoAsync(item.Id);
            foreach (var name in (string[])["佳佳", "大伟"]) await one.DoAsync(one.People[name], "putTurn", new { wants = true });
        });
        foreach (var (name, en) in ((string, string)[])[("佳佳", "Jiajia"), ("大伟", "Dawei")])
        {
            yield return new($"{name}说，大家点“听到了”。这时候谁也不许给建议。", $"{en} speaks, the others tap “heard”. No advice now: that is the rule.", 6500, async one =>
            {
                await one.DoAsync(one.Host, "putSpeaker", new { memberId = one.People[name].Id });
                foreach (var listener in one.Others(name, "小林")) await one.DoAsync(listener, "putHeard");
            });
            yield return new($"{name}最后说了一步自己能做的，这一轮就结束了。", $"{en} ends with one step of her own. That closes the turn.", 3500, one => one.DoAsync(one.People[name], "putStep"));
        }
    }

    static IEnumerable<PlayBeat> Commitments(ItemView item)
    {
        yield return new("补充养分先问昨晚说好的：做了吗，结果如何。没做也没关系，换个做法也算数。", "Nourish first asks what was agreed last night: done, and what came of it? Not yet is fine too.", 6000, one => one.GoAsync(item.Id));
        yield return new("小林答了：先约财务总监这一招管用，见到了，二十分钟。", "Lin answers: asking for the finance director first worked. Met her, twenty minutes.", 6000, async one =>
        {
            foreach (var due in one.Evening.Current.Commitments.Where(due => due.MemberName == "小林" && due.State is CommitmentState.Open))
                await one.AboutAsync(one.People["小林"], "putAnswer", due.Id, new { state = CommitmentState.Done, result = "做了，见到财务总监，二十分钟，她要看分期方案" });
        });
    }

    static IEnumerable<PlayBeat> Case(ItemView item)
    {
        var (customer, asker) = (Advice.Keys.FirstOrDefault(name => item.Title.StartsWith(name, StringComparison.Ordinal)), item.MemberName ?? "");
        yield return new($"难题：{item.Title}。排在这里的理由写在下面：{item.Reason}。", $"A problem: {item.TitleEn}. Why it is here stands below it.", 7000, one => one.GoAsync(item.Id));
        if (customer is null || item.CaseId is not { } id) yield break;

        foreach (var ((who, text), nth) in Advice[customer].Select((card, nth) => (card, nth)))
            yield return new($"{who}写了一张卡：{text}。", $"A card from {who}: {text}", 4500, one => one.AboutAsync(one.People[who], "putAdvice", id, new { text }, ("adviceId", one.Id($"{customer} {nth}"))));
        yield return customer == NobodyTakes
            ? new($"{asker}没有选。没有答案的难题不会掉在地上：散会时它归主管，一个工作日内给答复。", $"{asker} takes none of them. It does not fall to the floor: when the evening closes it is the supervisor's, due in one workday.", 6000, _ => Task.CompletedTask)
            : new($"只有提问的人能选。{asker}选了第一张：一点就成了承诺，有人、有日期，明天会问。", $"Only who asked may pick. {asker} takes the first card: one tap, and it is a commitment with an owner and a date.", 6500, one => TakeAsync(one, asker, customer));
    }

    static Task TakeAsync(PlayMoment one, string asker, string customer)
    {
        // The watcher may have picked one already.
        if (one.Evening.Current.Case is { State: CaseState.Answered }) return Task.CompletedTask;
        return one.AboutAsync(one.People[asker], "putCommitment", one.Id($"{customer} taken"), new { origin = CommitmentOrigin.Advice, originId = one.Id($"{customer} 0"), dueOn = one.Evening.Day.AddDays(1) });
    }

    static IEnumerable<PlayBeat> Story(ItemView item)
    {
        var (teller, signed) = (item.MemberName ?? "", item.Title.Contains("签下", StringComparison.Ordinal));
        yield return new($"拔尖扶贫：{item.Title}。故事卡已经从拜访里填好了一半。", $"Lift: {item.TitleEn}. Half of the story card was filled from the visits.", 6000, async one =>
        {
            await one.GoAsync(item.Id);
            if (item.StoryId is { } id) await one.AboutAsync(one.People[teller], "putStory", id, signed
                ? new { stage = Stage.Sign, how = "第一次只看样品间，第二次带了三个非洲买家的真实询盘，第三次请财务一起听。今天签了。", methods = "带真询盘，不带彩页；让财务早一点坐下来", learned = "他要的是渠道，不是流量。听出这一句用了十九天" }
                : new { stage = Stage.Close, how = "连着两次只在车间远远点个头。今天八点半等在门口，邵董请我一起吃早饭。", methods = "早到；第一句问新标准，不问生意", learned = "早饭桌上，预算是他自己说出来的" });
        });
        yield return new("听的人点“谢谢”，想学的点“我要试”：明天会问她试了没有。", "Listeners say thanks; who wants to learn it taps “I will try”, and is asked tomorrow.", 6000, async one =>
        {
            if (item.StoryId is not { } id) return;
            foreach (var listener in one.Others(teller, "小林", "陈主管")) await one.AboutAsync(listener, "putThanks", id);
            foreach (var name in ((string[])["大伟", "佳佳"]).Where(name => name != teller).Take(signed ? 2 : 1))
                await one.AboutAsync(one.People[name], "putCommitment", one.Id($"{item.Id} {name}"), new { origin = CommitmentOrigin.Story, originId = id, dueOn = one.Evening.Day.AddDays(1) });
        });
    }

    static IEnumerable<PlayBeat> Checkout(ItemView item)
    {
        yield return new("了解成员：每人二十秒，明天第一家去哪，今晚带走什么。一点就好。", "Checkout: twenty seconds each. Tomorrow's first visit, and what you take home. One tap.", 5000, one => one.GoAsync(item.Id));
        yield return new("每个人都带走了一样东西：一条建议、一个“我要试”、一个承诺，或者一声谢谢。", "Everyone takes something home: an advice, a try, a commitment, or a thank-you.", 6000, async one =>
        {
            foreach (var (name, takeaway) in ((string, Takeaway)[])[("老郑", Takeaway.Thanks), ("阿敏", Takeaway.Advice), ("佳佳", Takeaway.Try), ("大伟", Takeaway.Try), ("小雨", Takeaway.Thanks), ("阿哲", Takeaway.Thanks), ("陈主管", Takeaway.Commitment)])
                await one.DoAsync(one.People[name], "putCheckout", new { takeaway });
            if (one.Evening.Members.FirstOrDefault(member => member.Name == "小林") is { Takeaway: null }) await one.DoAsync(one.People["小林"], "putCheckout", new { takeaway = Takeaway.Advice });
        });
    }
}
