using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Customers;
using Vesper.Customers.Imports;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Text;
using Vesper.Ops;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Imports;

public sealed class ImportTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_list_is_dropped_looked_at_brought_in_and_found(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var lin = team.Rep("lin");
        await team.Customer("海川木业", team.Rep("zhe"));
        var (id, file) = await lin.Dropped(Lists.Gb18030.GetBytes("客户名单\n公司名称,城市,联系人,手机,人数,下次跟进\n杭州云顶家居有限公司,杭州,王莉,138 0000 1234,120,2026/1/9\n云顶家居,杭州市,,,,\n杭州海川木业有限公司,杭州,,,,\n,杭州,赵平,,,\n台州亮彩灯饰,台州,,转102,一百,\n"));
        (file["charset"].GetString(), file["rows"].GetInt32(), file["state"].GetString()).ShouldBe(("GB18030", 5, "read"));
        file["fields"].EnumerateArray().Select(field => field.GetString()).ShouldBe(["name", "city", "contact", "phone", "employees", "nextOn"]);

        var preview = (await lin.Preview(id)).ShouldBeOk();
        (preview["good"].GetInt32(), preview["bad"].GetInt32(), preview["there"].GetInt32()).ShouldBe((1, 2, 2));
        preview.Issues().ShouldBe([(4, "twice", "公司名称"), (5, "protected", "公司名称"), (6, "nameMissing", "公司名称"), (7, "notAPhone", "手机"), (7, "notANumber", "人数")]);
        preview.Text.ShouldNotContain("阿哲"); // whose it is stays with her team
        preview["first"][0].GetProperty("phoneMasked").GetString().ShouldBe("138****1234");
        (await Customers(team)).Count.ShouldBe(1);

        var done = await lin.Imported(id);
        (done["made"].GetInt32(), done["skipped"].GetInt32(), done["done"].GetInt32()).ShouldBe((1, 4, 5));
        done.Issues().ShouldBe(preview.Issues());
        var row = (await lin.Get("/api/customers?q=王莉")).ShouldBeOk()["items"].EnumerateArray().Single();
        row.GetProperty("name").GetString().ShouldBe("杭州云顶家居有限公司");
        var customer = (await lin.Get($"/api/customers/{row.GetProperty("id").GetString()}")).ShouldBeOk();
        (customer["ownerId"].GetGuid(), customer["employees"].GetInt32(), customer["nextOn"].GetString(), customer["grade"].GetString()).ShouldBe((lin.Id, 120, "2026-01-09", "d"));
        customer["contacts"][0].GetProperty("source").GetString().ShouldBe("导入 客户.csv");

        // The same list again changes nothing.
        var (again, _) = await lin.Dropped(Lists.Utf8("公司名称,城市\n云顶家居,杭州\n"));
        (await lin.Preview(again)).ShouldBeOk()["there"].GetInt32().ShouldBe(1);
    }

    [EachEngine]
    public async Task It_is_taken_back_but_for_what_somebody_worked_with(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var (id, _) = await lin.Dropped(Lists.Utf8("公司,联系人\n去过的,王莉\n没动的,赵平\n加了人的,\n换了主的,\n"));
        (await lin.Preview(id)).ShouldBeOk();
        (await lin.Imported(id))["made"].GetInt32().ShouldBe(4);
        var made = (await Customers(team)).ToDictionary(customer => customer.Name, customer => customer.Id);
        (await lin.Put($"/api/check-ins/{Guid.CreateVersion7()}", new { customerId = made["去过的"], deviceAt = team.Server.Clock.GetUtcNow() })).ShouldBeCreated();
        (await lin.Put($"/api/customers/{made["加了人的"]}/contacts/{Guid.CreateVersion7()}", new { name = "钱总" })).ShouldBeCreated();
        (await team.Supervisor.Put($"/api/customers/{made["换了主的"]}/owner", new { memberId = team.Supervisor.Id, reason = "他熟" })).ShouldBeEmpty();

        var undone = await lin.Undone(id);
        (undone["removed"].GetInt32(), undone["kept"].GetInt32()).ShouldBe((1, 3));
        undone.Issues().Where(issue => issue.Problem == "touched").Select(issue => issue.Line).ShouldBe([2, 4, 5]);
        (await Customers(team)).Select(customer => customer.Name).ShouldBe(["去过的", "加了人的", "换了主的"], ignoreOrder: true);
        (await lin.Get("/api/customers?q=没动的")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);
        await using var db = team.Server.Db();
        (await db.Contacts.Of(team.OrgId).AnyAsync(contact => contact.Name == "赵平")).ShouldBeFalse();
        (await db.Set<SearchRow>().CountAsync(row => row.OrgId == team.OrgId && row.SubjectId == made["没动的"])).ShouldBe(0);
    }

    [EachEngine]
    public async Task A_server_that_died_in_the_middle_is_followed_by_one_that_goes_on(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var (id, _) = await lin.Dropped(Lists.Utf8("公司\n" + string.Join('\n', Enumerable.Range(0, 700).Select(n => $"第{n}号公司"))));
        (await lin.Preview(id)).ShouldBeOk();
        await team.Server.Writer.Run(team.OrgId, async db => (await db.CustomerImports.Of(team.OrgId).SingleAsync(one => one.Id == id)).State = ImportState.Running);

        var (run, batches) = (team.Server.Services.GetRequiredService<ImportRun>(), 0);
        await Should.ThrowAsync<InvalidOperationException>(() => run.RunAsync(team.OrgId, id, batch => batches++ < 2 ? team.Server.Writer.Run(team.OrgId, batch) : throw new InvalidOperationException("killed"), default));
        (await Customers(team)).Count.ShouldBeInRange(1, 699);

        (await lin.Imported(id))["made"].GetInt32().ShouldBe(700);
        (await Customers(team)).Select(customer => customer.Name).Distinct().Count().ShouldBe(700);
    }

    [EachEngine]
    public async Task Who_leads_a_team_gives_rows_to_its_members_or_to_the_pool(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(2);
        var other = await team.AnotherTeamAsync();
        var (id, _) = await team.Supervisor.Dropped(await Lists.Xlsx(["Company", "Owner"], ["Alpha Furniture", "小林"], ["Beta Lights", ""], ["Gamma Wood", "方主管"], ["Delta Stone", "谁"]), "list.xlsx");

        var preview = (await team.Supervisor.Preview(id, "pool")).ShouldBeOk();
        preview.Issues().ShouldBe([(4, "ownerUnknown", "Owner"), (5, "ownerUnknown", "Owner")]);
        await team.Supervisor.Imported(id);
        (await Customers(team)).Select(customer => (customer.Name, customer.OwnerId)).ShouldBe([("Alpha Furniture", team.Rep("lin").Id), ("Beta Lights", null)], ignoreOrder: true);

        var (hers, _) = await team.Rep("lin").Dropped(Lists.Utf8("公司\n云顶\n"));
        (await team.Rep("lin").Preview(hers, "pool")).ShouldBeProblem(409, "import.to");
        (await team.Supervisor.Get($"/api/imports/{hers}")).Status.ShouldBe(404);
        var (his, _) = await team.Supervisor.Dropped(Lists.Utf8("公司\n云顶\n"));
        (await team.Supervisor.Preview(his, "member", other.Rep("lin").Id)).ShouldBeProblem(409, "import.member");
    }

    [EachEngine]
    public async Task A_list_is_no_way_around_the_limit_of_the_pool(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(1, rules => rules.MostHeld = 2);
        var lin = team.Rep("lin");
        await team.Customer("已有的");
        var (id, _) = await lin.Dropped(Lists.Utf8("公司\n甲公司\n乙公司\n丙公司\n"));
        (await lin.Preview(id)).ShouldBeOk().Issues().ShouldBe([(3, "full", "公司"), (4, "full", "公司")]);
        (await lin.Imported(id))["made"].GetInt32().ShouldBe(1);
    }

    [EachEngine]
    public async Task What_was_said_of_a_column_is_remembered_in_the_organisation(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (id, file) = await team.Rep("lin").Dropped(Lists.Utf8("甲方,备注\n云顶家居,好\n"));
        file["fields"].EnumerateArray().Select(field => field.GetString()).ShouldBe(["ignore", "ignore"]);
        (await team.Rep("lin").Put($"/api/imports/{id}/run", new { })).ShouldBeProblem(409, "import.name-column");
        (await team.Rep("lin").Put($"/api/imports/{id}/columns", new { fields = new[] { "name", "nextStep" } })).ShouldBeOk();

        var (_, next) = await team.Rep("zhe").Dropped(Lists.Utf8("备注,甲方\n好,海川木业\n"));
        next["fields"].EnumerateArray().Select(field => field.GetString()).ShouldBe(["nextStep", "name"]);
    }

    [EachEngine]
    public async Task A_long_name_a_million_rows_and_nothing_at_all_are_said_kindly(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var (id, _) = await lin.Dropped(Lists.Utf8($"公司\n{new string('长', 300)}\n短的\n"));
        var preview = (await lin.Preview(id)).ShouldBeOk();
        preview.Issues().ShouldBe([(2, "tooLong", "公司")]);
        preview["issues"][0].GetProperty("value").GetString()!.Length.ShouldBe(40);

        (await Drop("公司\n" + string.Concat(Enumerable.Repeat("一\n", 1_000_000)))).ShouldBeProblem(409, "import.too-many-rows");
        (await lin.Drop(Guid.CreateVersion7(), new byte[30_000_001])).ShouldBeProblem(413, "import.too-large");
        (await Drop("")).ShouldBeProblem(409, "import.empty");
        (await Drop("公司,城市\n")).ShouldBeProblem(409, "import.empty");
        (await Drop(string.Join(',', Enumerable.Range(0, 300)) + "\n1\n")).ShouldBeProblem(409, "import.too-wide");
        (await lin.Put($"/api/imports/{id}/columns", new { fields = new[] { "name", "city" } })).ShouldBeProblem(409, "import.columns");

        Task<Answer> Drop(string text) => lin.Drop(Guid.CreateVersion7(), Encoding.UTF8.GetBytes(text));
    }

    [EachEngine]
    public async Task The_file_goes_after_a_week_and_what_came_of_it_stays(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var (id, _) = await lin.Dropped(Lists.Utf8("公司,手机\n云顶,13800001234\n"));
        (await lin.Preview(id)).ShouldBeOk();
        await lin.Imported(id);
        var file = Guid.Empty;
        await team.Server.Writer.Run(team.OrgId, async db =>
        {
            file = (await db.CustomerImports.Of(team.OrgId).SingleAsync()).FileId!.Value;
            var longAgo = team.Server.Clock.GetUtcNow().AddDays(-8);
            await db.CustomerImports.Of(team.OrgId).ExecuteUpdateAsync(set => set.SetProperty(one => one.CreatedAt, longAgo));
        });
        (await team.RunNow("imports")).Counts.ShouldContain("\"cleared\":1");
        team.Server.Services.GetRequiredService<FileStore>().Open(team.OrgId, file).ShouldBeNull();
        (await lin.Get($"/api/imports/{id}")).ShouldBeOk().Text.ShouldNotContain("13800001234");
        (await lin.Undone(id))["removed"].GetInt32().ShouldBe(1);
    }

    [EachEngine]
    public async Task Whoever_keeps_the_server_imports_by_a_command_with_a_map(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var folder = Directory.CreateTempSubdirectory("vesper-list-");
        var (list, map) = (Path.Combine(folder.FullName, "list.csv"), Path.Combine(folder.FullName, "map.txt"));
        await File.WriteAllTextAsync(list, "甲方;Name;乙\n云顶家居;王莉;x\n;赵平;y\n");
        await File.WriteAllTextAsync(map, "甲方 = name\n\nname = contact\n");

        (await Command("nobody")).ShouldBe((1, "There is no active member with the account nobody who looks after customers. Nothing was imported.\n"));
        var (code, said) = await Command(team.Rep("lin").Account);
        (code, said).ShouldBe((0, said), said);
        said.ShouldContain("1 of 2 rows can be imported, 0 are there already, 1 have a fault.");
        said.ShouldContain("row 3: NameMissing 甲方");
        (await team.Rep("lin").Get("/api/customers?q=王莉")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(1);
        folder.Delete(recursive: true);

        async Task<(int Code, string Said)> Command(string account)
        {
            using var scope = team.Server.Services.CreateScope();
            var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["account"] = account, ["map"] = map }).Build();
            var say = new StringWriter { NewLine = "\n" };
            return (await ActivatorUtilities.CreateInstance<ImportCustomers>(scope.ServiceProvider, settings).RunAsync(list, say), say.ToString());
        }
    }

    static async Task<List<Customer>> Customers(Team team)
    {
        await using var db = team.Server.Db();
        return await db.Customers.Of(team.OrgId).ToListAsync();
    }
}
