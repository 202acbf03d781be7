using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Journals;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

/// <summary>What a phone's outbox sends, as a bad network delivers it: twice, at the same moment, and long after something newer.</summary>
public sealed class OutboxTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_day_over_a_bad_network_is_there_once_and_its_last_word_counts(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var (now, day) = (TimeProvider.System.GetUtcNow(), Today());

        for (var seed = 1; seed <= 4; seed++)
        {
            var network = new Network(lin, seed);
            var (visits, plans, calls, photos) = (Ids(3), Ids(3), Ids(3), Ids(3));
            var phones = new List<Task>();
            for (var i = 0; i < 3; i++)
            {
                var customer = (await team.Customer($"客户{seed}{i}")).Id;
                phones.Add(network.SendAsync(
                    ($"/api/photos/{photos[i]}?use=team", Pictures.Jpeg),
                    ($"/api/check-ins/{visits[i]}", new { customerId = customer, deviceAt = now, purpose = "第一句" }),
                    ($"/api/visits/{visits[i]}/outcome", new { outcome = "open", note = "先说的" }),
                    ($"/api/visits/{visits[i]}/outcome", new { outcome = "advanced", kpMet = true, kpMinutes = 15, note = "后说的" })));
                phones.Add(network.SendAsync(
                    ($"/api/planned-visits/{plans[i]}", new { customerId = customer, day = day.AddDays(1), purpose = "约人", position = 0 }),
                    ($"/api/planned-visits/{plans[i]}", new { customerId = customer, day = day.AddDays(1), purpose = "见人", position = i + 1 }),
                    i == 0 ? ($"/api/planned-visits/{plans[i]}", null) : ($"/api/planned-visits/{plans[i]}", new { customerId = customer, day = day.AddDays(2), purpose = "见人", position = i + 1 })));
                phones.Add(network.SendAsync(
                    ($"/api/calls/{calls[i]}", new { customerId = customer, deviceAt = now, outcome = "refused" }),
                    ($"/api/calls/{calls[i]}", new { customerId = customer, deviceAt = now, outcome = "reached" })));
            }
            await Task.WhenAll(phones);
            var friend = new Network(zhe, seed);
            await Task.WhenAll(visits.Select(visit => friend.SendAsync(($"/api/feed/{visit}/reactions/encourage", new { }), ($"/api/feed/{visit}/reactions/encourage", null), ($"/api/feed/{visit}/reactions/encourage", new { }))));
            await Task.WhenAll(network.ReleaseAsync(), friend.ReleaseAsync());

            await using var db = team.Server.Db();
            var kept = await db.Visits.Of(team.OrgId).Where(visit => visits.Contains(visit.Id)).ToListAsync();
            kept.Select(visit => (visit.Outcome, visit.Note)).ShouldBe(Enumerable.Repeat<(VisitOutcome?, string)>((VisitOutcome.Advanced, "后说的"), 3), $"seed {seed}");
            (await db.FeedItems.Of(team.OrgId).CountAsync(item => visits.Contains(item.Id))).ShouldBe(3);
            (await db.Photos.Of(team.OrgId).CountAsync(photo => photos.Contains(photo.Id))).ShouldBe(3);
            (await db.Calls.Of(team.OrgId).Where(call => calls.Contains(call.Id)).Select(call => call.Outcome).ToListAsync()).ShouldBe(Enumerable.Repeat(CallOutcome.Reached, 3));
            (await db.PlannedVisits.Of(team.OrgId).Where(plan => plans.Contains(plan.Id)).Select(plan => plan.Day).ToListAsync()).ShouldBe([day.AddDays(2), day.AddDays(2)], $"seed {seed}");
            (await db.Reactions.CountAsync(reaction => visits.Contains(reaction.ItemId))).ShouldBe(3);
        }

        var lines = await lin.Feed();
        lines.Count(line => line.GetProperty("kind").GetString() == "visit").ShouldBe(12);
        lines.ShouldAllBe(line => line.GetProperty("reactions").GetProperty("encourage").GetInt32() == 1);
    }

    [EachEngine]
    public async Task What_is_said_and_written_over_a_bad_network_is_there_once_and_its_last_word_counts(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(4);
        var (zhe, now, tomorrow) = (team.Rep("zhe"), TimeProvider.System.GetUtcNow(), Today().AddDays(1));

        var seed = 0;
        foreach (var lin in team.Reps.Where(rep => rep != zhe).ToList())
        {
            seed++;
            var (network, friend) = (new Network(lin, seed), new Network(zhe, seed));
            var customer = await team.Customer($"客户{seed}", lin);
            var visit = await lin.Visit(customer);
            (await lin.End(visit, new { outcome = "open", note = "见到王总，预算10万", helpWanted = true, helpText = "谁有同类案例?" })).ShouldBeOk();
            var proposals = (await lin.Get($"/api/archive-proposals?visitId={visit}")).ShouldBeOk().Body.EnumerateArray().Select(one => one.GetProperty("id").GetGuid()).ToList();
            proposals.Count.ShouldBe(2);
            var (photo, post, taken, journal, comments, plans) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Ids(2), Ids(3));

            await Task.WhenAll(
                network.SendAsync(
                    ($"/api/photos/{photo}?use=team", Pictures.Jpeg),
                    ($"/api/posts/{post}", new { text = "第一句", photoIds = new[] { photo } }),
                    ($"/api/posts/{post}/text", new { text = "第二句", saidAt = now.AddSeconds(-2) }),
                    ($"/api/posts/{post}/text", new { text = "第三句", saidAt = now.AddSeconds(-1) })),
                network.SendAsync(($"/api/posts/{taken}", new { text = "说错了" }), ($"/api/posts/{taken}", null)),
                network.SendAsync(
                    ($"/api/journals/{journal}", new { day = Today(), win = "先写的", block = "", support = "", basedOn = 0, answers = Array.Empty<object>() }),
                    ($"/api/journals/{journal}", new { day = Today(), win = "后写的", block = "", support = "", basedOn = 1, answers = Array.Empty<object>() })),
                network.SendAsync(($"/api/help-calls/{visit}", new { })),
                network.SendAsync([.. proposals.Select(id => ($"/api/archive-proposals/{id}", (object?)new { accepted = true, visitId = visit }))]),
                network.SendAsync([
                    .. plans.Select((plan, i) => ($"/api/planned-visits/{plan}", (object?)new { customerId = customer.Id, day = tomorrow, purpose = "", position = i })),
                    ($"/api/planned-visits/{tomorrow:O}/order", new { ids = plans }),
                    ($"/api/planned-visits/{tomorrow:O}/order", new { ids = plans.AsEnumerable().Reverse() })]));
            await friend.SendAsync(
                ($"/api/feed/{visit}/comments/{comments[0]}", new { text = "我有", isAnswer = true }),
                ($"/api/feed/{visit}/comments/{comments[1]}", new { text = "说错了" }),
                ($"/api/feed/{visit}/comments/{comments[1]}", null));
            await Task.WhenAll(network.ReleaseAsync(), friend.ReleaseAsync());

            await using var db = team.Server.Db();
            (await db.FeedItems.Of(team.OrgId).Where(item => item.Id == post).Select(item => item.Body).ToListAsync()).ShouldBe(["第三句"], $"seed {seed}");
            (await db.FeedItems.Of(team.OrgId).FirstAsync(item => item.Id == taken)).WithdrawnAt.ShouldNotBeNull();
            (await db.FeedItems.Of(team.OrgId).CountAsync(item => item.MemberId == lin.Id && item.Kind == FeedKind.Post)).ShouldBe(2);
            (await db.Comments.Of(team.OrgId).Where(comment => comment.ItemId == visit && comment.WithdrawnAt == null).Select(comment => comment.Text).ToListAsync()).ShouldBe(["我有"]);
            (await db.FeedItems.Of(team.OrgId).FirstAsync(item => item.Id == visit)).CommentCount.ShouldBe(1, $"seed {seed}");
            (await db.Journals.Of(team.OrgId).Where(one => one.MemberId == lin.Id).Select(one => one.Win).ToListAsync()).ShouldBe(["后写的"], $"seed {seed}");
            (await db.PlannedVisits.Of(team.OrgId).Where(plan => plans.Contains(plan.Id)).OrderBy(plan => plan.Position).Select(plan => plan.Id).ToListAsync()).ShouldBe(plans.AsEnumerable().Reverse(), $"seed {seed}");
            var archive = await Visits.Soon(async () => (await lin.Get($"/api/customers/{customer.Id}")).ShouldBeOk(), seen => seen["contacts"].GetArrayLength() > 0 && seen["facts"].GetArrayLength() > 0);
            (archive["contacts"].GetArrayLength(), archive["facts"].GetArrayLength()).ShouldBe((1, 1), $"seed {seed}");
            (await team.Supervisor.Get("/api/notices")).ShouldBeOk()["items"].EnumerateArray().Count(notice => notice.GetRawText().Contains(customer.ShortName, StringComparison.Ordinal)).ShouldBe(1, $"seed {seed}: it rang once");
        }
    }

    [EachEngine]
    public async Task A_copy_that_comes_after_something_newer_is_turned_away(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var path = $"/api/visits/{await lin.Visit(await team.Customer("云顶家居"))}/outcome";

        (await Network.Send(lin, path, new { outcome = "open" }, "phone 7")).ShouldBeOk();
        (await Network.Send(lin, path, new { outcome = "won" }, "phone 9")).ShouldBeOk();
        (await Network.Send(lin, path, new { outcome = "open" }, "phone 7")).ShouldBeProblem(409, "request.late");
        (await Network.Send(lin, path, new { outcome = "won" }, "phone 9")).ShouldBeOk();

        (await Network.Send(lin, path, new { outcome = "advanced" }, "tablet 1")).ShouldBeOk()["outcome"].GetString().ShouldBe("advanced", "another phone counts for itself");
        foreach (var odd in new[] { "", "phone", "phone -3", "phone nine", $"{new string('x', 99)} 1", "phone 99999999999999999999" })
            (await Network.Send(lin, path, new { outcome = "open" }, odd)).ShouldBeOk();
    }

    [EachEngine]
    public async Task A_request_that_was_refused_leaves_the_way_free(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer, id) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7());
        var now = TimeProvider.System.GetUtcNow();

        (await Network.Send(lin, $"/api/check-ins/{id}", new { customerId = customer.Id, deviceAt = now.AddDays(-40) }, "phone 8")).Status.ShouldBe(409);
        (await Network.Send(lin, $"/api/check-ins/{id}", new { customerId = customer.Id, deviceAt = now }, "phone 8")).ShouldBeCreated();
    }

    static List<Guid> Ids(int n) => [.. Enumerable.Range(0, n).Select(_ => Guid.CreateVersion7())];

    static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>Sends a key's requests one after the other, as the outbox does, and adds copies: beside the first, and late.</summary>
    sealed class Network(Person person, int seed)
    {
        static long _number;
        readonly Random _dice = new(seed);
        readonly ConcurrentBag<Func<Task>> _late = [];

        public async Task SendAsync(params (string Path, object? Body)[] requests)
        {
            foreach (var (path, body) in requests)
            {
                var order = $"phone {Interlocked.Increment(ref _number)}";
                Task<Answer> Copy() => Send(person, path, body, order);
                var copies = Enumerable.Range(0, 1 + Roll(3)).Select(_ => Copy()).ToList();
                foreach (var answer in await Task.WhenAll(copies)) answer.Status.ShouldBeOneOf([200, 201, 204, .. (int[])(body is null ? [404] : [])], $"{path} {answer.Text}");
                if (Roll(2) == 0) _late.Add(Copy);
                if (Roll(3) == 0 && _late.TryTake(out var late)) await late();
            }
        }

        /// <summary>Every copy the network still holds arrives now, in any order.</summary>
        public Task ReleaseAsync() => Task.WhenAll(_late.OrderBy(_ => Roll(1000)).Select(late => late()));

        int Roll(int sides)
        {
            lock (_dice) return _dice.Next(sides);
        }

        public static async Task<Answer> Send(Person person, string path, object? body, string order)
        {
            using var request = new HttpRequestMessage(body is null ? HttpMethod.Delete : HttpMethod.Put, path);
            request.Content = body switch
            {
                null => null,
                byte[] bytes => new ByteArrayContent(bytes) { Headers = { ContentType = new("image/jpeg") } },
                _ => JsonContent.Create(body, options: System.Text.Json.JsonSerializerOptions.Web),
            };
            request.Headers.TryAddWithoutValidation("Vesper-Order", order);
            return await Answer.Of(await person.Http.SendAsync(request));
        }
    }
}
