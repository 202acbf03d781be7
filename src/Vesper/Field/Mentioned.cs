using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;

namespace Vesper.Field;

/// <summary>To a member herself: somebody named her with @.</summary>
sealed record MemberMentioned(Guid ItemId, string By) : IEvent
{
    public string Type => "member.mentioned";
}

static class Mentioned
{
    /// <summary>The page of one line.</summary>
    public static string Link(Guid itemId) => $"/feed/{itemId}";

    /// <summary>Tells everyone who was named, but not the writer.</summary>
    public static void Tell(Db db, Me me, Guid itemId, IEnumerable<Guid> mentioned)
    {
        foreach (var member in mentioned.Where(member => member != me.Id))
        {
            db.Tell(Topic.Member(member), new MemberMentioned(itemId, me.ShortName));
            db.Notify(member, "mention", Link(itemId), ("who", me.ShortName));
        }
    }
}
