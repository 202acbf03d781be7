using Vesper.Tests.Support;

namespace Vesper.Tests.Customers;

public sealed class CustomerListTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task The_newest_comes_first_fifty_a_page(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        for (var i = 0; i < 52; i++) await team.Customer($"客户{i}");

        var first = (await team.Rep("lin").Get("/api/customers")).ShouldBeOk();
        var second = (await team.Rep("lin").Get($"/api/customers?after={first["next"].GetString()}")).ShouldBeOk();

        Names(first).Count.ShouldBe(50);
        Names(first)[0].ShouldBe("客户51");
        Names(second).ShouldBe(["客户1", "客户0"]);
        (await team.Rep("lin").Get("/api/customers?after=x")).ShouldBeProblem(400, "page.cursor");
    }

    [EachEngine]
    [InlineData("云顶", "云顶家居")]
    [InlineData("家居", "云顶家居 顾家家居")]
    [InlineData("ＨＡＮ", "Hangcha 物流")]
    [InlineData("hang 物流", "Hangcha 物流")]
    [InlineData("云", "")]
    [InlineData("o#", "")]
    [InlineData("\"' OR *", "")]
    [InlineData("顶家居云", "")]
    public async Task Two_chinese_characters_or_the_beginning_of_a_word_find_it(Engine engine, string words, string found)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        foreach (var name in new[] { "云顶家居", "Hangcha 物流", "顾家家居" }) await team.Customer(name);

        var answer = (await team.Rep("lin").Get($"/api/customers?q={Uri.EscapeDataString(words)}")).ShouldBeOk();

        Names(answer).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Order(found.Length == 0 ? [] : found == "Hangcha 物流" ? [found] : found.Split(' '), StringComparer.Ordinal));
    }

    [EachEngine]
    public async Task A_customer_is_found_by_the_people_there_and_by_its_new_owner_only(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var customer = await team.Customer("云顶家居");
        await team.Customer("中泰纸业", team.Rep("zhe"));
        (await team.Rep("lin").Put($"/api/customers/{customer.Id}/contacts/{Guid.CreateVersion7()}", new { name = "欧阳建国", phone = "13812345678" })).ShouldBeCreated();

        Names(await team.Rep("lin").Get("/api/customers?q=建国")).ShouldBe(["云顶家居"]);
        Names(await team.Rep("zhe").Get("/api/customers?q=建国")).ShouldBeEmpty();
        Names(await team.Supervisor.Get("/api/customers?q=建国")).ShouldBe(["云顶家居"]);
        Names(await team.Supervisor.Get("/api/customers?q=杭州")).ShouldBe(["中泰纸业", "云顶家居"], ignoreOrder: true);
        Names(await (await team.AnotherTeamAsync()).Supervisor.Get("/api/customers?q=杭州")).ShouldBeEmpty();
        Names(await (await vesper.On(engine).ATeamOf(1)).Supervisor.Get("/api/customers?q=杭州")).ShouldBeEmpty();
    }

    [EachEngine]
    [InlineData("yunding", "云顶家居")]
    [InlineData("ydjj", "云顶家居")]
    [InlineData("djia", "")]
    [InlineData("dingjia", "云顶家居")]
    [InlineData("jj", "云顶家居")]
    [InlineData("changx", "长兴音乐")]
    [InlineData("zhangxing", "长兴音乐")]
    [InlineData("cxyy", "长兴音乐")]
    [InlineData("lvyou", "绿友机械")]
    [InlineData("lüyou", "绿友机械")]
    [InlineData("ouyang", "绿友机械")]
    [InlineData("oyjg", "绿友机械")]
    [InlineData("雲頂", "云顶家居")]
    [InlineData("y", "")]
    [InlineData("5678", "绿友机械")]
    [InlineData("345678", "绿友机械")]
    [InlineData("+86 138-1234-5678", "绿友机械")]
    [InlineData("3812", "")]
    [InlineData("678", "")]
    public async Task It_is_found_by_its_sound_by_traditional_characters_and_by_the_end_of_a_phone(Engine engine, string words, string found)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        foreach (var name in new[] { "云顶家居", "长兴音乐" }) await team.Customer(name);
        var customer = await team.Customer("绿友机械");
        (await team.Rep("lin").Put($"/api/customers/{customer.Id}/contacts/{Guid.CreateVersion7()}", new { name = "欧阳建国", phone = "138 1234 5678" })).ShouldBeCreated();

        Names(await team.Rep("lin").Get($"/api/customers?q={Uri.EscapeDataString(words)}")).ShouldBe(found.Length == 0 ? [] : [found]);
        Names(await team.Rep("zhe").Get($"/api/customers?q={Uri.EscapeDataString(words)}")).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task What_is_found_is_paged_without_gap(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        for (var i = 0; i < 55; i++) await team.Customer($"客户{i}");

        var first = (await team.Rep("lin").Get("/api/customers?q=客户")).ShouldBeOk();
        var second = (await team.Rep("lin").Get($"/api/customers?q=客户&after={first["next"].GetString()}")).ShouldBeOk();

        Names(first).Concat(Names(second)).Distinct().Count().ShouldBe(55);
        second["next"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await team.Rep("lin").Get("/api/customers?q=客户&after=-1")).ShouldBeProblem(400, "page.cursor");
    }

    [EachEngine]
    public async Task What_is_near_comes_with_its_distance_nearest_first(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        (await lin.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();
        foreach (var (name, latitude) in new[] { ("远", 30.29), ("近", 30.2805), ("外地", 31.9) })
            (await lin.Put($"/api/customers/{Guid.CreateVersion7()}", new { name = $"{name}处公司", point = new { latitude, longitude = 120.15 } })).ShouldBeCreated();

        var near = (await lin.Get("/api/customers?near=30.28,120.15")).ShouldBeOk();

        Names(near).ShouldBe(["近处公司", "远处公司"]);
        near["items"][0].GetProperty("distanceMetres").GetDouble().ShouldBe(56, 1);
        (await lin.Get("/api/customers?near=here")).ShouldBeProblem(400, "request.malformed");
        (await lin.Get("/api/customers?near=91,10")).ShouldBeProblem(400, "request.malformed");
    }

    [EachEngine]
    public async Task The_list_can_be_narrowed(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        await team.Customer("云顶家居");

        Names(await team.Rep("lin").Get("/api/customers?filter=d")).ShouldBe(["云顶家居"]);
        foreach (var other in new[] { "a", "kpUnseen", "due" }) Names((await team.Rep("lin").Get($"/api/customers?filter={other}")).ShouldBeOk()).ShouldBeEmpty();
        Names((await team.Rep("lin").Get("/api/customers?filter=a&q=云顶")).ShouldBeOk()).ShouldBeEmpty();
        (await team.Rep("lin").Get("/api/customers?filter=best")).ShouldBeProblem(400, "request.malformed");
    }

    static List<string?> Names(Answer answer) => [.. answer.ShouldBeOk()["items"].EnumerateArray().Select(row => row.GetProperty("shortName").GetString())];
}
