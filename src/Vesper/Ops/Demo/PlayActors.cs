using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Vesper.Evenings;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>Lets members of a play do what they would do on their phones: the very endpoints, with their rules, without the network.</summary>
sealed class PlayActors(EndpointDataSource endpoints, IServiceScopeFactory scopes, Rights rights, Db db)
{
    /// <summary>The watcher's team by short names.</summary>
    public async Task<IReadOnlyDictionary<string, Me>> OfAsync(Me watcher, CancellationToken stop)
    {
        var actors = new Dictionary<string, Me>();
        foreach (var member in await db.Members.Of(watcher).Where(member => member.UnitId == watcher.TeamId).ToListAsync(stop))
            if (await rights.OfAsync(member.Id, stop) is { } me) actors[member.ShortName] = me;
        return actors;
    }

    /// <summary>A refusal is no failure: the watcher has done it by hand already, or changed what it was about.</summary>
    public async Task DoAsync(Me who, string operation, object? body, CancellationToken stop, params (string Name, Guid Value)[] route)
    {
        var endpoint = endpoints.Endpoints.OfType<RouteEndpoint>().First(one => one.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation);
        if (endpoint.Metadata.GetMetadata<MembersOnly>()?.Admits(who) is not true) throw new InvalidOperationException($"{who.Name} may not {operation}.");

        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = stop };
        http.SetEndpoint(endpoint);
        http.Features.Set(who);
        http.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
        foreach (var (name, value) in route) http.Request.RouteValues[name] = value.ToString();
        (http.Request.Method, http.Request.ContentType) = (HttpMethods.Put, "application/json");
        http.Request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(body ?? new { }, EventJson.Options));
        http.Response.Body = new MemoryStream();
        try
        {
            await endpoint.RequestDelegate!(http);
        }
        catch (Refusal)
        {
            return;
        }
        if (http.Response.StatusCode is 400 or >= 500) throw new InvalidOperationException($"{operation} answered {http.Response.StatusCode}.");
    }

    sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}

/// <summary>The evening as it stands when a beat begins, and who can act in it.</summary>
sealed record PlayMoment(PlayActors Actors, EveningView Evening, IReadOnlyDictionary<string, Me> People, CancellationToken Stop)
{
    /// <summary>Ids follow from what is done, so that a beat played twice does it once.</summary>
    public Guid Id(string what) => NamedId.Of("play", Evening.Id, what);

    public Me Host => People["陈主管"];

    public IEnumerable<Me> Others(params string[] but) => People.Where(one => !but.Contains(one.Key)).Select(one => one.Value);

    public Task DoAsync(Me who, string operation, object? body = null, params (string, Guid)[] more) => Actors.DoAsync(who, operation, body, Stop, [("id", Evening.Id), .. more]);

    public Task AboutAsync(Me who, string operation, Guid id, object? body = null, params (string, Guid)[] more) => Actors.DoAsync(who, operation, body, Stop, [("id", id), .. more]);

    /// <summary>Never back to what is over.</summary>
    public Task GoAsync(Guid itemId) => Evening.Items.Any(item => item.Id == itemId && item.State is ItemState.Waiting)
        ? DoAsync(Host, "putCourse", new { Evening.Version, itemId })
        : Task.CompletedTask;
}
