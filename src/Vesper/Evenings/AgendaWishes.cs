using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>What the host wants on the list: rows that are there, or a new one for a case, a story or a question.</summary>
static class AgendaWishes
{
    static readonly (string, string) AddedByHost = ("主持人加进来的", "Added by the host");

    public static bool AreMet(IEnumerable<AgendaItem> items, IReadOnlyList<AgendaWish> wishes) =>
        wishes.All(wish => wish.Id is not null) && items.OnList().Select(item => (item.Id, item.Minutes)).SequenceEqual(wishes.Select(wish => (wish.Id!.Value, wish.Minutes)));

    /// <exception cref="Refusal"><c>evening.changed</c> for a row that is gone · <c>not-found</c> 404 · <c>evening.item-kind</c></exception>
    public static async Task<IReadOnlyList<(AgendaItem, int)>> FindAsync(Db db, Evening evening, List<AgendaItem> items, IReadOnlyList<AgendaWish> wishes, EveningOptions options)
    {
        var found = new List<(AgendaItem, int)>();
        foreach (var wish in wishes)
        {
            var item = wish switch
            {
                { Id: { } id } => items.FirstOrDefault(one => one.Id == id) ?? throw new Refusal("evening.changed", "An item of this list is gone."),
                { Kind: AgendaKind.Case, CaseId: { } caseId } => items.FirstOrDefault(one => one.CaseId == caseId) ?? await CaseAsync(db, evening, caseId, options),
                { Kind: AgendaKind.Story, StoryId: { } storyId } => items.FirstOrDefault(one => one.StoryId == storyId) ?? await StoryAsync(db, evening, storyId),
                { Kind: AgendaKind.Questions } => await QuestionAsync(db, evening, wish, items),
                _ => throw new Refusal("evening.item-kind", "Add a case, a story or a question."),
            };
            if (!items.Contains(item))
            {
                items.Add(item);
                db.Add(item);
            }
            found.Add((item, wish.Minutes));
        }
        return found;
    }

    /// <summary>A row, off the list, for what came up while the evening runs; the host sees it and may bring it in.</summary>
    public static AgendaItem Row(Evening evening, Case one, string member, (string, string)? why = null) => AgendaRows.New(
        evening, Act.Nourish, AgendaKind.Case, one.Id.ToString(), [new(one.MemberId, CaseId: one.Id)],
        AgendaTitles.Of(AgendaKind.Case, [About(one, member)], new(ReasonCode.BlockedBy)), why ?? AddedByHost, 0, 0);

    public static AgendaItem Row(Evening evening, Story story, string member, (string, string)? why = null) => AgendaRows.New(
        evening, Act.Lift, AgendaKind.Story, story.Id.ToString(), [new(story.MemberId, StoryId: story.Id)],
        AgendaTitles.Of(AgendaKind.Story, [new(story.MemberId, member) { OfferId = story.DealId is null ? story.Id : null, DealId = story.DealId, Customer = story.CustomerName }], new(ReasonCode.WantsToShare)),
        why ?? AddedByHost, 0, 0);

    static Subject About(Case one, string member) => new(one.MemberId, member)
    {
        CaseId = one.Id, CustomerId = one.CustomerId, Customer = one.CustomerName, Stage = one.Stage, KpMet = one.KpMet, BlockedBy = one.BlockedBy, Wanted = one.Wanted,
    };

    static async Task<AgendaItem> CaseAsync(Db db, Evening evening, Guid id, EveningOptions options)
    {
        var one = await db.Cases.Of(evening.OrgId).FirstOrDefaultAsync(c => c.Id == id && c.TeamId == evening.TeamId && c.State == CaseState.Open) ?? throw NotFound();
        await AdviseAsync(db, evening, one, options);
        return Row(evening, one, await NameAsync(db, evening, one.MemberId));
    }

    /// <summary>Who could be asked about it, as the composer would say for a case of its own.</summary>
    public static async Task AdviseAsync(Db db, Evening evening, Case one, EveningOptions options)
    {
        if (await db.CaseAdvisers.Of(evening.OrgId).AnyAsync(adviser => adviser.CaseId == one.Id)) return;
        if (await TeamMember.OfAsync(db, evening.OrgId, evening.TeamId, evening.Day, default) is not { } team) return;
        var industry = await db.Customers.Of(evening.OrgId).Where(customer => customer.Id == one.CustomerId).Select(customer => customer.Industry).FirstOrDefaultAsync();
        var here = team.Members.Where(member => !member.OnLeave).Select(member => new AgendaMember(member.Id, member.Name, 0, 0, new())).ToList();
        var hints = Advisers.For([(About(one, ""), industry)], [.. await Proven.OfAsync(db, evening.OrgId, evening.TeamId, here, default)], options);
        db.AddRange(hints.Select((hint, nth) => new CaseAdviser
        {
            OrgId = one.OrgId, Id = NamedId.Of("adviser", one.Id, hint.MemberId), CaseId = one.Id, MemberId = hint.MemberId, Position = nth,
            Reason = hint.Reason.ZhCn.To(200), ReasonEn = hint.Reason.En.To(200),
        }));
    }

    static async Task<AgendaItem> StoryAsync(Db db, Evening evening, Guid id)
    {
        var story = await db.Stories.Of(evening.OrgId).FirstOrDefaultAsync(s => s.Id == id && s.TeamId == evening.TeamId) ?? throw NotFound();
        return Row(evening, story, await NameAsync(db, evening, story.MemberId));
    }

    // A question to one member or to all: in the words of the host, or 今天最得意的一件.
    static async Task<AgendaItem> QuestionAsync(Db db, Evening evening, AgendaWish wish, IEnumerable<AgendaItem> items)
    {
        if (wish.MemberId is { } asked && !await db.Members.Of(evening.OrgId).AnyAsync(member => member.Id == asked && member.UnitId == evening.TeamId && member.State == MemberState.Active)) throw NotFound();
        var title = string.IsNullOrWhiteSpace(wish.Title) ? ("今天最得意的一件？", "What are you proudest of today?") : (wish.Title.Trim(), wish.Title.Trim());
        var made = AgendaRows.New(evening, Act.Lift, AgendaKind.Questions, $"{wish.MemberId}{wish.Title}", wish.MemberId is { } one ? [new(one)] : [], title, AddedByHost, 0, 0);
        return items.FirstOrDefault(item => item.Id == made.Id) ?? made;
    }

    static async Task<string> NameAsync(Db db, Evening evening, Guid memberId) =>
        await db.Members.Of(evening.OrgId).Where(member => member.Id == memberId).Select(member => member.ShortName).FirstOrDefaultAsync() ?? "";

    static Refusal NotFound() => new("not-found", "There is no such thing in this team.", StatusCodes.Status404NotFound);
}
