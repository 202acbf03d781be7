using System.Text.Json;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

/// <summary>A team's day and its evening, as sentences of a test: what happened, what the host does, what a phone sees.</summary>
static class EveningScene
{
    public static async Task<Guid> Visited(this Team team, Person rep, Customer customer, VisitOutcome outcome = VisitOutcome.Open, bool kpMet = false, string? help = null, DateOnly? day = null)
    {
        var visit = new Visit
        {
            OrgId = team.OrgId, Id = Guid.CreateVersion7(), MemberId = rep.Id, TeamId = team.Id, CustomerId = customer.Id, Day = day ?? team.Today(), CheckedInAt = team.Server.Clock.GetUtcNow(),
            DeviceAt = team.Server.Clock.GetUtcNow(), Purpose = "送样品", Outcome = outcome, KpMet = kpMet, KpMinutes = kpMet ? 15 : null, NextStep = "报价", HelpWanted = help is not null, HelpText = help ?? "",
            EndedAt = team.Server.Clock.GetUtcNow(),
        };
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(visit);
            return Task.CompletedTask;
        });
        return visit.Id;
    }

    public static async Task<Guid> Signed(this Team team, Person rep, Customer customer, long fen = 10_920_000, DateOnly? day = null)
    {
        var id = Guid.CreateVersion7();
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new Deal
            {
                OrgId = team.OrgId, Id = id, CustomerId = customer.Id, OwnerId = rep.Id, TeamId = team.Id, Name = "年度套餐", Stage = Stage.Sign, State = DealState.Won, AmountFen = fen,
                OpenedOn = team.Today().AddDays(-20), ClosedOn = day ?? team.Today(),
            });
            return Task.CompletedTask;
        });
        return id;
    }

    /// <summary>Something seen today raised it to A.</summary>
    public static Task Raised(this Team team, Person rep, Customer customer, Grade from) => team.Server.Writer.Run(team.OrgId, db =>
    {
        db.Add(new GradeChange { OrgId = team.OrgId, Id = Guid.CreateVersion7(), CustomerId = customer.Id, TeamId = team.Id, MemberId = rep.Id, From = from, To = Grade.A, Day = team.Today() });
        db.Add(new Fact { OrgId = team.OrgId, Id = Guid.CreateVersion7(), CustomerId = customer.Id, Kind = FactKind.Budget, MemberId = rep.Id, SeenOn = team.Today() });
        return Task.CompletedTask;
    });

    /// <summary>A city to put above a team.</summary>
    public static async Task<Guid> City(this Team team)
    {
        var id = Guid.CreateVersion7();
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new global::Vesper.Teams.Unit { OrgId = team.OrgId, Id = id, Kind = global::Vesper.Teams.UnitKind.City, Name = "杭州" });
            return Task.CompletedTask;
        });
        return id;
    }

    public static async Task<JsonElement> Tonight(this Person person) => (await person.Get("/api/evenings/tonight")).ShouldBeOk().Body;

    public static async Task<JsonElement> Opened(this Person host)
    {
        var tonight = await host.Tonight();
        return (await host.Put($"/api/evenings/{tonight.Id()}/opening", new { version = tonight.Version() })).ShouldBeOk().Body;
    }

    public static Task<Answer> Goes(this Person host, JsonElement evening, Guid itemId) =>
        host.Put($"/api/evenings/{evening.Id()}/course", new { version = evening.Version(), itemId });

    public static async Task<JsonElement> GoesTo(this Person host, string kind)
    {
        var tonight = await host.Tonight();
        return (await host.Goes(tonight, tonight.Item(kind).Id())).ShouldBeOk().Body;
    }

    public static async Task<JsonElement> Closes(this Person host)
    {
        var tonight = await host.Tonight();
        return (await host.Put($"/api/evenings/{tonight.Id()}/closing", new { version = tonight.Version() })).ShouldBeOk().Body;
    }

    public static async Task Comes(this Person person, JsonElement evening) => (await person.Put($"/api/evenings/{evening.Id()}/attendance", new { })).ShouldBeOk();

    public static async Task<Guid> Asks(this Person person, string blockedBy, Customer? customer = null, Guid? id = null)
    {
        var caseId = id ?? Guid.CreateVersion7();
        (await person.Put($"/api/cases/{caseId}", new { customerId = customer?.Id, stage = "follow", kpMet = false, blockedBy, wanted = "约到十五分钟" })).Status.ShouldBeOneOf(200, 201);
        return caseId;
    }

    public static async Task<Guid> Advises(this Person person, Guid caseId, string text)
    {
        var id = Guid.CreateVersion7();
        (await person.Put($"/api/cases/{caseId}/advices/{id}", new { text })).ShouldBeCreated();
        return id;
    }

    public static async Task<Guid> Takes(this Person person, Guid adviceId, DateOnly dueOn)
    {
        var id = Guid.CreateVersion7();
        (await person.Put($"/api/commitments/{id}", new { origin = "advice", originId = adviceId, dueOn })).ShouldBeCreated();
        return id;
    }

    public static Guid Id(this JsonElement thing) => thing.GetProperty("id").GetGuid();

    public static int Version(this JsonElement evening) => evening.GetProperty("version").GetInt32();

    public static string Text(this JsonElement thing, string property) => thing.GetProperty(property).GetString() ?? "";

    public static IEnumerable<JsonElement> List(this JsonElement thing, string property) => thing.GetProperty(property).EnumerateArray();

    public static JsonElement Item(this JsonElement evening, string kind) => evening.List("items").First(item => item.Text("kind") == kind);

    public static object[] AsTheyAre(this JsonElement evening) => [.. evening.List("items").Select(item => (object)new { id = item.Id(), minutes = item.GetProperty("minutes").GetInt32() })];
}
