using Microsoft.EntityFrameworkCore;
using Vesper.Evenings;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Relief;

/// <summary>
/// The front door of 倒垃圾, for Evenings alone: it says who may, this room keeps what is said apart from everything that can judge a person.
/// All but <see cref="ReadAsync"/> belong inside a write.
/// </summary>
static class ReliefDoor
{
    /// <summary>Fewer dots than these could be told apart (D).</summary>
    public const int LeastDots = 3;

    /// <summary>A key outlives its evening by a day at most, also when nobody closed it (D).</summary>
    static readonly TimeSpan LongestKey = TimeSpan.FromDays(1);

    public static async Task GiveMoodAsync(Db db, Guid orgId, Guid eveningId, Guid memberId, int mood, DateTimeOffset now) =>
        (await DotAsync(db, orgId, eveningId, memberId, now)).Mood = mood;

    public static async Task MeTooAsync(Db db, Guid orgId, Guid eveningId, Guid memberId, DateTimeOffset now) =>
        (await DotAsync(db, orgId, eveningId, memberId, now)).MeToo = true;

    /// <summary>Raises or lowers a hand. Lowering while she speaks ends her turn.</summary>
    public static async Task RaiseAsync(Db db, Guid orgId, Guid eveningId, Guid memberId, bool wants, DateTimeOffset now)
    {
        var turn = await db.Set<ReliefTurn>().Of(orgId).FirstOrDefaultAsync(t => t.EveningId == eveningId && t.MemberId == memberId);
        switch (wants, turn)
        {
            case (true, null):
                db.Add(new ReliefTurn { OrgId = orgId, Id = NamedId.Of("turn", eveningId, memberId), EveningId = eveningId, MemberId = memberId, RaisedAt = now });
                break;
            case (false, { State: TurnState.Waiting }):
                db.Remove(turn);
                break;
            case (false, { State: TurnState.Speaking }):
                turn.Step();
                break;
        }
    }

    /// <summary>Gives the word to one who raised her hand, or to nobody; the speaker before is done.</summary>
    /// <exception cref="Refusal"><c>relief.not-raised</c>: the round is for those who want it.</exception>
    public static async Task CallAsync(Db db, Guid orgId, Guid eveningId, Guid? memberId, DateTimeOffset now)
    {
        var turns = await db.Set<ReliefTurn>().Of(orgId).Where(turn => turn.EveningId == eveningId).ToListAsync();
        var next = turns.FirstOrDefault(turn => turn.MemberId == memberId);
        if (memberId is not null && next is null) throw new Refusal("relief.not-raised", "Only who raised a hand is asked to speak.");
        foreach (var speaking in turns.Where(turn => turn.State is TurnState.Speaking && turn != next)) speaking.Step();
        next?.Speak(now);
    }

    /// <summary>听到了, once a listener and turn.</summary>
    /// <exception cref="Refusal"><c>relief.nobody-speaks</c> · <c>relief.own-turn</c></exception>
    public static async Task HeardAsync(Db db, Guid orgId, Guid eveningId, Guid listenerId, DateTimeOffset now)
    {
        var turn = await db.Set<ReliefTurn>().Of(orgId).FirstOrDefaultAsync(t => t.EveningId == eveningId && t.State == TurnState.Speaking)
            ?? throw new Refusal("relief.nobody-speaks", "Nobody is speaking.");
        if (turn.MemberId == listenerId) throw new Refusal("relief.own-turn", "You are speaking.");

        var id = (await KeyAsync(db, orgId, eveningId, now)).Anonymous(turn.Id, listenerId);
        if (await db.Set<ReliefHeard>().Of(orgId).FindAsync(id) is not null) return;
        db.Add(new ReliefHeard { OrgId = orgId, Id = id, EveningId = eveningId });
        turn.Heard++;
    }

    public static async Task StepAsync(Db db, Guid orgId, Guid eveningId, Guid memberId)
    {
        var turn = await db.Set<ReliefTurn>().Of(orgId).FirstOrDefaultAsync(t => t.EveningId == eveningId && t.MemberId == memberId)
            ?? throw new Refusal("relief.not-speaking", "It is not your turn.");
        turn.Step();
    }

    /// <summary>At closing: the key and everything with a name goes; what is left are dots that belong to nobody.</summary>
    public static async Task EndAsync(Db db, Guid orgId, Guid eveningId)
    {
        await db.Set<ReliefTurn>().Of(orgId).Where(turn => turn.EveningId == eveningId).ExecuteDeleteAsync();
        await db.Set<ReliefHeard>().Of(orgId).Where(heard => heard.EveningId == eveningId).ExecuteDeleteAsync();
        await db.Set<ReliefKey>().Of(orgId).Where(key => key.Id == eveningId).ExecuteDeleteAsync();
    }

    public static async Task<ReliefPicture> ReadAsync(Db db, Guid orgId, Guid eveningId, Guid memberId, CancellationToken stop)
    {
        var dots = await db.Set<ReliefDot>().Of(orgId).Where(dot => dot.EveningId == eveningId).OrderBy(dot => dot.Id).ToListAsync(stop);
        var turns = await db.Set<ReliefTurn>().Of(orgId).Where(turn => turn.EveningId == eveningId).OrderBy(turn => turn.RaisedAt).ToListAsync(stop);
        var key = dots.Count == 0 ? null : await db.Set<ReliefKey>().Of(orgId).FirstOrDefaultAsync(key => key.Id == eveningId, stop);

        var own = key?.Anonymous(memberId);
        var moods = dots.Where(dot => dot.Mood is not null).ToList();
        return new(
            moods.Count < LeastDots ? [] : [.. moods.Select(dot => new MoodDot(dot.Mood!.Value, Seed(dot.Id)))],
            moods.Count, moods.Any(dot => dot.Id == own), dots.Count(dot => dot.MeToo), dots.Any(dot => dot.MeToo && dot.Id == own), turns);
    }

    static async Task<ReliefDot> DotAsync(Db db, Guid orgId, Guid eveningId, Guid memberId, DateTimeOffset now)
    {
        var id = (await KeyAsync(db, orgId, eveningId, now)).Anonymous(memberId);
        if (await db.Set<ReliefDot>().Of(orgId).FindAsync(id) is { } known) return known;
        var dot = new ReliefDot { OrgId = orgId, Id = id, EveningId = eveningId };
        db.Add(dot);
        return dot;
    }

    static async Task<ReliefKey> KeyAsync(Db db, Guid orgId, Guid eveningId, DateTimeOffset now)
    {
        if (await db.Set<ReliefKey>().Of(orgId).FindAsync(eveningId) is { } known) return known;

        var tooOld = now - LongestKey;
        foreach (var left in await db.Set<ReliefKey>().Of(orgId).Where(key => key.MadeAt < tooOld).Select(key => key.Id).ToListAsync()) await EndAsync(db, orgId, left);
        var made = ReliefKey.New(orgId, eveningId, now);
        db.Add(made);
        return made;
    }

    // Where the dot floats on the stage; nothing can be read from it.
    static int Seed(Guid dot) => BitConverter.ToUInt16(dot.ToByteArray(), 12);
}

/// <summary>Moods as dots without names, from three on; and the spoken round.</summary>
sealed record ReliefPicture(IReadOnlyList<MoodDot> Dots, int Moods, bool Mine, int MeToo, bool MyMeToo, IReadOnlyList<ReliefTurn> Turns);

/// <summary>Mood 1 to 5; seed places the dot, always at the same spot.</summary>
sealed record MoodDot(int Mood, int Seed);
