using System.IO.Compression;
using System.Xml.Linq;
using Vesper.Relief;
using Vesper.Teams;
using Vesper.Tests.Field;
using Vesper.Tests.Journals;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

public sealed class MyDataTests(Vesper vesper) : IClassFixture<Vesper>
{
    static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [EachEngine]
    public async Task She_reads_what_is_kept_about_her_and_how_much(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        await Worked(team);

        var kinds = (await team.Rep("lin").Get("/api/me/data")).ShouldBeOk().Body.EnumerateArray().ToDictionary(kind => kind.GetProperty("key").GetString()!);

        kinds.Keys.ShouldBe(DataKinds.All.Select(kind => kind.Key));
        kinds["visits"].GetProperty("rows").GetInt32().ShouldBe(1);
        kinds["customers"].GetProperty("rows").GetInt32().ShouldBe(1);
        (kinds["points"].GetProperty("days").GetInt32(), kinds["points"].GetProperty("source").GetString()).ShouldBe((90, "d"));
        kinds["points"].GetProperty("viewers").EnumerateArray().Select(viewer => viewer.GetString()).ShouldBe(["me", "supervisor"]);
        (kinds["relief"].GetProperty("leftOut").GetBoolean(), kinds["relief"].GetProperty("rows").ValueKind).ShouldBe((true, System.Text.Json.JsonValueKind.Null));
    }

    [EachEngine]
    public async Task The_export_is_complete_hers_alone_and_in_her_zone(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (visit, evening) = await Worked(team);
        var theirs = await team.Rep("zhe").Visit(await team.Customer("青禾包装", team.Rep("zhe")));

        var export = (await team.Rep("lin").Get("/api/me/data/export?format=json")).ShouldBeOk();

        export["zone"].GetString().ShouldBe("Asia/Shanghai");
        export["exportedAt"].GetString()!.ShouldEndWith("+08:00");
        var row = export["visits"].GetProperty("visits").EnumerateArray().ShouldHaveSingleItem();
        (row.GetProperty("id").GetGuid(), row.GetProperty("note").GetString()).ShouldBe((visit, "=cmd|' /C calc'!A0"));
        row.GetProperty("deviceAt").GetString()!.ShouldEndWith("+08:00");
        export["feed"].GetProperty("feed_items").GetArrayLength().ShouldBe(1);
        export["customers"].GetProperty("customers").EnumerateArray().ShouldHaveSingleItem().TryGetProperty("address", out _).ShouldBeFalse();
        foreach (var secret in new[] { theirs.ToString(), "passwordHash", "securityStamp", evening.ToString(), "relief_" }) export.Text.ShouldNotContain(secret);
        (await team.Rep("lin").Get("/api/me/data/export?format=pdf")).Status.ShouldBe(400);
    }

    [EachEngine]
    public async Task What_was_said_about_her_journals_is_in_her_export_and_in_nobody_elses(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (mine, theirs) = (await team.Rep("lin").Submits(team), await team.Rep("zhe").Submits(team));
        (await team.Supervisor.Replies(mine, "明天先约财务总监")).ShouldBeCreated();
        (await team.Supervisor.Replies(theirs, "阿哲的事只和阿哲说")).ShouldBeCreated();

        var export = (await team.Rep("lin").Get("/api/me/data/export?format=json")).ShouldBeOk();

        export["coaching"].GetProperty("coaching_notes").EnumerateArray().ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe("明天先约财务总监");
        export.Text.ShouldNotContain("阿哲的事只和阿哲说");
        (await team.Rep("lin").Get("/api/me/data")).ShouldBeOk().Body.EnumerateArray().Single(kind => kind.GetProperty("key").GetString() == "coaching").GetProperty("rows").GetInt32().ShouldBe(1);
        (await team.Supervisor.Get("/api/me/data/export?format=json"))["coaching"].GetProperty("coaching_notes").GetArrayLength().ShouldBe(0);
    }

    [EachEngine]
    public async Task The_workbook_holds_the_same_and_no_formula(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        await Worked(team);

        var response = await team.Rep("lin").Http.GetAsync("/api/me/data/export?format=xlsx");

        response.Content.Headers.ContentType!.MediaType.ShouldBe(Workbook.MediaType);
        response.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith(".xlsx");
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        var names = Part(zip, "xl/workbook.xml").Descendants(Sheet + "sheet").Select(sheet => sheet.Attribute("name")!.Value).ToList();
        var visits = Part(zip, $"xl/worksheets/sheet{names.IndexOf("visits") + 1}.xml");
        visits.Descendants(Sheet + "row").Count().ShouldBe(2);
        visits.Descendants(Sheet + "t").Select(text => text.Value).ShouldContain("'=cmd|' /C calc'!A0");
        visits.Descendants(Sheet + "f").ShouldBeEmpty();
        names.ShouldNotContain("relief_turns");
    }

    [Theory]
    [InlineData("云顶家居", "云顶家居")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86 138", "'+86 138")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void A_text_stays_a_text(string text, string cell) => Workbook.Safe(text).ShouldBe(cell);

    [Fact]
    public void What_XML_cannot_hold_is_dropped() => Workbook.Safe("乘\u0001号\ud83d\ude00末\ud83d").ShouldBe("乘号\ud83d\ude00末");

    static XDocument Part(ZipArchive zip, string name)
    {
        using var part = zip.GetEntry(name).ShouldNotBeNull().Open();
        return XDocument.Load(part);
    }

    /// <summary>A visit with a note that would like to be a formula, and a hand raised for the spoken round.</summary>
    static async Task<(Guid Visit, Guid Turn)> Worked(Team team)
    {
        var lin = team.Rep("lin");
        var visit = await lin.Visit(await team.Customer("云顶家居"));
        (await lin.End(visit, new { outcome = "open", note = "=cmd|' /C calc'!A0" })).ShouldBeOk();
        var turn = Guid.CreateVersion7();
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new ReliefTurn { OrgId = team.OrgId, Id = turn, EveningId = Guid.CreateVersion7(), MemberId = lin.Id, RaisedAt = team.Server.Clock.GetUtcNow() });
            return Task.CompletedTask;
        });
        return (visit, turn);
    }
}
