using System.Text.Json;
using Vesper.Customers;
using Vesper.Tests.Evenings;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Journals;

public sealed class ArchiveProposalTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task What_a_visits_note_names_is_kept_in_the_archive_with_one_tap(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, home) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var visit = await Noted(lin, home, "见到王总 13812345678，想做外贸独立站，预算10万，月底定下来");
        var proposals = await Proposed(lin, $"visitId={visit}");
        proposals.Select(one => one.Text("kind")).ShouldBe(["contact", "need", "budget", "time"]);

        foreach (var proposal in proposals) (await Answers(lin, proposal, true, visit)).ShouldBeEmpty();

        // Three facts of today carry a grade; the page is read in several questions, so one look may see the facts and not yet what they made of it.
        var archive = await Visits.Soon(async () => (await lin.Get($"/api/customers/{home.Id}")).ShouldBeOk().Body, seen => seen.List("facts").Count() == 3 && seen.List("contacts").Any() && seen.Text("grade") != "d");
        archive.List("contacts").ShouldHaveSingleItem().Text("name").ShouldBe("王总");
        archive.List("contacts").First().Text("phoneMasked").ShouldBe("138****5678");
        archive.List("facts").Select(fact => (fact.Text("kind"), fact.GetProperty("visitId").GetGuid())).ShouldBe([("need", visit), ("budget", visit), ("time", visit)], ignoreOrder: true);
        archive.List("facts").First(fact => fact.Text("kind") == "budget").GetProperty("amountFen").GetInt64().ShouldBe(10_000_000);
        (await Proposed(lin, $"visitId={visit}")).ShouldBeEmpty();
        (await Answers(lin, proposals[0], true, visit)).ShouldBeEmpty(); // a retry
        (await lin.Get($"/api/customers/{home.Id}")).ShouldBeOk().Body.List("contacts").ShouldHaveSingleItem();
    }

    [EachEngine]
    public async Task An_outcome_said_anew_leaves_what_was_accepted_of_its_note(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, home) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var visit = await lin.Visit(home);
        (await lin.End(visit, new { outcome = "open", note = "预算10万", facts = new[] { new { kind = "authority", text = "老板自己定" } } })).ShouldBeOk();
        (await Answers(lin, (await Proposed(lin, $"visitId={visit}")).ShouldHaveSingleItem(), true, visit)).ShouldBeEmpty();
        await Facts(["authority", "budget"]);

        (await lin.End(visit, new { outcome = "advanced", kpMet = true, kpMinutes = 15, note = "预算10万", facts = new[] { new { kind = "need", text = "做外贸" } } })).ShouldBeOk();

        await Facts(["budget", "kpMet", "need"]); // what was tapped is replaced, what was accepted stays

        async Task Facts(string[] kinds) => (await Visits.Soon(
            async () => (await lin.Get($"/api/customers/{home.Id}")).ShouldBeOk().Body.List("facts").Select(fact => fact.Text("kind")).Order(StringComparer.Ordinal).ToArray(), found => found.SequenceEqual(kinds))).ShouldBe(kinds);
    }

    [EachEngine]
    public async Task A_number_that_names_nobody_becomes_a_contact_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, home) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var visit = await Noted(lin, home, "前台给了采购的手机 138 1234 5678");
        var proposal = (await Proposed(lin, $"visitId={visit}")).ShouldHaveSingleItem();
        (proposal.Text("kind"), proposal.Text("text"), proposal.Text("phone")).ShouldBe(("contact", "采购 …5678", "13812345678"));

        (await Answers(lin, proposal, true, visit)).ShouldBeEmpty();

        var contact = (await Visits.Soon(async () => (await lin.Get($"/api/customers/{home.Id}")).ShouldBeOk().Body, seen => seen.List("contacts").Any())).List("contacts").ShouldHaveSingleItem();
        (contact.Text("name"), contact.Text("title"), contact.Text("phoneMasked")).ShouldBe(("采购 …5678", "采购", "138****5678"));
        var again = await Noted(lin, home, "又打了电话 13812345678");
        (await Proposed(lin, $"visitId={again}")).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task What_was_dismissed_stays_dismissed_wherever_it_is_named_again(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, home) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var visit = await Noted(lin, home, "王总在");
        (await Answers(lin, (await Proposed(lin, $"visitId={visit}")).ShouldHaveSingleItem(), false, visit)).ShouldBeEmpty();

        var again = await Noted(lin, home, "又见到王总，预算10万");
        await lin.Submits(team, block: "王总不松口", at: home);

        (await Proposed(lin, $"visitId={again}")).ShouldHaveSingleItem().Text("kind").ShouldBe("budget");
        (await Proposed(lin, "")).ShouldHaveSingleItem().Text("kind").ShouldBe("budget");
        await using var db = team.Server.Db();
        db.Contacts.Count(contact => contact.CustomerId == home.Id).ShouldBe(0);
    }

    [EachEngine]
    public async Task A_journal_proposes_only_for_a_customer_it_names_and_she_visited(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, home, paper, far) = (team.Rep("lin"), await team.Customer("云顶家居"), await team.Customer("中泰纸业"), await team.Customer("远航照明"));
        var visit = await team.Visited(lin, home);
        await team.Visited(lin, paper);

        await lin.Writes(team.Today(), "在云顶家居见到周董事长；远航照明的李经理来电话", "老板想做外贸但没时间", at: far);
        (await Proposed(lin, "")).ShouldAllBe(one => one.Text("customerName") == "云顶家居");
        var proposed = (await Proposed(lin, ""))[0];
        (proposed.Text("text"), proposed.GetProperty("visitId").GetGuid()).ShouldBe(("周董事长", visit));
    }

    [EachEngine]
    public async Task Nobody_accepts_what_was_not_proposed_to_her(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, home) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        var visit = await Noted(lin, home, "见到王总");
        var proposal = (await Proposed(lin, $"visitId={visit}"))[0];

        (await Proposed(zhe, $"visitId={visit}")).ShouldBeEmpty();
        (await Answers(zhe, proposal, true, visit)).ShouldBeProblem(404, "not-found");
        (await lin.Put($"/api/archive-proposals/{Guid.CreateVersion7()}", new { accepted = true, visitId = visit })).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task Who_is_in_the_archive_already_is_not_proposed(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, home) = (team.Rep("lin"), await team.Customer("云顶家居"));
        (await lin.Put($"/api/customers/{home.Id}/contacts/{Guid.CreateVersion7()}", new { name = "王莉", title = "总经理" })).ShouldBeCreated();
        var visit = await Noted(lin, home, "见到王总和李经理");

        (await Proposed(lin, $"visitId={visit}")).ShouldHaveSingleItem().Text("text").ShouldBe("李经理");
    }

    static async Task<Guid> Noted(Person rep, Customer customer, string note)
    {
        var visit = await rep.Visit(customer);
        (await rep.End(visit, new { outcome = "open", note })).ShouldBeOk();
        return visit;
    }

    static async Task<List<JsonElement>> Proposed(Person rep, string query) => [.. (await rep.Get($"/api/archive-proposals?{query}")).ShouldBeOk().Body.EnumerateArray()];

    static Task<Answer> Answers(Person rep, JsonElement proposal, bool accepted, Guid visitId) => rep.Put($"/api/archive-proposals/{proposal.Id()}", new { accepted, visitId });
}
