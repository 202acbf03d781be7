using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Kit.Notices;

/// <summary>Something a member should know, in her 消息 list: a kind of <see cref="NoticeKinds"/> whose sentence the web app has, and the names it fills in.</summary>
sealed class Notice : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }

    /// <summary>Whose list it is in.</summary>
    public Guid MemberId { get; init; }
    public string Kind { get; init; } = "";

    /// <summary>Where a tap leads: a path of the web app.</summary>
    public string Link { get; init; } = "/";

    /// <summary>Names the sentence needs: <c>who</c>, <c>customer</c> (its short name).</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When it is next to be pushed; null: pushed, read, or not to be pushed.</summary>
    public DateTimeOffset? PushAt { get; set; }
    public int PushTries { get; set; }
}

/// <summary>A notice came, or was read; counts may have changed.</summary>
sealed record NoticesChanged(string Kind) : IEvent
{
    public const string Name = "notice.changed";

    public string Type => Name;
}

static class Notifying
{
    /// <summary>No name in a sentence is longer.</summary>
    const int LongestWord = 80;

    extension(Db db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();

        /// <summary>
        /// Puts a notice into a member's list, in the same transaction; her phones hear of it, and it is pushed when she wants that and it is no quiet hour.
        /// Words are names only (<c>who</c>, <c>customer</c>): what was said stays behind the link.
        /// </summary>
        /// <exception cref="ArgumentException">The kind is not in <see cref="NoticeKinds"/>, or the link leads out of the app.</exception>
        public void Notify(Guid memberId, string kind, string link, params ReadOnlySpan<(string Name, string Value)> words)
        {
            if (!NoticeKinds.All.ContainsKey(kind)) throw new ArgumentException($"There is no kind {kind}; add it to NoticeKinds and its sentence to the web's words.", nameof(kind));
            if (!link.StartsWith('/') || link.StartsWith("//", StringComparison.Ordinal)) throw new ArgumentException("A notice leads into the app.", nameof(link));

            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in words) names[name] = Short(value);
            var now = db.WritesAt!.GetUtcNow();
            db.Add(new Notice { OrgId = db.WritesFor, Id = Guid.CreateVersion7(now), MemberId = memberId, Kind = kind, Link = link, Words = names, At = now, PushAt = now });
            db.Tell(Topic.Member(memberId), new NoticesChanged(kind));
        }
    }

    static string Short(string word) => word.Length <= LongestWord ? word : $"{word[..(char.IsHighSurrogate(word[LongestWord - 2]) ? LongestWord - 2 : LongestWord - 1)]}…";
}

sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices").HasIndex(n => new { n.OrgId, n.MemberId, n.At });
        notice.HasIndex(n => n.PushAt).HasFilter("push_at is not null");
        notice.Property(n => n.Kind).HasMaxLength(40);
        notice.Property(n => n.Link).HasMaxLength(300);
        notice.Property(n => n.Words).HasMaxLength(1000).HasConversion(
            words => JsonSerializer.Serialize(words, EventJson.Options),
            json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, EventJson.Options)!,
            new ValueComparer<IReadOnlyDictionary<string, string>>((a, b) => a!.SequenceEqual(b!), words => words.Count, words => words));
    }
}
