using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.House;

/// <summary>Every operation × every role × own, teammate's, other team's and other organisation's things. The expectations are in <see cref="AccessTable"/>.</summary>
public sealed class AccessTests(Vesper vesper) : IClassFixture<Vesper>
{
    const string HowTo =
        """
        Add one line to AccessTable.Rows in tests/Vesper.Tests/House/AccessTable.cs, e.g.
            new("getCustomer", Everyone) { Id = at => at.Customer, Mine = Sales, Team = "supervisor manager" },
        The first text names the operation, the second the roles its gate admits (others: 403). Mine, Team, Other, Foreign name who reaches the thing there (others: 404).
        """;

    static readonly Role?[] Askers = [.. Enum.GetValues<Role>().Cast<Role?>(), null];

    [EachEngine]
    public async Task Every_operation_is_in_the_table_and_every_row_is_an_operation(Engine engine)
    {
        var server = await vesper.On(engine);
        var operations = (await OperationsAsync(server)).Keys.ToList();
        var rows = AccessTable.Rows.Select(row => row.Operation).ToList();

        operations.Except(rows).ShouldBeEmpty($"These operations are missing from the access table. {HowTo}");
        rows.Except(operations).ShouldBeEmpty("These rows of the access table have no operation any more: take them out.");
        rows.ShouldBeUnique();
    }

    [EachEngine]
    public async Task Every_route_under_api_is_in_the_document(Engine engine)
    {
        var server = await vesper.On(engine);
        var documented = (await OperationsAsync(server)).Values.Select(o => $"{o.Method} {o.Path}").ToList();

        var routes =
            from endpoint in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let path = '/' + string.Join('/', endpoint.RoutePattern.PathSegments.Select(Text))
            where path.StartsWith("/api/", StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
            select $"{method} {path}";

        routes.Except(documented, StringComparer.Ordinal).ShouldBeEmpty("These routes are hidden from the document, so nobody tests who may call them.");
    }

    [EachEngine]
    public async Task Who_may_may_and_nobody_else(Engine engine)
    {
        var server = await vesper.On(engine);
        var operations = await OperationsAsync(server);
        var scene = await AccessScene.OnAsync(server);
        var wrong = new List<string>();

        foreach (var row in AccessTable.Rows.Where(row => operations.ContainsKey(row.Operation)))
            foreach (var where in row.Placed ? Enum.GetValues<Where>() : [Where.Team])
                foreach (var role in Askers)
                    if (await WrongAsync(server, scene, operations[row.Operation], row, where, role) is { } fault)
                        wrong.Add($"{row.Operation}, {(row.Placed ? where : "")} {Name(role)}: {fault}");

        wrong.ShouldBeEmpty();
    }

    static async Task<string?> WrongAsync(Server server, AccessScene scene, (string Method, string Path) operation, Row row, Where where, Role? role)
    {
        var asker = scene.Asker(role);
        var place = scene.At(where, asker);
        var request = new HttpRequestMessage(new(operation.Method), Fill(operation.Path, row, place));
        if (row.Body is { } body) request.Content = JsonContent.Create(body(place), options: JsonSerializerOptions.Web);

        using var response = await (await BrowserAsync(server, asker, row)).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var status = (int)response.StatusCode;
        var text = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await response.Content.ReadAsStringAsync();

        var expected = Expected(row, where, role);
        if (expected is { } code ? status != code : status is not (>= 200 and < 300 or 409) && status != row.Answers)
            return $"expected {expected?.ToString() ?? "to be let in"}, got {status} {text}";
        return where is not Where.Foreign && scene.Secrets.FirstOrDefault(text.Contains) is { } secret ? $"the answer tells of another organisation: {secret}" : null;
    }

    /// <summary>The refusal to come, or nothing when the asker reaches the thing.</summary>
    static int? Expected(Row row, Where where, Role? role)
    {
        if (row.Open) return row.Placed && !Names(row.Reached(where), role) ? 404 : null;
        if (role is null) return 401;
        if (!Names(row.May, role)) return 403;
        return row.Placed && !Names(row.Reached(where), role) ? 404 : null;
    }

    static string Name(Role? role) => role is { } one ? JsonNamingPolicy.CamelCase.ConvertName(one.ToString()) : "nobody";

    static bool Names(string roles, Role? role) => roles.Split(' ').Contains(Name(role), StringComparer.Ordinal);

    static async Task<HttpClient> BrowserAsync(Server server, Person? asker, Row row)
    {
        if (asker is null) return server.CreateClient();
        if (!row.EndsSession) return asker.Http;
        var other = asker.OnAnotherDevice();
        await other.SignIn();
        return other.Http;
    }

    static string Fill(string path, Row row, Place place)
    {
        var values = new Queue<object>(row.Ids?.Invoke(place) ?? (row.Id is { } id ? [id(place)] : []));
        var filled = string.Join('/', path.Split('/').Select(part =>
            !part.StartsWith('{') ? part : Uri.EscapeDataString(Written(values.TryDequeue(out var value) ? value : throw new InvalidOperationException($"{row.Operation} has no value for {part} of {path}")))));
        return row.Query is { } query ? $"{filled}?{query(place)}" : filled;
    }

    static string Written(object value) => value is DateOnly day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : value.ToString()!;

    static string Text(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => "",
    }));

    static async Task<Dictionary<string, (string Method, string Path)>> OperationsAsync(Server server)
    {
        var document = await server.CreateClient().GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        return (
            from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select (operation.Value.GetProperty("operationId").GetString()!, operation.Name.ToUpperInvariant(), path.Name))
            .ToDictionary(o => o.Item1, o => (o.Item2, o.Item3), StringComparer.Ordinal);
    }
}
