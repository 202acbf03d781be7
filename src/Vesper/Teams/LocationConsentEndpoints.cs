using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Teams;

/// <summary>My word on keeping positions: separate from the account, every change a version of its own, each yes to a text of its own (L).</summary>
static class LocationConsentEndpoints
{
    public static void MapLocationConsent(this IEndpointRouteBuilder api)
    {
        var consent = api.MapGroup("/me/location-consent").RequireMember().WithTags("Teams");
        consent.MapGet("/", GetLocationConsent).WithName("getLocationConsent").WithSummary("What I said, to which text, and every time I said otherwise.");
        consent.MapPut("/", PutLocationConsent).WithName("putLocationConsent").ProducesProblem(409).WithSummary("Yes or no to keeping my position at check-ins; changes nothing else.");
    }

    static async Task<Ok<LocationConsentView>> GetLocationConsent(Me me, Db db, CancellationToken stop) => TypedResults.Ok(LocationConsentView.Of(await Words(db, me).ToListAsync(stop)));

    static Task<Ok<LocationConsentView>> PutLocationConsent(NewLocationConsent input, Me me, Writer writer, TimeProvider time) => writer.Run(me.OrgId, async db =>
    {
        // A no needs no reading; a yes is to the text that was on the screen. An app from before the texts had versions names none.
        if (input is { Given: true, TextVersion: { } read } && read != LocationText.Present.Version) throw new Refusal("consent.text", "There is a newer text; read it first.");
        var words = await Words(db, me).ToListAsync();
        if (words.FirstOrDefault() is { } newest && newest.Given == input.Given && (!newest.Given || input.TextVersion is null || input.TextVersion == newest.TextVersion)) return TypedResults.Ok(LocationConsentView.Of(words));

        var consent = new LocationConsent
        {
            OrgId = me.OrgId, Id = Guid.CreateVersion7(), MemberId = me.Id, Version = words.Count == 0 ? 1 : words[0].Version + 1, Given = input.Given!.Value,
            TextVersion = input.TextVersion ?? 0, At = time.GetUtcNow(),
        };
        db.Add(consent);
        db.Tell(Topic.House, new RightsChanged(me.Id));
        return TypedResults.Ok(LocationConsentView.Of([consent, .. words]));
    });

    static IQueryable<LocationConsent> Words(Db db, Me me) => db.LocationConsents.Of(me).Where(consent => consent.MemberId == me.Id).OrderByDescending(consent => consent.Version);
}

/// <summary>TextVersion: the text she read.</summary>
sealed record NewLocationConsent([property: Required] bool? Given, [property: Range(0, int.MaxValue)] int? TextVersion = null);

/// <summary>Given: her newest word counts as a yes. Version 0: never asked. At: when it was said. Texts: newest first.</summary>
sealed record LocationConsentView(bool Given, int Version, DateTimeOffset? At, IReadOnlyList<ConsentWord> Words, IReadOnlyList<LocationTextView> Texts)
{
    /// <summary>Words: newest first.</summary>
    public static LocationConsentView Of(IReadOnlyList<LocationConsent> words)
    {
        var newest = words is [var first, ..] ? first : null;
        return new(newest?.Counts ?? false, newest?.Version ?? 0, newest?.At,
            [.. words.Select(word => new ConsentWord(word.Version, word.Given, word.TextVersion, word.At))],
            [.. LocationText.All.Reverse().Select(text => new LocationTextView(text.Version, text.Since, text.Chinese, text.English))]);
    }
}

sealed record ConsentWord(int Version, bool Given, int TextVersion, DateTimeOffset At);

/// <summary>One line a paragraph, each led by what it answers.</summary>
sealed record LocationTextView(int Version, DateOnly Since, string Chinese, string English);
