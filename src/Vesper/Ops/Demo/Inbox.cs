using Vesper.Field;
using Vesper.Kit.Notices;

namespace Vesper.Ops.Demo;

/// <summary>What lies in the lists of the team's people: it follows from what was said and answered, as it would have.</summary>
sealed class Inbox(DemoRows rows, DemoDays days, Dice dice)
{
    const int Days = 8;

    public void Write()
    {
        var (since, names) = (days.At(days.Ago(Days), 0), rows.Members.ToDictionary(member => member.Id, member => member.ShortName));
        var lines = rows.FeedItems.ToDictionary(item => item.Id);

        foreach (var line in rows.FeedItems.Where(item => item.At >= since))
            foreach (var named in line.MentionIds) Add(named, "mention", $"/feed/{line.Id}", line.At, ("who", line.MemberName));

        foreach (var comment in rows.Comments.Where(comment => comment.At >= since))
        {
            var line = lines[comment.ItemId];
            if (line.MemberId == comment.MemberId) continue;
            if (comment.IsAnswer) Add(line.MemberId, "help-answered", $"/feed/{line.Id}", comment.At, ("who", comment.MemberName), ("customer", line.CustomerName));
            else Add(line.MemberId, "comment", $"/feed/{line.Id}", comment.At, ("who", comment.MemberName));
        }

        var journals = rows.Journals.ToDictionary(journal => journal.Id, journal => journal.MemberId);
        foreach (var reply in rows.JournalReplies.Where(reply => reply.At >= since))
            Add(journals[reply.JournalId], "journal-replied", $"/journals/{reply.JournalId}", reply.At, ("who", names[reply.AuthorId]));
    }

    // What is older than today has been read; nothing of it rings.
    void Add(Guid member, string kind, string link, DateTimeOffset at, params ReadOnlySpan<(string Name, string Value)> words)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in words) named[name] = value;
        rows.Notices.Add(new Notice { OrgId = rows.OrgId, Id = dice.Id(at), MemberId = member, Kind = kind, Link = link, Words = named, At = at, ReadAt = at < days.At(days.Today, 0) ? at.AddMinutes(10) : null });
    }
}
