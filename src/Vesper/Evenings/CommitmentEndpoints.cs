using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>Whose list of commitments: one's own, or the team's.</summary>
enum CommitmentsOf { Mine, Team }

/// <summary>What people leave an evening with: an owner, a date, and the next day a result.</summary>
static class CommitmentEndpoints
{
    /// <summary>Answered ones stay in the list so many days (D).</summary>
    const int RecentDays = 7;

    public static void MapCommitments(this IEndpointRouteBuilder room)
    {
        var commitments = room.MapGroup("/commitments").ProducesProblem(409);
        commitments.MapGet("/", ListCommitments).WithName("listCommitments").WithSummary("Open and recently answered ones.");
        commitments.MapPut("/{id:guid}", PutCommitment).WithName("putCommitment").WithSummary("Takes an advice, says 我要试 to a story, or promises something of one's own.");
        commitments.MapPut("/{id:guid}/answer", PutAnswer).WithName("putAnswer").WithSummary("做了吗, 结果如何.");
    }

    static async Task<Results<Ok<Page<CommitmentView>>, NotFound>> ListCommitments(Me me, Db db, EveningScreen screen, TimeProvider time, CancellationToken stop, Word<CommitmentsOf>? of = null, Guid? teamId = null)
    {
        var team = teamId ?? me.TeamId;
        if (of?.Value is CommitmentsOf.Team && !me.Hears(team)) return TypedResults.NotFound();
        var recent = time.GetUtcNow().AddDays(-RecentDays);
        var whose = of?.Value is not CommitmentsOf.Team ? db.Commitments.Of(me).Where(one => one.MemberId == me.Id) : db.Commitments.Of(me).Where(one => one.TeamId == team);
        var rows = whose.Where(one => one.State == CommitmentState.Open || one.State == CommitmentState.NotYet || one.AnsweredAt > recent);
        return TypedResults.Ok(new Page<CommitmentView>(await CommitmentViews.ReadAsync(db, me, rows, screen.Today(me), stop), null));
    }

    static async Task<Results<Ok<CommitmentView>, Created<CommitmentView>, NotFound>> PutCommitment(
        Guid id, NewCommitment input, Me me, Db reading, Writer writer, EveningScreen screen, EveningOptions options, TimeProvider time, CancellationToken stop)
    {
        var (known, isNew) = await writer.Run(me.OrgId, async db =>
        {
            if (await db.Commitments.Of(me).FindAsync(id) is { } earlier)
                return earlier.MemberId == me.Id ? (earlier.Id, false) : throw (me.Hears(earlier.TeamId) ? new Refusal("commitment.not-yours", "This is somebody else's.") : NotFound("commitment"));
            // One advice or story, one commitment: sent from two phones, the second finds the first.
            if (input.OriginId is { } origin && await db.Commitments.Of(me).FirstOrDefaultAsync(one => one.OriginId == origin && one.MemberId == me.Id && one.Origin == input.Origin) is { } same)
                return (same.Id, false);

            var due = Commitment.Due(input.DueOn, screen.Today(me));
            var made = input.Origin switch
            {
                CommitmentOrigin.Advice => await OfAdviceAsync(db, me, id, input, due, screen.Today(me), options, time.GetUtcNow()),
                CommitmentOrigin.Story => await OfStoryAsync(db, me, id, input, due, screen.Today(me), time.GetUtcNow()),
                CommitmentOrigin.Own => await OwnAsync(db, me, id, input, due, screen.Today(me), time.GetUtcNow()),
                _ => throw new Refusal("commitment.origin", "This follows from an evening or a reply; it is not made by hand."),
            };
            db.Add(made);
            db.Tell(Topic.Team(made.TeamId), new CommitmentChanged(made.Id, me.Id));
            return (made.Id, true);
        });
        var view = (await CommitmentViews.ReadAsync(reading, me, reading.Commitments.Of(me).Where(one => one.Id == known), screen.Today(me), stop))[0];
        return isNew ? TypedResults.Created($"/api/commitments/{known}", view) : TypedResults.Ok(view);
    }

    static async Task<Commitment> OfAdviceAsync(Db db, Me me, Guid id, NewCommitment input, DateOnly due, DateOnly today, EveningOptions options, DateTimeOffset now)
    {
        var advice = input.OriginId is { } adviceId ? await db.Advices.Of(me).FindAsync(adviceId) ?? await FeedAnswers.AsAdviceAsync(db, me, adviceId, today, options, now) : null;
        var asked = advice is null ? null : await db.Cases.HeardBy(me).FindAsync(advice.CaseId) ?? db.Cases.Local.FirstOrDefault(one => one.Id == advice.CaseId);
        if (advice is null || asked is null) throw NotFound("advice");

        advice.Take(asked, me, now);
        var evening = await db.RunningAsync(me.OrgId, asked.TeamId);
        db.Tell(Topic.Team(asked.TeamId), new CaseChanged(asked.Id, evening?.Id));
        return new()
        {
            OrgId = me.OrgId, Id = id, TeamId = asked.TeamId, MemberId = me.Id, EveningId = evening?.Id, Origin = CommitmentOrigin.Advice, OriginId = advice.Id,
            CustomerId = asked.CustomerId, CustomerName = asked.CustomerName, Text = Words(input, advice.Text), DueOn = due, Day = today, CreatedAt = now,
        };
    }

    static async Task<Commitment> OfStoryAsync(Db db, Me me, Guid id, NewCommitment input, DateOnly due, DateOnly today, DateTimeOffset now)
    {
        var story = (input.OriginId is { } storyId ? await db.Stories.HeardBy(me).FindAsync(storyId) : null) ?? throw NotFound("story");
        story.MustBeHeardBy(me);
        var teller = await db.Members.Of(me).Where(member => member.Id == story.MemberId).Select(member => member.ShortName).FirstAsync();
        db.Tell(Topic.Team(story.TeamId), new StoryChanged(story.Id));
        return new()
        {
            OrgId = me.OrgId, Id = id, TeamId = story.TeamId, MemberId = me.Id, EveningId = (await db.RunningAsync(me.OrgId, story.TeamId))?.Id, Origin = CommitmentOrigin.Story,
            OriginId = story.Id, Text = Words(input, $"试试{teller}的做法{(story.CustomerName.Length > 0 ? $"（{story.CustomerName}）" : "")}"), DueOn = due, Day = today, CreatedAt = now,
        };
    }

    static async Task<Commitment> OwnAsync(Db db, Me me, Guid id, NewCommitment input, DateOnly due, DateOnly today, DateTimeOffset now) => new()
    {
        OrgId = me.OrgId, Id = id, TeamId = me.TeamId, MemberId = me.Id, EveningId = (await db.RunningAsync(me.OrgId, me.TeamId))?.Id, Origin = CommitmentOrigin.Own,
        Text = Words(input, null), DueOn = due, Day = today, CreatedAt = now,
    };

    static string Words(NewCommitment input, string? otherwise) =>
        !string.IsNullOrWhiteSpace(input.Text) ? input.Text.Trim() : otherwise?.To(300) ?? throw new Refusal("commitment.empty", "Say what you will do.");

    static async Task<Results<Ok<CommitmentView>, NotFound>> PutAnswer(Guid id, CommitmentAnswer input, Me me, Db reading, Writer writer, EveningScreen screen, TimeProvider time, CancellationToken stop)
    {
        await writer.Run(me.OrgId, async db =>
        {
            var one = await db.Commitments.Of(me).FindAsync(id);
            if (one is null || !(me.Hears(one.TeamId) || one.MemberId == me.Id)) throw NotFound("commitment");
            one.Answer(me, input.State, input.Result, time.GetUtcNow());
            db.Tell(Topic.Team(one.TeamId), new CommitmentChanged(id, me.Id));
        });
        return TypedResults.Ok((await CommitmentViews.ReadAsync(reading, me, reading.Commitments.Of(me).Where(one => one.Id == id), screen.Today(me), stop))[0]);
    }

    static Refusal NotFound(string what) => new("not-found", $"There is no such {what}.", StatusCodes.Status404NotFound);
}
