using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>What proves a visit besides a position: pictures (door sign, signature), or the supervisor's word.</summary>
sealed record NewProof([property: MaxLength(Photos.Most)] IReadOnlyList<Guid>? PhotoIds = null, bool AskWord = false);

/// <summary>To a supervisor: somebody asks him to confirm a visit.</summary>
sealed record WordAsked(Guid VisitId) : IEvent
{
    public string Type => "word.asked";
}

/// <summary>To the rep: her supervisor confirmed the visit.</summary>
sealed record WordGiven(Guid VisitId) : IEvent
{
    public string Type => "word.given";
}

/// <summary>A visit that waits for the supervisor's word.</summary>
sealed record WordView(Guid VisitId, string MemberName, string CustomerName, string Purpose, DateTimeOffset At);

static class Proof
{
    /// <summary>Days a supervisor is asked; afterwards nobody would remember.</summary>
    const int AskedDays = 7;

    public static void MapProofs(this IEndpointRouteBuilder api)
    {
        api.MapPut("/visits/{id:guid}/proof", PutProof).WithName("putProof").WithTags("Field").RequireMember().ProducesProblem(409)
            .WithSummary("Adds pictures to a visit of mine, or asks for my supervisor's word.");
        api.MapPut("/visits/{id:guid}/word", PutWord).WithName("putWord").WithTags("Field").RequireRole(Role.Supervisor).WithSummary("Confirms that she was there.");
        api.MapGet("/words", ListWords).WithName("listWords").WithTags("Field").RequireRole(Role.Supervisor).WithSummary("Visits of my team that wait for my word.");
    }

    static Task<Results<Ok<VisitView>, NotFound>> PutProof(Guid id, NewProof input, Me me, Writer writer, TimeProvider time, FieldOptions options) =>
        writer.Run<Results<Ok<VisitView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Visits.Of(me).FindAsync(id) is not { } visit || visit.MemberId != me.Id) return TypedResults.NotFound();
            var now = time.GetUtcNow();
            if (visit.DeviceAt < now - options.Oldest) throw new Refusal("visit.closed", "The day of this visit is long over.");

            visit.Prove(await Photos.MineAsync(db, me, input.PhotoIds));
            var customer = await db.Customers.Of(me).Where(customer => customer.Id == visit.CustomerId).Select(customer => customer.ShortName).FirstAsync();
            if (input.AskWord && !await AskAsync(db, me, visit, customer, now)) throw new Refusal("word.nobody", "There is no supervisor above you to ask.");
            return TypedResults.Ok(VisitView.Of(visit, customer, options));
        });

    /// <summary>Asks the nearest supervisor once; false when there is none.</summary>
    public static async Task<bool> AskAsync(Db db, Me me, Visit visit, string customer, DateTimeOffset now)
    {
        if (visit.WordAskedAt is not null) return true;
        var supervisors = (await db.SupervisorsAsync(me)).Where(id => id != me.Id).ToList();
        if (supervisors.Count == 0) return false;

        visit.WordAskedAt = now;
        foreach (var supervisor in supervisors)
        {
            db.Notify(supervisor, "word-wanted", "/", ("who", me.ShortName), ("customer", customer));
            db.Tell(Topic.Member(supervisor), new WordAsked(visit.Id));
        }
        return true;
    }

    static Task<Results<NoContent, NotFound>> PutWord(Guid id, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Visits.Of(me).FindAsync(id) is not { WordAskedAt: not null } visit || visit.MemberId == me.Id || !me.Supervises(visit.TeamId)) return TypedResults.NotFound();
        if (visit.WordAt is not null) return TypedResults.NoContent();
        (visit.WordBy, visit.WordAt) = (me.Id, time.GetUtcNow());
        visit.Prove([]);
        db.Tell(Topic.Member(visit.MemberId), new WordGiven(id));
        return TypedResults.NoContent();
    });

    static async Task<Ok<List<WordView>>> ListWords(Me me, Db db, TimeProvider time, CancellationToken stop)
    {
        var since = time.GetUtcNow().AddDays(-AskedDays);
        return TypedResults.Ok(await (
            from visit in db.Visits.Of(me)
            where visit.WordAskedAt > since && visit.WordAt == null && visit.MemberId != me.Id && me.Sees.Contains(visit.TeamId)
            join member in db.Members.Of(me) on visit.MemberId equals member.Id
            join customer in db.Customers.Of(me) on visit.CustomerId equals customer.Id
            orderby visit.WordAskedAt, visit.Id
            select new WordView(visit.Id, member.ShortName, customer.ShortName, visit.Purpose, visit.DeviceAt)).Take(50).ToListAsync(stop));
    }
}
