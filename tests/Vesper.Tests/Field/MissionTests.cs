using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class MissionTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_check_in_at_a_stop_is_progress_on_every_phone(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var (a, b, c) = (await team.Customer("青禾包装"), await team.Customer("恒泰五金"), await team.Customer("远航照明", zhe));
        var id = await team.StartMission((lin, "east", [a, b]), (zhe, "west", [c]), (team.Supervisor, "middle", []));
        using var live = await zhe.Listen();

        await lin.Visit(a);
        await live.Next("check-in.created");

        var seen = await zhe.Mission(id);
        seen.Progress(lin).ShouldBe((1, 2, "青禾包装"));
        seen["left"].GetInt32().ShouldBe(2);
        (await team.Rep("jia").Mission(id)).Progress(lin).ShouldBe((1, 2, "青禾包装"));
        (await zhe.Get("/api/missions/today")).ShouldBeOk().Body[0].GetProperty("state").GetString().ShouldBe("underWay");
    }

    [EachEngine]
    public async Task What_was_made_without_network_counts_by_its_own_time_and_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var (a, b) = (await team.Customer("青禾包装"), await team.Customer("恒泰五金"));
        var id = await team.StartMission((lin, "east", [a, b]));
        var (visit, before) = (Guid.CreateVersion7(), team.Server.Clock.GetUtcNow());
        await Task.Delay(5);
        (await team.Supervisor.Put($"/api/missions/{id}/end", new { })).ShouldBeOk();

        (await lin.CheckIn(a, visit, at: before)).ShouldBeCreated();
        (await lin.CheckIn(a, visit, at: before)).ShouldBeOk();
        (await lin.CheckIn(b)).ShouldBeCreated(); // after the end: a visit, not the mission's

        var seen = await lin.Mission(id);
        seen.Progress(lin).ShouldBe((1, 2, "青禾包装"));
        seen["summary"].GetProperty("visits").GetInt32().ShouldBe(1);
    }

    [EachEngine]
    public async Task No_answer_and_no_event_that_a_teammate_can_read_holds_a_persons_place(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var customer = await team.CustomerAt("青禾包装", 0.01, 0.02);
        var id = await team.StartMission((lin, "east", [customer]), (zhe, "west", []));
        (await lin.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();
        using var live = await zhe.Listen();

        (await lin.CheckIn(customer, point: new { latitude = 30.317733, longitude = 120.366622, accuracy = 9.0 })).ShouldBeCreated()["positionKept"].GetBoolean().ShouldBeTrue();
        (await lin.Put($"/api/missions/{id}/arrival", new { at = team.Server.Clock.GetUtcNow() })).ShouldBeOk();
        var told = new List<string> { (await live.Next("check-in.created")).GetRawText(), (await live.Next("mission.changed")).GetRawText() };

        foreach (var reader in new[] { lin, zhe, team.Supervisor })
            foreach (var path in new[] { $"/api/missions/{id}", "/api/missions/today", "/api/missions", "/api/feed", "/api/today" }) told.Add((await reader.Get(path)).ShouldBeOk().Text);
        told.Add((await team.Supervisor.Get($"/api/missions/area?teamId={team.Id}")).ShouldBeOk().Text);
        told.ShouldAllBe(text => !text.Contains("30.3177") && !text.Contains("120.3666"));
        (await zhe.Mission(id)).Text.ShouldContain("30.3151"); // the company's address is what the map draws
    }

    [EachEngine]
    public async Task A_stop_stands_in_the_members_day_and_leaves_it_with_the_mission(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var (own, zhes) = (await team.Customer("青禾包装"), await team.Customer("远航照明", zhe));
        var (id, now) = (Guid.CreateVersion7(), team.Server.Clock.GetUtcNow());
        var today = (await lin.Get("/api/today"))["day"].GetString();
        (await lin.Put($"/api/planned-visits/{Guid.CreateVersion7()}", new { customerId = own.Id, day = today, purpose = "确认预算" })).ShouldBeCreated();

        (await team.Supervisor.Put($"/api/missions/{id}", team.Mission(now, (lin, "east", [own, zhes])))).ShouldBeCreated();
        (await Names(lin)).ShouldBe(["青禾包装", "远航照明"]);
        (await team.Supervisor.Put($"/api/missions/{id}", team.Mission(now, (lin, "east", [own]), (zhe, "west", [zhes])))).ShouldBeOk();
        (await Names(lin)).ShouldBe(["青禾包装"]);
        (await Names(zhe)).ShouldBe(["远航照明"]);

        (await team.Supervisor.Delete($"/api/missions/{id}")).ShouldBeEmpty();
        (await Names(lin)).ShouldBe(["青禾包装"]); // she had planned that herself
        (await Names(zhe)).ShouldBeEmpty();
        (await lin.Get($"/api/missions/{id}")).ShouldBeProblem(404, "not-found");

        static async Task<List<string?>> Names(Person person) =>
            [.. (await person.Get("/api/today"))["plannedVisits"].EnumerateArray().Select(planned => planned.GetProperty("customerName").GetString())];
    }

    [EachEngine]
    public async Task Sent_there_by_a_mission_she_may_check_in_at_a_teammates_customer_and_nowhere_else(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var (zhes, other) = (await team.Customer("远航照明", zhe), await team.Customer("卓凡家居", zhe));
        var id = await team.StartMission((lin, "east", [zhes]));

        (await lin.CheckIn(zhes)).ShouldBeCreated();
        (await lin.CheckIn(other)).ShouldBeProblem(404, "not-found");
        (await lin.Get($"/api/customers/{zhes.Id}")).ShouldBeProblem(404, "not-found");
        (await lin.Mission(id)).Progress(lin).Done.ShouldBe(1);
        (await zhe.Mission(id))["routes"][0].GetProperty("stops")[0].GetProperty("customerId").GetGuid().ShouldBe(zhes.Id);
    }

    [EachEngine]
    public async Task A_teammate_reads_names_and_addresses_and_no_way_into_the_archive(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var id = await team.StartMission((lin, "east", [await team.CustomerAt("青禾包装", 0.01, 0.02)]));

        Stop(await lin.Mission(id)).GetProperty("customerId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        Stop(await zhe.Mission(id)).GetProperty("customerId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        Stop(await zhe.Mission(id)).GetProperty("customerName").GetString().ShouldBe("青禾包装");

        static System.Text.Json.JsonElement Stop(Answer mission) => mission["routes"][0].GetProperty("stops")[0];
    }

    [EachEngine]
    public async Task She_orders_her_own_route_and_adds_a_customer_of_hers(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var (a, b, more, zhes) = (await team.Customer("青禾包装"), await team.Customer("恒泰五金"), await team.Customer("云顶家居"), await team.Customer("远航照明", zhe));
        var id = await team.StartMission((lin, "east", [a, b]), (zhe, "west", [zhes]));

        var seen = (await lin.Put($"/api/missions/{id}/stops", new { customerIds = new[] { more.Id, b.Id } })).ShouldBeOk();
        seen["routes"][0].GetProperty("stops").EnumerateArray().Select(stop => stop.GetProperty("customerName").GetString()).ShouldBe(["云顶家居", "恒泰五金"]);

        (await lin.Put($"/api/missions/{id}/stops", new { customerIds = new[] { zhes.Id } })).ShouldBeProblem(409, "mission.twice");
        (await zhe.Put($"/api/missions/{id}/stops", new { customerIds = new[] { zhes.Id, a.Id } })).ShouldBeProblem(404, "not-found");
        (await team.Supervisor.Put($"/api/missions/{id}/stops", new { customerIds = Array.Empty<Guid>() })).ShouldBeProblem(409, "mission.not-on-it");
    }

    [EachEngine]
    public async Task It_starts_on_its_day_ends_once_and_sums_up_without_ranking(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var (a, b) = (await team.Customer("青禾包装"), await team.Customer("远航照明", zhe));
        var (tomorrow, now) = (Guid.CreateVersion7(), team.Server.Clock.GetUtcNow());
        (await team.Supervisor.Put($"/api/missions/{tomorrow}", team.Mission(now.AddDays(1), (lin, "east", [a])))).ShouldBeCreated();
        (await team.Supervisor.Put($"/api/missions/{tomorrow}/start", new { })).ShouldBeProblem(409, "mission.day");
        (await team.Supervisor.Put($"/api/missions/{tomorrow}/end", new { })).ShouldBeProblem(409, "mission.not-started");

        var id = await team.StartMission((lin, "east", [a]), (zhe, "west", [b]));
        (await team.Supervisor.Put($"/api/missions/{id}/start", new { })).ShouldBeOk();
        await lin.End(await lin.Visit(a), new { outcome = "advanced", kpMet = true, kpMinutes = 20 });
        await zhe.End(await zhe.Visit(b), new { outcome = "rejected" });
        (await lin.Put($"/api/missions/{id}/arrival", new { at = team.Server.Clock.GetUtcNow() })).ShouldBeOk();
        (await lin.Put($"/api/missions/{id}/learned", new { text = "先找车间主任，他带我进去" })).ShouldBeOk();
        (await team.Supervisor.Put($"/api/missions/{id}/end", new { })).ShouldBeOk();
        (await team.Supervisor.Put($"/api/missions/{id}/end", new { })).ShouldBeOk();

        var over = await zhe.Mission(id);
        over["state"].GetString().ShouldBe("ended");
        over["summary"].GetRawText().ShouldBe("""{"visits":2,"kpsMet":1,"won":0,"advanced":1,"open":0,"rejected":1}""");
        over["routes"][0].GetProperty("learned").GetString().ShouldBe("先找车间主任，他带我进去");
        over["routes"][0].GetProperty("arrivedAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        (await zhe.Feed()).Where(line => line.GetProperty("kind").GetString() == "mission").Select(line => (line.GetProperty("text").GetString(), line.GetProperty("nextStep").GetString()))
            .ShouldBe([("下沙", ""), ("下沙", "金沙湖地铁口")]); // the end above the start, each once
        (await team.Supervisor.Put($"/api/missions/{id}", team.Mission(team.Server.Clock.GetUtcNow(), (lin, "east", [])))).ShouldBeProblem(409, "mission.ended");
        (await team.Supervisor.Delete($"/api/missions/{id}")).ShouldBeProblem(409, "mission.started");
    }

    [EachEngine]
    public async Task The_teams_picture_stands_in_the_mission_and_in_the_line_that_tells_of_its_end(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var id = await team.StartMission((lin, "east", []), (zhe, "west", []));
        var (picture, proof) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await lin.Photo(picture, Pictures.Jpeg, "team")).ShouldBeCreated();
        (await lin.Photo(proof, Pictures.Jpeg)).ShouldBeCreated();
        (await team.Supervisor.Put($"/api/missions/{id}/end", new { })).ShouldBeOk();

        (await lin.Put($"/api/missions/{id}/picture", new { photoIds = new[] { picture } })).ShouldBeOk();
        (await lin.Put($"/api/missions/{id}/picture", new { photoIds = new[] { picture } })).ShouldBeOk()["photoIds"].GetArrayLength().ShouldBe(1);
        (await zhe.Put($"/api/missions/{id}/picture", new { photoIds = new[] { picture } })).ShouldBeProblem(409, "photo.unknown");
        (await lin.Put($"/api/missions/{id}/picture", new { photoIds = new[] { proof } })).ShouldBeProblem(409, "photo.unknown");
        (await team.Supervisor.Put($"/api/missions/{id}/picture", new { photoIds = Array.Empty<Guid>() })).ShouldBeProblem(409, "mission.not-on-it");

        await using var db = team.Server.Db();
        var lines = await db.FeedItems.Of(team.OrgId).Where(item => item.SubjectId == id).OrderBy(item => item.At).ToListAsync();
        lines.Select(line => line.PhotoIds.Count).ShouldBe([0, 1]);
    }

    [EachEngine]
    public async Task Who_may_host_plans_and_a_rep_does_not(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("青禾包装"));
        var lead = await team.JoinAsync("lead", "老郑", global::Vesper.Kit.Access.Role.Lead);
        var mission = team.Mission(team.Server.Clock.GetUtcNow(), (lin, "east", [customer]));

        (await lin.Put($"/api/missions/{Guid.CreateVersion7()}", mission)).ShouldBeProblem(403, "access.denied");
        (await lead.Put($"/api/missions/{Guid.CreateVersion7()}", mission)).ShouldBeCreated();
    }

    [EachEngine]
    public async Task A_proposal_comes_from_both_sides_of_the_meeting_point(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var place = await team.CustomerAt("云顶家居", 0, 0);
        Customer[] east = [await team.CustomerAt("东近", 0, 0.01), await team.CustomerAt("东远", 0, 0.03)], west = [await team.CustomerAt("西近", 0, -0.01, zhe), await team.CustomerAt("西远", 0, -0.03, zhe)];

        var area = (await team.Supervisor.Get($"/api/missions/area?around={place.Id}")).ShouldBeOk();
        area["customers"].EnumerateArray().Select(row => row.GetProperty("name").GetString()).First().ShouldBe("云顶家居");
        area["members"].GetArrayLength().ShouldBe(3);
        var routes = (await team.Supervisor.Post("/api/missions/proposal", new
        {
            memberIds = new[] { lin.Id, zhe.Id }, customerIds = east.Concat(west).Select(one => one.Id), placeCustomerId = place.Id,
        })).ShouldBeOk().Body;

        routes[0].GetProperty("side").GetString().ShouldBe("east");
        routes[0].GetProperty("customerIds").EnumerateArray().Select(id => id.GetGuid()).ShouldBe([east[1].Id, east[0].Id]);
        routes[1].GetProperty("side").GetString().ShouldBe("west");
    }

    [EachEngine]
    public async Task Bad_missions_change_nothing(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var foreign = await vesper.On(engine).ATeamOf(1);
        var (lin, zhe, chen) = (team.Rep("lin"), team.Rep("zhe"), team.Supervisor);
        var (customer, now) = (await team.Customer("青禾包装"), team.Server.Clock.GetUtcNow());
        var at = $"/api/missions/{Guid.CreateVersion7()}";

        (await chen.Put(at, team.Mission(now.AddDays(-1), (lin, "east", [customer])))).ShouldBeProblem(409, "mission.time");
        (await chen.Put(at, team.Mission(now.AddDays(400), (lin, "east", [customer])))).ShouldBeProblem(409, "mission.time");
        (await chen.Put(at, team.Mission(now, (lin, "east", [customer]), (zhe, "west", [customer])))).ShouldBeProblem(409, "mission.twice");
        (await chen.Put(at, team.Mission(now, (lin, "east", [customer]), (lin, "west", [])))).ShouldBeProblem(409, "mission.twice");
        (await chen.Put(at, team.Mission(now, (lin, "upwards", [customer])))).ShouldBeProblem(400, "request.malformed");
        (await chen.Put(at, team.Mission(now))).ShouldBeProblem(400, "request.invalid");
        (await chen.Put(at, team.Mission(now, (foreign.Rep("lin"), "east", [])))).ShouldBeProblem(404, "not-found");
        (await chen.Put(at, team.Mission(now, (lin, "east", [await foreign.Customer("外人")])))).ShouldBeProblem(404, "not-found");
        (await foreign.Supervisor.Put(at, team.Mission(now, (lin, "east", [customer])))).ShouldBeProblem(404, "not-found");
        (await chen.Post("/api/missions/proposal", new { memberIds = new[] { lin.Id }, customerIds = Enumerable.Range(0, 21).Select(_ => Guid.CreateVersion7()) })).ShouldBeProblem(409, "mission.too-many");
        (await chen.Get($"/api/missions/area?around={Guid.CreateVersion7()}")).ShouldBeProblem(404, "not-found");
        (await lin.Get("/api/missions/today")).Body.GetArrayLength().ShouldBe(0);

        var id = await team.StartMission((lin, "east", [customer]));
        (await lin.Put($"/api/missions/{id}/arrival", new { at = now.AddHours(1) })).ShouldBeProblem(409, "mission.arrival");
        (await lin.Put($"/api/missions/{id}/arrival", new { at = now.AddDays(-15) })).ShouldBeProblem(409, "mission.arrival");
        (await zhe.Put($"/api/missions/{id}/arrival", new { at = now })).ShouldBeProblem(409, "mission.not-on-it");
        (await lin.Put($"/api/missions/{id}/learned", new { text = new string('学', 301) })).ShouldBeProblem(400, "request.invalid");
        (await foreign.Rep("lin").Put($"/api/missions/{id}/learned", new { text = "抄来的" })).ShouldBeProblem(404, "not-found");
        (await foreign.Supervisor.Put($"/api/missions/{id}", team.Mission(now, (lin, "east", [])))).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task Who_walks_is_told_once_and_again_when_it_meets_at_another_time(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var (lin, zhe, a, at, id) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("青禾包装"), team.Server.Clock.GetUtcNow(), Guid.CreateVersion7());
        (await team.Supervisor.Put($"/api/missions/{id}", team.Mission(at, (lin, "east", [a]), (team.Supervisor, "middle", [])))).ShouldBeCreated();
        var told = (await lin.Get("/api/notices"))["items"].EnumerateArray().ShouldHaveSingleItem();
        (told.GetProperty("kind").GetString(), told.GetProperty("link").GetString()).ShouldBe(("mission-planned", $"/missions/{id}"));

        (await team.Supervisor.Put($"/api/missions/{id}", team.Mission(at, (lin, "east", [a]), (zhe, "west", [])))).ShouldBeOk();
        (await Notices(lin), await Notices(zhe), await Notices(team.Supervisor), await Notices(team.Rep("jia"))).ShouldBe((1, 1, 0, 0));

        (await team.Supervisor.Put($"/api/missions/{id}", team.Mission(at.AddDays(1), (lin, "east", [a]), (zhe, "west", [])))).ShouldBeOk();
        (await Notices(lin), await Notices(zhe), await Notices(team.Supervisor), await Notices(team.Rep("jia"))).ShouldBe((2, 2, 0, 0));

        static async Task<int> Notices(Person person) => (await person.Get("/api/notices"))["items"].GetArrayLength();
    }

    [EachEngine]
    public async Task The_list_of_missions_tells_what_came_of_each(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var lin = team.Rep("lin");
        var (a, b) = (await team.Customer("青禾包装"), await team.Customer("恒泰五金"));
        var id = await team.StartMission((lin, "east", [a, b]));
        var visit = await lin.Visit(a);
        (await lin.End(visit, new { outcome = "advanced", kpMet = true, kpMinutes = 15 })).ShouldBeOk();
        (await team.Supervisor.Put($"/api/missions/{id}/end", new { })).ShouldBeOk();

        var line = (await team.Rep("zhe").Get("/api/missions")).ShouldBeOk()["items"].EnumerateArray().ShouldHaveSingleItem();

        (line.GetProperty("team").GetString(), line.GetProperty("done").GetInt32(), line.GetProperty("stops").GetInt32()).ShouldBe(("东区战队", 1, 2));
        line.GetProperty("members").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe(lin.Name);
        (line.GetProperty("summary").GetProperty("kpsMet").GetInt32(), line.GetProperty("summary").GetProperty("advanced").GetInt32()).ShouldBe((1, 1));
    }

    [EachEngine]
    public async Task Who_leads_several_teams_plans_for_the_one_she_names(Engine engine)
    {
        var east = await vesper.On(engine).ATeamOf(1);
        var above = await east.AboveAsync();
        var west = await east.AnotherTeamAsync();
        await east.Server.Writer.Run(east.OrgId, async db => (await db.Units.Of(east.OrgId).FirstAsync(unit => unit.Id == west.Id)).ParentId = above.Id);
        var manager = await above.JoinAsync("xu", "许经理", Role.Manager);
        await manager.SignIn();

        var area = (await manager.Get("/api/missions/area")).ShouldBeOk();
        area["teams"].EnumerateArray().Select(team => team.GetProperty("id").GetGuid()).ShouldBe([east.Id, west.Id], ignoreOrder: true);
        area["members"].GetArrayLength().ShouldBeGreaterThan(0); // one of them, not nobody
        (await manager.Get($"/api/missions/area?teamId={west.Id}")).ShouldBeOk()["members"].EnumerateArray().Select(member => member.GetProperty("id").GetGuid()).ShouldContain(west.Rep("lin").Id);
        (await east.Supervisor.Get($"/api/missions/area?teamId={west.Id}")).ShouldBeProblem(404, "not-found");

        var id = Guid.CreateVersion7();
        (await manager.Put($"/api/missions/{id}", west.Mission(west.Server.Clock.GetUtcNow(), (west.Rep("lin"), "east", [])))).ShouldBeCreated();
        (await west.Rep("lin").Mission(id))["mayPlan"].GetBoolean().ShouldBeFalse();
        (await east.Rep("lin").Get($"/api/missions/{id}")).ShouldBeProblem(404, "not-found");
    }
}
