using System.Text;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Ops.Crm;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Ops;

public sealed class CrmImportTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Offices_managers_and_agents_become_cities_teams_and_members(Engine engine)
    {
        using var export = new Export();
        var server = await vesper.On(engine);

        (await export.Import(server)).Code.ShouldBe(0);

        await using var db = server.Db();
        var units = await db.Units.Of(export.OrgId).ToListAsync();
        units.Where(unit => unit.Kind is UnitKind.City).Select(unit => unit.Name).Order().ShouldBe(["Central", "West"]);
        var marxen = units.Single(unit => unit.Name == "Melvin Marxen");
        units.Single(unit => unit.Id == marxen.ParentId).Name.ShouldBe("Central");
        var members = await db.Members.Of(export.OrgId).Where(member => member.UnitId == marxen.Id).ToListAsync();
        members.OrderBy(member => member.Name).Select(member => (member.Name, member.Role)).ShouldBe([("Darcel Schlecht", Role.Rep), ("Melvin Marxen", Role.Supervisor)]);
    }

    [EachEngine]
    public async Task Accounts_and_opportunities_become_customers_and_deals(Engine engine)
    {
        using var export = new Export();
        var server = await vesper.On(engine);
        await export.Import(server);

        await using var db = server.Db();
        var (customers, deals) = (await db.Customers.Of(export.OrgId).ToListAsync(), await db.Deals.Of(export.OrgId).ToListAsync());
        var moses = await db.Members.Of(export.OrgId).FirstAsync(member => member.Name == "Moses Frase");

        var cancity = customers.Single(customer => customer.Name == "Cancity");
        (cancity.OwnerId, cancity.TeamId, cancity.Industry, cancity.Employees, cancity.Stage).ShouldBe((moses.Id, moses.UnitId, "retail", 2448, Stage.Follow));
        var won = deals.Single(deal => deal.ExternalRef == "crm:opportunity:A1");
        (won.CustomerId, won.State, won.Stage, won.AmountFen, won.ClosedOn, won.OpenedOn, won.Name).ShouldBe((cancity.Id, DealState.Won, Stage.Sign, 105_400, new(2017, 3, 1), new(2016, 10, 20), "GTX Basic (USD)"));
        var open = deals.Single(deal => deal.ExternalRef == "crm:opportunity:A4");
        (open.State, open.Stage, open.AmountFen, open.ClosedOn).ShouldBe((DealState.Open, Stage.Follow, 482_100, null));
        var nameless = customers.Single(customer => customer.Name == "未指明客户 · Hayden Neloms");
        deals.Single(deal => deal.CustomerId == nameless.Id).ShouldSatisfyAllConditions(deal => deal.Stage.ShouldBe(Stage.Develop), deal => deal.OpenedOn.ShouldBe(new(2017, 3, 11)));
        (await db.Set<global::Vesper.Kit.Text.SearchRow>().CountAsync(row => row.OrgId == export.OrgId)).ShouldBe(3, "every customer is found");
    }

    [EachEngine]
    public async Task The_same_export_twice_changes_nothing(Engine engine)
    {
        using var export = new Export();
        var server = await vesper.On(engine);
        await export.Import(server);
        var before = await export.Rows(server);
        var passwords = File.ReadAllText(Path.Combine(export.Data, "crm-accounts.csv"));

        var (code, said) = await export.Import(server);

        (code, said.Contains("nothing was changed", StringComparison.Ordinal)).ShouldBe((0, true));
        (await export.Rows(server)).ShouldBe(before);
        File.ReadAllText(Path.Combine(export.Data, "crm-accounts.csv")).ShouldBe(passwords);
    }

    [EachEngine]
    public async Task A_newer_export_closes_what_was_open_and_leaves_what_the_team_settled(Engine engine)
    {
        using var export = new Export();
        var server = await vesper.On(engine);
        await export.Import(server);

        export.Pipeline("A1,Moses Frase,GTX Basic,Cancity,Lost,2016-10-20,2017-03-01,0", "A4,Darcel Schlecht,GTX Pro,Cancity,Won,2017-02-01,2017-04-02,4800");
        await export.Import(server);

        await using var db = server.Db();
        var deals = await db.Deals.Of(export.OrgId).ToDictionaryAsync(deal => deal.ExternalRef!);
        deals["crm:opportunity:A1"].State.ShouldBe(DealState.Won);
        (deals["crm:opportunity:A4"].State, deals["crm:opportunity:A4"].AmountFen).ShouldBe((DealState.Won, 480_000));
        deals.Count.ShouldBe(5);
    }

    [Fact]
    public void Slips_of_the_pen_are_set_right_and_reported()
    {
        using var folder = new Export();
        var export = CrmExport.Read(folder.Folder);

        export.Notes.Where(note => note.Kind is NoteKind.Repaired).Select(note => (note.File, note.Line, note.Reason)).ShouldBe(
        [
            ("accounts.csv", 3, "sector technolgy is technology"), ("accounts.csv", 3, "office_location Philipines is Philippines"), ("sales_pipeline.csv", 3, "product GTXPro is GTX Pro"),
        ]);
        export.Opportunities.Single(opportunity => opportunity.Id == "A2").Product.ShouldBe("GTX Pro");
        export.Accounts.Single(account => account.Name == "Isdom").ShouldBe(new("Isdom", "technology", 4540, "Philippines"));
    }

    [Theory]
    [InlineData("B1,Nobody Known,GTX Basic,Cancity,Won,2016-10-20,2017-03-01,1054", "this sales agent is not in sales_teams.csv")]
    [InlineData("B1,Moses Frase,Widget,Cancity,Won,2016-10-20,2017-03-01,1054", "this product is not in products.csv")]
    [InlineData("B1,Moses Frase,GTX Basic,Nowhere,Won,2016-10-20,2017-03-01,1054", "this account is not in accounts.csv")]
    [InlineData("B1,Moses Frase,GTX Basic,Cancity,Perhaps,2016-10-20,2017-03-01,1054", "the stage is none of Prospecting, Engaging, Won, Lost")]
    [InlineData("B1,Moses Frase,GTX Basic,Cancity,Won,20.10.2016,2017-03-01,1054", "the engage date is none")]
    [InlineData("B1,Moses Frase,GTX Basic,Cancity,Won,2016-10-20,2017-02-30,1054", "the close date is none")]
    [InlineData("B1,Moses Frase,GTX Basic,Cancity,Won,2016-10-20,,1054", "closed without a close date")]
    [InlineData("B1,Moses Frase,GTX Basic,Cancity,Won,2017-10-20,2017-03-01,1054", "closed before it began")]
    [InlineData("B1,Moses Frase,GTX Basic,Cancity,Won,2016-10-20,2017-03-01,much", "the value is no number")]
    [InlineData("B1,Moses Frase,GTX Basic,Cancity,Won,2016-10-20,2017-03-01,-5", "the value is no number")]
    [InlineData(",Moses Frase,GTX Basic,Cancity,Won,2016-10-20,2017-03-01,1054", "the opportunity has no id, or a very long one")]
    [InlineData("B0,Moses Frase,GTX Basic,Cancity,Won,2016-10-20,2017-03-01,1054", "this opportunity is there twice")]
    [InlineData("B1,Moses Frase", "this product is not in products.csv")]
    public void An_unusable_line_is_named_with_its_reason_and_the_others_go_in(string line, string reason)
    {
        using var folder = new Export();
        folder.Pipeline("B0,Moses Frase,GTX Basic,Cancity,Won,2016-10-20,2017-03-01,1054", line);

        var export = CrmExport.Read(folder.Folder);

        var note = export.Notes.Single(note => note.Kind is NoteKind.Unusable);
        (note.File, note.Line, note.Reason).ShouldBe(("sales_pipeline.csv", 3, reason));
        export.Opportunities.ShouldHaveSingleItem().Id.ShouldBe("B0");
    }

    [EachEngine]
    [InlineData("utf16", "UTF-16")]
    [InlineData("gb18030", "GB18030")]
    [InlineData("latin1", "not UTF-8")]
    [InlineData("excel", "Excel")]
    [InlineData("binary", "not a text file")]
    [InlineData("empty", "is empty")]
    [InlineData("columns", "lacks the columns")]
    [InlineData("semicolons", "lacks the columns")]
    [InlineData("missing", "is not in")]
    [InlineData("noFolder", "no folder")]
    [InlineData("noAgents", "names no sales agent")]
    public async Task A_bad_file_is_named_and_nothing_changes(Engine engine, string what, string said)
    {
        using var export = new Export();
        const string pipeline = "sales_pipeline.csv";
        switch (what)
        {
            case "utf16": export.Write(pipeline, $"{Export.Header}\n", Encoding.Unicode); break;
            case "gb18030":
                Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
                export.Write("accounts.csv", Encoding.GetEncoding("GB18030").GetBytes("account,sector,employees,office_location\n青禾包装,包装,86,中国\n"));
                break;
            case "latin1": export.Write("accounts.csv", Encoding.Latin1.GetBytes("account,sector,employees,office_location\nMüller,Möbel,86,Österreich\n")); break;
            case "excel": export.Write(pipeline, [0x50, 0x4B, 3, 4, 20, 0, 6, 0]); break;
            case "binary": export.Write(pipeline, [1, 0, 2, 0]); break;
            case "empty": export.Write(pipeline, ""); break;
            case "columns": export.Write(pipeline, "id,name\n1,2\n"); break;
            case "semicolons": export.Write(pipeline, Export.Header.Replace(',', ';')); break;
            case "missing": File.Delete(Path.Combine(export.Folder, pipeline)); break;
            case "noAgents": export.Write("sales_teams.csv", "sales_agent,manager,regional_office\n"); break;
        }
        var server = await vesper.On(engine);

        var (code, answer) = await export.Import(server, what == "noFolder" ? export.Folder + "-not" : null);

        code.ShouldBe(1);
        answer.ShouldContain(said);
        answer.ShouldContain("Nothing was imported.");
        await using var db = server.Db();
        (await db.Organisations.AnyAsync(organisation => organisation.Id == export.OrgId)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_time_passwords_are_for_their_owner_only()
    {
        using var export = new Export();
        var server = await vesper.On(Engine.Sqlite);

        var (_, said) = await export.Import(server);

        var file = Path.Combine(export.Data, "crm-accounts.csv");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var lines = File.ReadAllLines(file).Skip(1).Select(line => line.Split(',')).ToList();
        lines.Count.ShouldBe(7, "three supervisors, three reps, one administrator");
        lines.ShouldAllBe(line => !said.Contains(line[4], StringComparison.Ordinal), "no password on the screen");
    }

    [RealExport]
    public void The_whole_export_is_usable()
    {
        var export = CrmExport.Read(RealExportAttribute.Folder!);

        (export.Lines, export.Opportunities.Count, export.Accounts.Count, export.Agents.Count).ShouldBe((8800, 8800, 85, 35));
        export.Agents.Select(agent => agent.Manager).Distinct().Count().ShouldBe(6);
        export.Agents.Select(agent => agent.Office).Distinct().Count().ShouldBe(3);
        export.Opportunities.GroupBy(opportunity => opportunity.State).ToDictionary(group => group.Key, group => group.Count())
            .ShouldBe(new Dictionary<DealState, int> { [DealState.Won] = 4238, [DealState.Lost] = 2473, [DealState.Open] = 2089 }, ignoreOrder: true);
        export.Notes.Count(note => note.Reason == "product GTXPro is GTX Pro").ShouldBe(1480);
        export.Notes.Count(note => note.Reason == "sector technolgy is technology").ShouldBe(12);
        export.Notes.Count(note => note.Reason == "office_location Philipines is Philippines").ShouldBe(1);
        export.Notes.Count(note => note.Reason.StartsWith("no account", StringComparison.Ordinal)).ShouldBe(1425);
        export.Notes.Count(note => note.Kind is NoteKind.Unusable).ShouldBe(0);
    }

    [RealExport]
    public async Task The_whole_export_goes_in_and_an_evening_of_a_past_day_names_its_deals()
    {
        foreach (var engine in Enum.GetValues<Engine>().Where(engine => EngineSupply.Missing(engine) is null))
        {
            using var export = new Export();
            var server = await vesper.On(engine);
            (await export.Import(server, RealExportAttribute.Folder)).Code.ShouldBe(0);

            await using var db = server.Db();
            (await db.Deals.Of(export.OrgId).CountAsync()).ShouldBe(8800);
            (await db.Customers.Of(export.OrgId).CountAsync(customer => customer.Name.StartsWith("未指明客户"))).ShouldBe(27);
            var team = await db.Units.Of(export.OrgId).FirstAsync(unit => unit.Name == "Dustin Brinkmann");
            var day = new DateOnly(2017, 3, 1);
            var won = await (
                from deal in db.Deals.Of(export.OrgId)
                where deal.TeamId == team.Id && deal.ClosedOn == day && deal.State == DealState.Won
                join customer in db.Set<Customer>() on deal.CustomerId equals customer.Id
                select customer.ShortName).ToListAsync();
            won.ShouldNotBeEmpty();

            var supervisor = await Supervisor(server, export, team.Id);
            var evening = (await supervisor.Get($"/api/evenings/tonight?teamId={team.Id}&day=2017-03-01")).ShouldBeOk();
            var lift = string.Join('\n', evening["items"].EnumerateArray().Where(item => item.GetProperty("act").GetString() == "lift").Select(item => item.GetProperty("title").GetString()));
            foreach (var customer in won) lift.ShouldContain(customer);
        }
    }

    static async Task<Person> Supervisor(Server server, Export export, Guid teamId)
    {
        await using var db = server.Db();
        var member = await db.Members.Of(export.OrgId).FirstAsync(member => member.UnitId == teamId && member.Role == Role.Supervisor);
        var account = await db.Accounts.FirstAsync(account => account.Id == member.Id);
        account.PasswordHash = server.Hash(account, "chosen-by-herself");
        await server.Writer.Run(export.OrgId, db => Task.FromResult(db.Update(account)));
        var person = new Person(server, member.Id, member.Name, member.Role, account.UserName!, "chosen-by-herself");
        await person.SignIn();
        return person;
    }
}
