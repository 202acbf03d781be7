using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Journals;

/// <summary>复盘: facts first, then goal, actual, cause and next time; found again by stage, industry, outcome and words.</summary>
static class ReviewEndpoints
{
    const int PageSize = 30;

    public static void MapReviews(this IEndpointRouteBuilder room)
    {
        var reviews = room.MapGroup("/reviews");
        reviews.MapGet("/", ListReviews).WithName("listReviews").WithSummary("Newest first; by stage, industry and outcome; q finds by two Chinese characters.");
        reviews.MapGet("/facts", GetReviewFacts).WithName("getReviewFacts").WithSummary("What happened with a deal or around a visit, before anybody explains it.");
        reviews.MapGet("/{id:guid}", GetReview).WithName("getReview");
        reviews.MapPut("/{id:guid}", PutReview).WithName("putReview").WithSummary("Closes a review; sent again, it changes nothing.");
    }

    static async Task<Ok<Page<ReviewRow>>> ListReviews(
        Me me, Db db, CancellationToken stop, string? q = null, Word<Stage>? stage = null, string? industry = null, Word<ReviewOutcome>? outcome = null, string? after = null)
    {
        var wanted = db.Reviews.ReadableBy(me);
        if (stage is { } at) wanted = wanted.Where(review => review.Stage == at.Value);
        if (outcome is { } how) wanted = wanted.Where(review => review.Outcome == how.Value);
        if (!string.IsNullOrWhiteSpace(industry)) wanted = wanted.Where(review => review.Industry == industry);
        if (!string.IsNullOrWhiteSpace(q)) return TypedResults.Ok(await FoundAsync(db, me, wanted, q, after, stop));

        if (PageCursor.Of(after) is { } place) wanted = wanted.Where(review => review.ClosedAt < place.At || (review.ClosedAt == place.At && review.Id.CompareTo(place.Id) < 0));
        var rows = await RowsAsync(db, wanted.OrderByDescending(review => review.ClosedAt).ThenByDescending(review => review.Id).Take(PageSize + 1), stop);
        return TypedResults.Ok(rows.ToPage(PageSize, row => new PageCursor(row.ClosedAt, row.Id)));
    }

    static async Task<Page<ReviewRow>> FoundAsync(Db db, Me me, IQueryable<Review> wanted, string words, string? after, CancellationToken stop)
    {
        const int most = 10 * PageSize; // the filters cut the page from a wider search
        var hits = await Search.FindAsync(db, me.OrgId, ReviewReads.Kind, ReviewReads.Scopes(me), Bigrams.Query(words), Search.Before(after), most + 1, stop);
        var ids = hits.Take(most).Select(hit => hit.SubjectId).ToList();
        var found = (await RowsAsync(db, wanted.Where(review => ids.Contains(review.Id)), stop)).ToDictionary(row => row.Id);
        var page = hits.Take(most).Where(hit => found.ContainsKey(hit.SubjectId)).Take(PageSize).ToList();
        var last = page.Count == PageSize ? page[^1] : hits.Count > most ? hits[most - 1] : null;
        return new([.. page.Select(hit => found[hit.SubjectId])], last is null || last == hits[^1] ? null : Search.After(last));
    }

    static async Task<List<ReviewRow>> RowsAsync(Db db, IQueryable<Review> reviews, CancellationToken stop)
    {
        var rows = await (
            from review in reviews
            join member in db.Set<Member>() on new { review.OrgId, Id = review.MemberId } equals new { member.OrgId, member.Id }
            select new { review, member.ShortName }).ToListAsync(stop);
        return [.. rows.OrderByDescending(row => row.review.ClosedAt).ThenByDescending(row => row.review.Id).Select(row => Row(row.review, row.ShortName))];
    }

    static ReviewRow Row(Review review, string member) => new(review.Id, review.CustomerName, member, review.With, review.Outcome, review.Stage, review.Industry, review.Day,
        review.Points.Select(point => point.Next).FirstOrDefault(next => next.Length > 0) ?? "", review.ClosedAt);

    static async Task<Results<Ok<ReviewFacts>, NotFound>> GetReviewFacts(Guid customerId, Me me, Db db, CancellationToken stop, Guid? dealId = null, Guid? visitId = null) =>
        await db.Customers.VisibleTo(me).FindAsync(customerId) is { } customer && await ReviewReads.SubjectAsync(db, customer, dealId, visitId) is { } subject
            ? TypedResults.Ok(await ReviewReads.FactsAsync(db, me, customer, subject, stop))
            : TypedResults.NotFound();

    static async Task<Results<Ok<ReviewView>, NotFound>> GetReview(Guid id, Me me, Db db, CancellationToken stop) =>
        await db.Reviews.ReadableBy(me).FindAsync(id) is { } review ? TypedResults.Ok(await ReviewReads.ViewAsync(db, me, review, stop)) : TypedResults.NotFound();

    static Task<Results<Ok<ReviewView>, Created<ReviewView>, NotFound>> PutReview(Guid id, NewReview input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<Ok<ReviewView>, Created<ReviewView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Reviews.Of(me).FindAsync(id) is { } earlier)
                return earlier.HostId == me.Id ? TypedResults.Ok(await ReviewReads.ViewAsync(db, me, earlier)) : TypedResults.NotFound();
            var today = me.DayOf(time.GetUtcNow());
            Review.MustMakeSense(input, today);
            if (await db.Customers.VisibleTo(me).FindAsync(input.CustomerId) is not { } customer) return TypedResults.NotFound();
            if (await ReviewReads.SubjectAsync(db, customer, input.DealId, input.VisitId) is not { } subject) return TypedResults.NotFound();
            if (subject.HostedBy(me, customer) != input.With) throw new Refusal("review.host", "The rep holds hers with the team, her supervisor one-to-one.");
            var promising = input.Promises.Select(promise => promise.MemberId).Distinct().ToList();
            if (await db.Members.Of(me).CountAsync(member => promising.Contains(member.Id) && member.UnitId == customer.TeamId && member.State == MemberState.Active) < promising.Count) return TypedResults.NotFound();

            var review = new Review
            {
                OrgId = me.OrgId, Id = id, TeamId = customer.TeamId, With = input.With, HostId = me.Id, MemberId = subject.MemberId, CustomerId = customer.Id, CustomerName = customer.ShortName,
                DealId = input.DealId, VisitId = input.VisitId, Outcome = subject.Outcome, Stage = subject.Stage, Industry = customer.Industry, Day = today,
                Points = [.. input.Points.OrderBy(point => point.Dimension)], Promises = input.Promises, ClosedAt = time.GetUtcNow(),
            };
            db.Add(review);
            await ReviewReads.IndexAsync(db, review);
            db.Tell(review.With is ReviewWith.Team ? Topic.Team(review.TeamId) : Topic.Member(review.MemberId), new ReviewClosed(id, customer.Id, review.With));
            return TypedResults.Created($"/api/reviews/{id}", await ReviewReads.ViewAsync(db, me, review));
        });
}
