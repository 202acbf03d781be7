using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

public sealed class HostTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Tonight_composes_itself_from_the_day_and_keeps_its_ids_when_it_opens(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        await team.Visited(lin, await team.Customer("云顶家居"), help: "老板儿子不见人");
        await team.Signed(zhe, await team.Customer("青禾包装", zhe));

        var planned = await team.Supervisor.Tonight();
        var opened = await team.Supervisor.Opened();

        planned.Text("state").ShouldBe("planned");
        planned.GetProperty("canHost").GetBoolean().ShouldBeTrue();
        planned.Text("hostName").ShouldBe("陈主管");
        planned.Item("case").Text("memberName").ShouldBe("小林");
        planned.Item("case").Text("title").ShouldBe("云顶家居：老板儿子不见人");
        planned.Item("story").Text("title").ShouldBe("阿哲签下青禾包装");
        planned.List("items").Sum(item => item.GetProperty("minutes").GetInt32()).ShouldBeLessThanOrEqualTo(30);
        opened.Text("state").ShouldBe("open");
        opened.Id().ShouldBe(planned.Id());
        opened.List("items").Select(item => item.Id()).ShouldBe(planned.List("items").Select(item => item.Id()));
        opened.GetProperty("isHost").GetBoolean().ShouldBeTrue();
        opened.GetProperty("currentItemId").GetGuid().ShouldBe(opened.List("items").First().Id());
    }

    [EachEngine]
    public async Task A_day_without_anything_asks_its_three_questions(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);

        var tonight = await team.Rep("lin").Tonight();

        tonight.List("items").Count(item => item.Text("kind") == "questions").ShouldBe(3);
        tonight.GetProperty("canHost").GetBoolean().ShouldBeFalse();
    }

    [EachEngine]
    public async Task Of_two_hosts_who_open_at_once_the_first_leads_and_the_second_is_told_who(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lead = await team.JoinAsync("lead", "周组长", Role.Lead);
        var id = (await lead.Tonight()).Id();

        var both = await Task.WhenAll(lead.Put($"/api/evenings/{id}/opening", new { version = 0 }), team.Supervisor.Put($"/api/evenings/{id}/opening", new { version = 0 }));

        both.Count(answer => answer.Status == 200).ShouldBe(1);
        var first = both.Single(answer => answer.Status == 200);
        var second = both.Single(answer => answer.Status != 200);
        second.ShouldBeProblem(409, "evening.open-by-other");
        second.Text.ShouldContain(first["hostName"].GetString()!);
    }

    [EachEngine]
    public async Task Opening_twice_from_a_bad_network_is_opening_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var id = (await team.Supervisor.Tonight()).Id();

        var first = (await team.Supervisor.Put($"/api/evenings/{id}/opening", new { version = 0 })).ShouldBeOk();
        var again = (await team.Supervisor.Put($"/api/evenings/{id}/opening", new { version = 0 })).ShouldBeOk();

        again["openedAt"].GetString().ShouldBe(first["openedAt"].GetString());
        again.Body.Version().ShouldBe(first.Body.Version());
    }

    [EachEngine]
    public async Task The_host_orders_drops_and_brings_back_and_acts_keep_their_order(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (a, b) = (await team.Rep("lin").Asks("价格太高"), await team.Rep("zhe").Asks("对手先到"));
        var tonight = await team.Supervisor.Tonight();
        var reversed = tonight.AsTheyAre().Reverse().ToArray();

        var ordered = (await team.Supervisor.Put($"/api/evenings/{tonight.Id()}/agenda", new { version = 0, items = reversed })).ShouldBeOk().Body;
        var dropped = (await team.Supervisor.Put($"/api/evenings/{tonight.Id()}/agenda", new { version = ordered.Version(), items = ordered.AsTheyAre().Take(1) })).ShouldBeOk().Body;
        var back = (await team.Supervisor.Put($"/api/evenings/{tonight.Id()}/agenda", new { version = dropped.Version(), items = new[] { new { kind = "case", caseId = b, minutes = 7 } } })).ShouldBeOk().Body;

        ordered.List("items").Select(item => item.Text("act")).Distinct().ShouldBe(["relief", "nourish", "lift", "checkout"]);
        ordered.List("items").Where(item => item.Text("kind") == "case").Select(item => item.GetProperty("caseId").GetGuid())
            .ShouldBe(tonight.List("items").Where(item => item.Text("kind") == "case").Select(item => item.GetProperty("caseId").GetGuid()).Reverse());
        dropped.List("items").ShouldHaveSingleItem();
        dropped.List("leftOut").Count().ShouldBe(ordered.List("items").Count() - 1);
        back.List("items").ShouldHaveSingleItem().GetProperty("minutes").GetInt32().ShouldBe(7);
        back.Item("case").GetProperty("caseId").GetGuid().ShouldBe(b);
        a.ShouldNotBe(b);
    }

    [EachEngine]
    public async Task The_host_adds_a_question_of_his_own_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var tonight = await team.Supervisor.Tonight();
        object[] wanted = [.. tonight.AsTheyAre().Take(2), new { kind = "questions", title = "明天下雨，谁换路线？", minutes = 2 }];

        var first = (await team.Supervisor.Put($"/api/evenings/{tonight.Id()}/agenda", new { version = 0, items = wanted })).ShouldBeOk().Body;
        var again = (await team.Supervisor.Put($"/api/evenings/{tonight.Id()}/agenda", new { version = 1, items = wanted })).ShouldBeOk().Body;

        first.List("items").Count(item => item.Text("title") == "明天下雨，谁换路线？").ShouldBe(1);
        again.List("items").Select(item => item.Id()).ShouldBe(first.List("items").Select(item => item.Id()));
    }

    [EachEngine]
    public async Task A_plan_on_an_old_version_changes_nothing(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var tonight = await team.Supervisor.Tonight();
        var path = $"/api/evenings/{tonight.Id()}";
        var kept = (await team.Supervisor.Put($"{path}/agenda", new { version = 0, items = tonight.AsTheyAre().Skip(1) })).ShouldBeOk().Body;

        (await team.Supervisor.Put($"{path}/agenda", new { version = 0, items = tonight.AsTheyAre().Take(1) })).ShouldBeProblem(409, "evening.changed");
        (await team.Supervisor.Put($"{path}/agenda", new { version = 1, items = new[] { new { id = Guid.CreateVersion7(), minutes = 3 } } })).ShouldBeProblem(409, "evening.changed");
        (await team.Supervisor.Put($"{path}/agenda", new { version = 1, items = kept.AsTheyAre().Take(1).Concat(kept.AsTheyAre().Take(1)) })).ShouldBeProblem(409, "evening.item-twice");
        (await team.Supervisor.Put($"{path}/agenda", new { version = 1, items = kept.List("items").Select(item => new { id = item.Id(), minutes = 44 }) })).ShouldBeProblem(409, "evening.too-long");
        (await team.Supervisor.Put($"{path}/agenda", new { version = 1, items = Array.Empty<object>() })).ShouldBeProblem(400, "request.invalid");
        (await team.Supervisor.Put($"{path}/agenda", new { version = 1, items = new[] { new { id = Guid.CreateVersion7(), minutes = 0 } } })).ShouldBeProblem(400, "request.invalid");
        (await team.Supervisor.Put($"{path}/agenda", new { version = 1, items = new[] { new { kind = "mood", minutes = 3 } } })).ShouldBeProblem(409, "evening.item-kind");
        (await team.Supervisor.Send(HttpMethod.Put, $"{path}/agenda", "{\"version\":")).ShouldBeProblem(400, "request.malformed");

        (await team.Supervisor.Tonight()).List("items").Select(item => item.Id()).ShouldBe(kept.List("items").Select(item => item.Id()));
    }

    [EachEngine]
    public async Task What_comes_after_the_host_planned_still_finds_its_place(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var tonight = await team.Supervisor.Tonight();
        (await team.Supervisor.Put($"/api/evenings/{tonight.Id()}/agenda", new { version = 0, items = tonight.AsTheyAre() })).ShouldBeOk();

        await team.Signed(team.Rep("zhe"), await team.Customer("青禾包装", team.Rep("zhe")));

        (await team.Supervisor.Tonight()).Item("story").Text("title").ShouldBe("阿哲签下青禾包装");
        (await team.Supervisor.Opened()).Item("story").Text("title").ShouldBe("阿哲签下青禾包装");
    }

    [EachEngine]
    public async Task The_course_goes_from_item_to_item_and_only_the_host_steers(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lead = await team.JoinAsync("lead", "周组长", Role.Lead);
        var evening = await team.Supervisor.Opened();
        var (first, second) = (evening.List("items").First().Id(), evening.List("items").ElementAt(1).Id());

        (await lead.Goes(evening, second)).ShouldBeProblem(403, "evening.not-host");
        (await team.Rep("lin").Goes(evening, second)).ShouldBeProblem(403, "access.denied");
        (await team.Supervisor.Goes(evening, Guid.CreateVersion7())).ShouldBeProblem(404, "not-found");
        var gone = (await team.Supervisor.Goes(evening, second)).ShouldBeOk();
        (await team.Supervisor.Goes(evening, second)).ShouldBeOk()["version"].GetInt32().ShouldBe(gone["version"].GetInt32());
        (await team.Supervisor.Goes(evening, first)).ShouldBeProblem(409, "evening.changed");

        gone.Body.List("items").First().Text("state").ShouldBe("done");
        gone.Body.List("items").ElementAt(1).Text("state").ShouldBe("running");
        gone["currentItemId"].GetGuid().ShouldBe(second);
    }

    [EachEngine]
    public async Task Another_host_takes_over_the_remote(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lead = await team.JoinAsync("lead", "周组长", Role.Lead);
        var evening = await team.Supervisor.Opened();

        var taken = (await lead.Put($"/api/evenings/{evening.Id()}/host", new { version = evening.Version() })).ShouldBeOk();

        taken["isHost"].GetBoolean().ShouldBeTrue();
        taken["hostName"].GetString().ShouldBe("周组长");
        (await team.Supervisor.Put($"/api/evenings/{evening.Id()}/closing", new { version = taken["version"].GetInt32() })).ShouldBeProblem(403, "evening.not-host");
    }

    [EachEngine]
    public async Task A_manager_above_a_team_takes_part_in_its_evening_and_may_lead_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var city = await team.City();
        var manager = await team.JoinAsync("manager", "孙经理", Role.Manager);
        await team.Server.Writer.Run(team.OrgId, async db =>
        {
            (await db.Set<global::Vesper.Teams.Unit>().FindAsync(team.OrgId, team.Id))!.ParentId = city;
            (await db.Set<global::Vesper.Teams.Member>().FindAsync(team.OrgId, manager.Id))!.UnitId = city;
            db.Tell(global::Vesper.Kit.Live.Topic.House, new RightsChanged(null));
        });

        var tonight = await manager.Tonight();
        await manager.Comes(tonight);
        var opened = await manager.Opened();

        tonight.GetProperty("teamId").GetGuid().ShouldBe(team.Id);
        opened.Text("hostName").ShouldBe("孙经理");
        opened.List("members").Single(member => member.Text("name") == "孙经理").GetProperty("present").GetBoolean().ShouldBeTrue();
    }

    [EachEngine]
    public async Task A_closed_evening_takes_nothing_more(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lead = await team.JoinAsync("lead", "周组长", Role.Lead);
        var lin = team.Rep("lin");
        var evening = await team.Supervisor.Opened();
        var closed = await team.Supervisor.Closes();
        var path = $"/api/evenings/{evening.Id()}";

        (await team.Supervisor.Put($"{path}/closing", new { version = evening.Version() })).ShouldBeOk()["closedAt"].GetString().ShouldBe(closed.Text("closedAt"));
        (await lead.Put($"{path}/closing", new { version = closed.Version() })).ShouldBeProblem(409, "evening.closed");
        (await team.Supervisor.Put($"{path}/opening", new { version = closed.Version() })).ShouldBeProblem(409, "evening.closed");
        (await team.Supervisor.Put($"{path}/agenda", new { version = closed.Version(), items = closed.AsTheyAre() })).ShouldBeProblem(409, "evening.closed");
        (await team.Supervisor.Put($"{path}/course", new { version = closed.Version(), itemId = closed.List("items").First().Id() })).ShouldBeProblem(409, "evening.closed");
        (await lin.Put($"{path}/attendance", new { })).ShouldBeProblem(409, "evening.closed");
        (await lin.Put($"{path}/checkout", new { takeaway = "thanks" })).ShouldBeProblem(409, "evening.closed");
        (await lin.Put($"{path}/mood", new { mood = 3 })).ShouldBeProblem(409, "evening.closed");
        (await lin.Put($"{path}/turn", new { wants = true })).ShouldBeProblem(409, "evening.closed");
    }

    [EachEngine]
    public async Task Before_it_begins_only_presence_is_taken(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var tonight = await lin.Tonight();
        var path = $"/api/evenings/{tonight.Id()}";

        (await lin.Put($"{path}/attendance", new { })).ShouldBeOk()["members"].EnumerateArray().Single(member => member.Text("name") == "小林").GetProperty("present").GetBoolean().ShouldBeTrue();
        (await lin.Put($"{path}/mood", new { mood = 3 })).ShouldBeProblem(409, "evening.not-open");
        (await lin.Put($"{path}/checkout", new { takeaway = "try" })).ShouldBeProblem(409, "evening.not-open");
        (await lin.Get($"{path}/minutes")).ShouldBeProblem(409, "evening.not-open");
        (await team.Supervisor.Opened()).Text("state").ShouldBe("open");
    }

    [EachEngine]
    public async Task Another_team_and_another_organisation_hear_nothing_of_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var stranger = (await vesper.On(engine).ATeamOf(1)).Supervisor;
        var neighbour = (await team.AnotherTeamAsync()).Supervisor;
        var evening = await team.Supervisor.Opened();

        foreach (var other in new[] { stranger, neighbour })
        {
            (await other.Get($"/api/evenings/{evening.Id()}")).ShouldBeProblem(404, "not-found");
            (await other.Get($"/api/evenings/tonight?teamId={team.Id}")).ShouldBeProblem(404, "not-found");
            (await other.Get($"/api/evenings?teamId={team.Id}")).ShouldBeProblem(404, "not-found");
            (await other.Put($"/api/evenings/{evening.Id()}/closing", new { version = evening.Version() })).ShouldBeProblem(404, "not-found");
            (await other.Put($"/api/evenings/{evening.Id()}/attendance", new { })).ShouldBeProblem(404, "not-found");
        }
        (await team.Supervisor.Get($"/api/evenings/{Guid.CreateVersion7()}")).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task Who_was_deactivated_is_out_at_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var evening = await team.Supervisor.Opened();
        await team.Server.Writer.Run(team.OrgId, async db =>
        {
            (await db.Set<global::Vesper.Teams.Member>().FindAsync(team.OrgId, team.Rep("lin").Id))!.State = global::Vesper.Teams.MemberState.Left;
            db.Tell(global::Vesper.Kit.Live.Topic.House, new RightsChanged(team.Rep("lin").Id));
        });

        (await team.Rep("lin").Put($"/api/evenings/{evening.Id()}/attendance", new { })).ShouldBeProblem(401, "session.required");
        (await team.Supervisor.Tonight()).List("members").ShouldNotContain(member => member.Text("name") == "小林");
    }
}
