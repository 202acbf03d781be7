using Vesper.Journals;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Evenings;

/// <summary>Makes what was promised in a review commitments like any other: asked for the next evening, answered by who gave them.</summary>
sealed class ReviewPromises() : Consumer("evenings.reviews")
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { ReviewClosed.Name };

    public override async Task ActAsync(Db db, EventRow happened)
    {
        if (await db.Reviews.Of(happened.OrgId).FindAsync(happened.As<ReviewClosed>().ReviewId) is not { } review) return;
        foreach (var promise in review.Promises)
        {
            var commitment = new Commitment
            {
                OrgId = review.OrgId, Id = NamedId.Of("review", review.Id, promise.Id), TeamId = review.TeamId, MemberId = promise.MemberId, Origin = CommitmentOrigin.Review, OriginId = review.Id,
                CustomerId = review.CustomerId, CustomerName = review.CustomerName, Text = promise.Text.Trim(), DueOn = promise.DueOn, Day = review.Day, CreatedAt = happened.At,
            };
            db.Add(commitment);
            db.Tell(Topic.Team(commitment.TeamId), new CommitmentChanged(commitment.Id, commitment.MemberId));
        }
    }
}
