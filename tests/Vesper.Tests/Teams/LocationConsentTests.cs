using System.Security.Cryptography;
using System.Text;
using Vesper.Teams;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

public sealed class LocationConsentTests(Vesper vesper) : IClassFixture<Vesper>
{
    static readonly object Here = new { latitude = 30.274153, longitude = 120.155214, accuracy = 12.0 };

    [EachEngine]
    public async Task Each_change_of_mind_is_a_version_and_both_are_fine(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");

        (await lin.Get("/api/me/location-consent")).ShouldBeOk()["version"].GetInt32().ShouldBe(0);
        foreach (var given in new[] { true, true, false }) (await lin.Put("/api/me/location-consent", new { given })).ShouldBeOk()["given"].GetBoolean().ShouldBe(given);

        (await lin.Get("/api/me/location-consent")).ShouldBeOk()["version"].GetInt32().ShouldBe(2);
        (await lin.Get("/api/me"))["locationConsent"].GetBoolean().ShouldBeFalse();
        (await lin.Put("/api/me/location-consent", new { })).ShouldBeProblem(400, "request.invalid");
    }

    [EachEngine]
    public async Task It_is_kept_who_said_yes_to_which_text_and_when(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var text = (await lin.Get("/api/me/location-consent"))["texts"].EnumerateArray().First();
        var version = text.GetProperty("version").GetInt32();
        text.GetProperty("chinese").GetString()!.ShouldContain("24 小时");

        (await lin.Put("/api/me/location-consent", new { given = true, textVersion = version + 1 })).ShouldBeProblem(409, "consent.text");
        (await lin.Put("/api/me/location-consent", new { given = true, textVersion = -1 })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put("/api/me/location-consent", new { given = true, textVersion = version })).ShouldBeOk();
        (await lin.Put("/api/me/location-consent", new { given = false })).ShouldBeOk();

        var words = (await lin.Get("/api/me/location-consent"))["words"].EnumerateArray().ToList();
        words.Select(word => (word.GetProperty("version").GetInt32(), word.GetProperty("given").GetBoolean())).ShouldBe([(2, false), (1, true)]);
        words[1].GetProperty("textVersion").GetInt32().ShouldBe(version);
        words[1].GetProperty("at").GetDateTimeOffset().ShouldBeInRange(team.Server.Clock.GetUtcNow().AddMinutes(-1), team.Server.Clock.GetUtcNow());
    }

    /// <summary>Somebody said yes to these very letters. A change is a new version below, with its own line here.</summary>
    [Theory]
    [InlineData(1, "49428E67DB794F5B")]
    public void A_text_that_was_shown_is_never_changed(int version, string hash)
    {
        var text = LocationText.All.Single(text => text.Version == version);
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((text.Chinese + text.English).ReplaceLineEndings("\n"))))[..16].ShouldBe(hash);
        LocationText.All.Select(one => one.Version).ShouldBe(Enumerable.Range(1, LocationText.All.Count));
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(3, false, false, true, false)]
    [InlineData(2, true, true)]
    public void A_yes_counts_back_to_the_last_text_that_asked_anew(int oldest, params bool[] asksAnew) =>
        LocationText.OldestOf(asksAnew.Select((anew, index) => new LocationText(index + 1, new(2026, 1, 1), anew, "", ""))).ShouldBe(oldest);

    [EachEngine]
    public async Task Withdrawal_changes_nothing_else(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");

        (await lin.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();
        var before = await ADaysWork(team, lin);
        var meBefore = await lin.Get("/api/me");
        (await lin.Put("/api/me/location-consent", new { given = false })).ShouldBeOk();
        var after = await ADaysWork(team, lin);
        var meAfter = await lin.Get("/api/me");

        before.ShouldAllBe(done => done.Status < 300, string.Join(", ", before));
        after.ShouldBe(before);
        meBefore.Text.Replace("\"locationConsent\":true", "\"locationConsent\":false").ShouldBe(meAfter.Text);
    }

    /// <summary>Everything a rep does on a day, by what it is called, and what the server said.</summary>
    static async Task<List<(string Done, int Status)>> ADaysWork(Team team, Person lin)
    {
        var (customer, id, day) = (await team.Customer("云顶家居"), Guid.CreateVersion7(), DateOnly.FromDateTime(team.Server.Clock.GetUtcNow().UtcDateTime.AddHours(8)));
        var steps = new (string Done, Func<Task<Answer>> Do)[]
        {
            ("plans", () => lin.Put($"/api/planned-visits/{Guid.CreateVersion7()}", new { customerId = customer.Id, day, purpose = "见关键人" })),
            ("checks in", () => lin.CheckIn(customer, id, Here)),
            ("checks in again", () => lin.CheckIn(customer, id, Here)),
            ("tells the outcome", () => lin.End(id, new { outcome = "advanced", kpMet = true, kpMinutes = 15, nextStep = "报价", helpWanted = true, helpText = "要案例" })),
            ("notes a contact", () => lin.Put($"/api/customers/{customer.Id}/contacts/{Guid.CreateVersion7()}", new { name = "王莉", phone = "13800001234" })),
            ("opens a deal", () => lin.Put($"/api/deals/{Guid.CreateVersion7()}", new { customerId = customer.Id, name = "展会套餐", amountFen = 100 })),
            ("makes a customer", () => lin.Put($"/api/customers/{Guid.CreateVersion7()}", new { name = $"{id:N}公司", point = new { latitude = 30.27, longitude = 120.15 } })),
            ("takes leave", () => lin.Put($"/api/leaves/{Guid.CreateVersion7()}", new { memberId = lin.Id, from = day.AddDays(3), until = day.AddDays(3) })),
            ("reads today", () => lin.Get("/api/today")),
            ("reads the feed", () => lin.Get("/api/feed")),
            ("reads her customers", () => lin.Get("/api/customers")),
            ("reads a customer", () => lin.Get($"/api/customers/{customer.Id}")),
            ("reads her plan", () => lin.Get("/api/planned-visits")),
            ("reads her notices", () => lin.Get("/api/notices")),
        };
        var done = new List<(string, int)>();
        foreach (var (name, act) in steps) done.Add((name, (await act()).Status));
        return done;
    }
}
