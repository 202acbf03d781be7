using Vesper.Journals;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>A review held with the team stands in its feed; one held one-to-one does not.</summary>
sealed class ReviewLines() : Consumer("field.reviews")
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { ReviewClosed.Name };

    public override async Task ActAsync(Db db, EventRow happened)
    {
        if (happened.As<ReviewClosed>() is not { With: ReviewWith.Team } closed) return;
        if (await db.Reviews.Of(happened.OrgId).FindAsync(closed.ReviewId) is not { } review || await db.Members.Of(happened.OrgId).FindAsync(review.HostId) is not { } host) return;
        var item = new FeedItem
        {
            OrgId = review.OrgId, Id = review.Id, TeamId = review.TeamId, MemberId = host.Id, MemberName = host.ShortName, Kind = FeedKind.Review, SubjectId = review.Id,
            CustomerId = review.CustomerId, CustomerName = review.CustomerName, Text = review.Points.Select(point => point.Next).FirstOrDefault(next => next.Length > 0) ?? "", At = happened.At,
        };
        db.Add(item);
        db.Tell(Topic.Team(item.TeamId), new FeedChanged(item.Id));
    }
}
