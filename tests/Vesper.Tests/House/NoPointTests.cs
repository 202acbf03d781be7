using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Data;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.House;

/// <summary>Where a member was is hers: a teammate asks everything the document offers, with every id he ever saw or could guess, and reads no point.</summary>
public sealed partial class NoPointTests(Vesper vesper) : IClassFixture<Vesper>
{
    /// <summary>How the point could be written: whole, rounded to three decimals, and its accuracy.</summary>
    static readonly string[] Point = ["30.741", "121.318", "23.375"];

    [EachEngine]
    public async Task No_response_a_teammate_can_read_contains_a_point(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        (await lin.Put("/api/me/location-consent", new { given = true })).Status.ShouldBeOneOf(200, 201, 204);
        var customer = await team.Customer("云顶家居");
        var visit = Guid.CreateVersion7();
        using var live = await zhe.Listen();
        (await lin.CheckIn(customer, visit, new { latitude = 30.741953, longitude = 121.318427, accuracy = 23.375 })).ShouldBeCreated();
        (await lin.End(visit, new { outcome = "open", helpWanted = true, helpText = "谁有案例?" })).ShouldBeOk();
        (await lin.Put($"/api/help-calls/{visit}", new { })).ShouldBeCreated();
        (await team.Server.Db().Set<Visit>().Of(team.OrgId).SingleAsync(one => one.Id == visit)).Latitude.ShouldBe(30.741953, "or there would be nothing to find");

        var ids = new HashSet<string> { visit.ToString(), customer.Id.ToString(), lin.Id.ToString(), zhe.Id.ToString(), team.Id.ToString() };
        var (told, read) = (new List<string>(), 0);
        for (var round = 0; round < 2; round++)
            foreach (var (path, answer) in await AskAsync(zhe, [.. ids]))
            {
                if (answer.Status == 200) read++;
                if (Point.FirstOrDefault(answer.Text.Contains) is { } found) told.Add($"{path} tells {found}");
                foreach (Match id in Id().Matches(answer.Text)) ids.Add(id.Value);
            }

        told.ShouldBeEmpty();
        read.ShouldBeGreaterThan(20, "a walk that opens nothing finds nothing");
        (await live.Next("check-in.created")).GetRawText().ShouldNotContain(Point[0]);
    }

    static async Task<List<(string Path, Answer Answer)>> AskAsync(Person person, IReadOnlyList<string> ids)
    {
        var answers = new List<(string, Answer)>();
        foreach (var path in await PathsAsync(person))
            foreach (var id in path.Contains('{', StringComparison.Ordinal) ? ids : [""])
            {
                var filled = Parameter().Replace(path, id);
                answers.Add((filled, await person.Get(filled)));
            }
        return answers;
    }

    /// <summary>All that can be read, but the stream, which does not end, and the two open doors that take a code: wrong codes count against every test of this address.</summary>
    static async Task<List<string>> PathsAsync(Person person)
    {
        var document = await person.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        return [.. document.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _) && path.Name != "/api/live" && !path.Name.Contains("{code}", StringComparison.Ordinal)).Select(path => path.Name)];
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("{[^}]+}")]
    private static partial Regex Parameter();
}
