using Vesper.Kit.Http;

namespace Vesper.Evenings;

/// <summary>Whom and what a row of the agenda is about, by ids.</summary>
readonly record struct AgendaAbout(Guid? MemberId, Guid? CaseId = null, Guid? StoryId = null, Guid? CommitmentId = null);

/// <summary>What can be done to the rows of an agenda: make one, put them in another order, let in what came later. Pure.</summary>
static class AgendaRows
{
    /// <summary>The id follows from the evening and what the row is about: added twice, it is one.</summary>
    public static AgendaItem New(
        Evening evening, Act act, AgendaKind kind, string key, IReadOnlyList<AgendaAbout> about, (string ZhCn, string En) title, (string ZhCn, string En) why, int position, int minutes)
    {
        var id = NamedId.Of("item", evening.Id, act, kind, key);
        var first = about.Count == 1 || kind is AgendaKind.Case or AgendaKind.Story ? about[0] : default;
        return new()
        {
            OrgId = evening.OrgId, Id = id, EveningId = evening.Id, Act = act, Kind = kind, Position = position, Minutes = minutes,
            State = position > 0 ? ItemState.Waiting : ItemState.Carried,
            MemberId = first.MemberId, CaseId = first.CaseId, StoryId = first.StoryId,
            Title = title.ZhCn, TitleEn = title.En, Reason = why.ZhCn.To(400), ReasonEn = why.En.To(400),
            Subjects = [.. about.Select((one, nth) => new AgendaSubject
            {
                OrgId = evening.OrgId, Id = NamedId.Of("subject", id, one.MemberId, one.CaseId, one.StoryId, one.CommitmentId), EveningId = evening.Id, ItemId = id,
                Position = nth, Act = act, MemberId = one.MemberId, CaseId = one.CaseId, StoryId = one.StoryId, CommitmentId = one.CommitmentId,
            })],
        };
    }

    /// <summary>What came after a list was kept goes to the end of its act as far as the hard stop allows; else it is left out, and shown. Answers the new rows.</summary>
    public static IReadOnlyList<AgendaItem> LetIn(this List<AgendaItem> kept, IReadOnlyList<AgendaItem> singles, EveningOptions options)
    {
        var known = kept.SelectMany(item => item.Subjects).SelectMany(subject => new[] { subject.CaseId, subject.StoryId }).ToHashSet();
        var fresh = singles.Where(item => !known.Contains(item.CaseId ?? item.StoryId)).DistinctBy(item => item.Id).ToList();
        foreach (var item in fresh)
        {
            if (item.Position > 0 && kept.OnList().Sum(one => one.Minutes) + item.Minutes > options.HardStop) item.TakeOff(ItemState.Carried);
            if (item.Position > 0) item.Position = int.MaxValue;
            kept.Add(item);
            kept.Number();
        }
        return fresh;
    }

    /// <summary>The host's order: what is left out is dropped, what was off the list comes back. Acts keep their order (S); what is done stays done.</summary>
    /// <exception cref="Refusal"><c>evening.item-twice</c> · <c>evening.item-running</c> · <c>evening.too-long</c></exception>
    public static void Arrange(this List<AgendaItem> items, IReadOnlyList<(AgendaItem Item, int Minutes)> wishes, EveningOptions options)
    {
        if (wishes.DistinctBy(wish => wish.Item.Id).Count() < wishes.Count) throw new Refusal("evening.item-twice", "An item stands on the list twice.");
        if (items.Any(item => item.State is ItemState.Running && wishes.All(wish => wish.Item.Id != item.Id))) throw new Refusal("evening.item-running", "What is running now cannot be dropped.");

        foreach (var item in items.Where(item => item.State is ItemState.Waiting)) item.TakeOff(ItemState.Dropped);
        foreach (var (wish, nth) in wishes.Select((wish, nth) => (wish, nth)).Where(one => one.wish.Item.State is not ItemState.Done))
        {
            wish.Item.Minutes = wish.Minutes;
            if (wish.Item.State is ItemState.Running) continue;
            (wish.Item.State, wish.Item.Position) = (ItemState.Waiting, items.Count + nth + 1);
        }
        items.Number();
        if (items.OnList().Sum(item => item.Minutes) > options.HardStop) throw new Refusal("evening.too-long", $"Longer than {options.HardStop} minutes: drop or shorten something.");
    }

    static void Number(this List<AgendaItem> items)
    {
        var position = 0;
        foreach (var item in items.Where(item => item.Position > 0)
            .OrderBy(item => item.State is ItemState.Waiting).ThenBy(item => item.State is ItemState.Waiting ? item.Act : default).ThenBy(item => item.Position).ToList())
            item.Position = ++position;
    }
}
