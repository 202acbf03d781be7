using Vesper.Kit.Access;
using Vesper.Tests.Evenings;
using Vesper.Tests.Support;

namespace Vesper.Tests.Journals;

public sealed class TemplateTests(Vesper vesper) : IClassFixture<Vesper>
{
    static readonly Guid Leads = Guid.CreateVersion7(), Reason = Guid.CreateVersion7(), Seen = Guid.CreateVersion7();

    static readonly object[] Fields =
    [
        new { id = Leads, label = "新增线索", kind = "number", required = true },
        new { id = Reason, label = "被拒最多的理由", kind = "choice", options = new[] { "价格", "没需求" } },
        new { id = Seen, label = "见到关键人了吗", kind = "yesNo" },
    ];

    [EachEngine]
    public async Task A_template_asks_more_and_old_journals_keep_theirs(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, today) = (team.Rep("lin"), team.Rep("zhe"), team.Today());
        var admin = await team.JoinAsync("admin", "孙工", Role.Admin, admin: true);
        var first = (await admin.Put("/api/journal-template", new { version = 0, fields = Fields })).ShouldBeOk().Body;
        var journal = (await lin.Writes(today, "签了", templateId: first.Id(), answers: new[] { new { fieldId = Leads, value = "3" }, new { fieldId = Reason, value = "价格" } })).ShouldBeCreated().Body;

        var second = (await admin.Put("/api/journal-template", new { version = 1, fields = new[] { new { id = Seen, label = "关键人", kind = "yesNo", required = true } } })).ShouldBeOk().Body;

        second.Version().ShouldBe(2);
        (await admin.Put("/api/journal-template", new { version = 1, fields = Fields })).ShouldBeProblem(409, "version.changed");
        (await lin.Get($"/api/journals/{journal.Id()}")).ShouldBeOk().Body.List("extra").Select(extra => (extra.Text("label"), extra.Text("value"))).ShouldBe([("新增线索", "3"), ("被拒最多的理由", "价格")]);
        // A draft that began before the change is taken with the fields it was shown.
        (await zhe.Writes(today, "签了", templateId: first.Id(), answers: new[] { new { fieldId = Leads, value = "1" } })).ShouldBeCreated();
    }

    [EachEngine]
    public async Task Answers_that_do_not_fit_are_refused(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, today) = (team.Rep("lin"), team.Today());
        var admin = await team.JoinAsync("admin", "孙工", Role.Admin, admin: true);
        var template = (await admin.Put("/api/journal-template", new { version = 0, fields = Fields })).ShouldBeOk().Body.Id();
        Task<Answer> Answers(params (Guid Field, string Value)[] answers) => lin.Writes(today, "签了", templateId: template, answers: answers.Select(one => new { fieldId = one.Field, value = one.Value }));

        (await Answers()).ShouldBeProblem(409, "journal.field-required");
        (await Answers((Leads, "三个"))).ShouldBeProblem(409, "journal.field-value");
        (await Answers((Leads, "3"), (Reason, "心情"))).ShouldBeProblem(409, "journal.field-value");
        (await Answers((Leads, "3"), (Seen, "maybe"))).ShouldBeProblem(409, "journal.field-value");
        (await Answers((Leads, "3"), (Guid.CreateVersion7(), "x"))).ShouldBeProblem(409, "journal.field-unknown");
        (await Answers((Leads, "3"), (Leads, "4"))).ShouldBeProblem(409, "journal.field-unknown");
        (await Answers((Leads, "3.5"), (Reason, "没需求"), (Seen, "no"))).ShouldBeCreated();
    }

    [EachEngine]
    public async Task A_template_makes_sense_or_is_refused(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var admin = await team.JoinAsync("admin", "孙工", Role.Admin, admin: true);
        Task<Answer> Put(params object[] fields) => admin.Put("/api/journal-template", new { version = 0, fields });

        (await Put(new { id = Leads, label = "理由", kind = "choice", options = new[] { "只有一个", "只有一个" } })).ShouldBeProblem(409, "journal-template.choices");
        (await Put(new { id = Leads, label = "一样", kind = "text" }, new { id = Seen, label = "一样", kind = "text" })).ShouldBeProblem(409, "journal-template.twice");
        (await Put(new { id = Leads, label = new string('长', 41), kind = "text" })).ShouldBeProblem(400, "request.invalid");
        (await Put([.. Enumerable.Range(0, 13).Select(n => (object)new { id = Guid.CreateVersion7(), label = $"第{n}项", kind = "text" })])).ShouldBeProblem(400, "request.invalid");
        (await Put()).ShouldBeOk().Body.GetProperty("sensible").GetInt32().ShouldBe(5);
    }
}
