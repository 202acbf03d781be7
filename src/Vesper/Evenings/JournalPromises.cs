using Vesper.Journals;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Evenings;

/// <summary>Makes the promise in a supervisor's reply a commitment like any other: asked for the next evening, answered by who gave it.</summary>
sealed class JournalPromises() : Consumer("evenings.journals")
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { JournalAnswered.Name };

    public override async Task ActAsync(Db db, EventRow happened)
    {
        var answered = happened.As<JournalAnswered>();
        if (happened.Topic != Topic.Member(answered.MemberId).Name) return; // told to two people, acted on once
        if (await db.JournalReplies.Of(happened.OrgId).FindAsync(answered.ReplyId) is not { PromisedBy: { } by, PromiseOn: { } dueOn } reply) return;
        if (await db.Journals.Of(happened.OrgId).FindAsync(reply.JournalId) is not { } journal) return;

        var commitment = new Commitment
        {
            OrgId = happened.OrgId, Id = NamedId.Of("promise", reply.Id), TeamId = journal.TeamId, MemberId = by is PromiseBy.Author ? reply.AuthorId : journal.MemberId,
            Origin = CommitmentOrigin.Journal, OriginId = reply.Id, CustomerId = journal.BlockCustomerId, CustomerName = journal.BlockCustomerName,
            Text = reply.Promise, DueOn = dueOn, Day = reply.Day, CreatedAt = happened.At,
        };
        db.Add(commitment);
        db.Tell(Topic.Team(commitment.TeamId), new CommitmentChanged(commitment.Id, commitment.MemberId));
    }
}
