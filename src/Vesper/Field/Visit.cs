using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Field;

/// <summary>A visit begins with a check-in, one deliberate tap at a customer, and ends when its outcome is saved.</summary>
sealed class Visit : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>Made by the phone, so that sending it again finds the first attempt.</summary>
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public Guid TeamId { get; init; }
    public Guid CustomerId { get; init; }

    /// <summary>The day in the organisation's zone.</summary>
    public DateOnly Day { get; init; }

    /// <summary>When the server heard of it, and when the phone says it was.</summary>
    public DateTimeOffset CheckedInAt { get; init; }
    public DateTimeOffset DeviceAt { get; init; }

    /// <summary>What the phone's clock showed when it sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>She switched the button on for this visit, outside working hours or on leave.</summary>
    public bool OutsideHours { get; init; }

    /// <summary>WGS-84 degrees and metres, with consent only; never leaves in an answer a teammate can read.</summary>
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public double? Accuracy { get; set; }

    /// <summary>Null: no place is kept.</summary>
    public PointKept? PointKept { get; set; }

    /// <summary>Shown to the rep herself; it punishes nobody.</summary>
    public EvidenceLevel EvidenceLevel { get; set; } = EvidenceLevel.Weak;
    public IReadOnlyList<EvidenceReason> EvidenceReasons { get; set; } = [];

    /// <summary>Door sign, signature: pictures of her own.</summary>
    public IReadOnlyList<Guid> PhotoIds { get; set; } = [];

    /// <summary>When she asked for her supervisor's word, and who gave it when.</summary>
    public DateTimeOffset? WordAskedAt { get; set; }
    public Guid? WordBy { get; set; }
    public DateTimeOffset? WordAt { get; set; }
    public string Purpose { get; set; } = "";

    public VisitOutcome? Outcome { get; set; }
    public bool? KpMet { get; set; }

    /// <summary>Minutes with the key person.</summary>
    public int? KpMinutes { get; set; }
    public Guid? ContactId { get; set; }
    public UnmetReason? UnmetReason { get; set; }
    public string NextStep { get; set; } = "";
    public DateOnly? NextOn { get; set; }
    public bool HelpWanted { get; set; }
    public string HelpText { get; set; } = "";
    public string Note { get; set; } = "";

    /// <summary>What the visit showed of the deal, in taps; the customer's archive takes it from here.</summary>
    public IReadOnlyList<SaidFact> Facts { get; set; } = [];
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the outcome was first tapped, by the phone's clock put right.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>
    /// The outcome, asked at the customer. It may be said anew until the visit's day ends, the last word counts; the first may come late, from a phone
    /// that was offline.
    /// </summary>
    /// <returns>False when this is what was said already.</returns>
    /// <exception cref="Refusal"><c>visit.closed</c>: another outcome after the day. <c>visit.date</c>: a date that makes no sense.</exception>
    public bool End(NewOutcome said, DateOnly saidOn, PhoneTime time)
    {
        if (EndedAt is not null && said.Equals(Said())) return false;
        if (EndedAt is not null && saidOn > Day) throw new Refusal("visit.closed", "The day of this visit is over; its outcome stays.");
        if (!said.DatesMakeSense(Day)) throw new Refusal("visit.date", "The next step lies before the visit or more than a year ahead, or a decision date is out of sense.");

        (Outcome, KpMet, KpMinutes, ContactId) = (said.Outcome, said.KpMet, said.KpMet ? said.KpMinutes : null, said.KpMet ? said.ContactId : null);
        UnmetReason = said.KpMet ? null : said.UnmetReason;
        (NextStep, NextOn, Note) = (said.NextStep?.Trim() ?? "", said.NextOn, said.Note?.Trim() ?? "");
        (HelpWanted, HelpText) = (said.HelpWanted, said.HelpWanted ? said.HelpText?.Trim() ?? "" : "");
        Facts = said.Facts ?? [];
        (LeftAt, EndedAt) = (LeftAt ?? (time.At > DeviceAt ? time.At : DeviceAt), EndedAt ?? time.Now);
        return true;
    }

    /// <summary>The place becomes a square of some 100 m.</summary>
    public void RoundPoint() => (Latitude, Longitude, PointKept) = (Rounded(Latitude), Rounded(Longitude), Field.PointKept.Rounded);

    public void ForgetPoint() => (Latitude, Longitude, Accuracy, PointKept) = (null, null, null, null);

    static double? Rounded(double? degrees) => degrees is { } exact ? Math.Round(exact, 3) : null;


    /// <summary>Takes a proof other than a position: pictures, or a word that was just given.</summary>
    /// <exception cref="Refusal"><c>photo.most</c>: more than nine in all.</exception>
    public void Prove(IReadOnlyList<Photo> photos)
    {
        PhotoIds = [.. PhotoIds.Union(photos.Select(photo => photo.Id))];
        if (PhotoIds.Count > Photos.Most) throw new Refusal("photo.most", "At most nine photos at once.");
        if (PhotoIds.Count == 0 && WordAt is null) return;
        (EvidenceLevel, EvidenceReasons) = Evidence.Of(EvidenceReasons).Proved();
    }

    NewOutcome Said() => new(Outcome, KpMet is true, KpMinutes, ContactId, NextStep, NextOn, HelpWanted, HelpText, Note, Facts, UnmetReason);
}

sealed class VisitMap : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.ToTable("visits");
        visit.Property(v => v.EvidenceLevel).HasMaxLength(20);
        visit.Property(v => v.EvidenceReasons).AsJson().HasDefaultValue(Array.Empty<EvidenceReason>()).ValueGeneratedNever();
        visit.Property(v => v.PhotoIds).AsJsonIds();
        visit.Property(v => v.OutsideHours).HasDefaultValue(false).ValueGeneratedNever();
        visit.Property(v => v.UnmetReason).HasMaxLength(20);
        visit.Property(v => v.Purpose).HasMaxLength(100);
        visit.Property(v => v.NextStep).HasMaxLength(200);
        visit.Property(v => v.HelpText).HasMaxLength(300);
        visit.Property(v => v.Note).HasMaxLength(1000);
        visit.Property(v => v.Facts).AsJson();
        visit.HasIndex(v => new { v.OrgId, v.MemberId, v.Day, v.DeviceAt });
        visit.HasIndex(v => new { v.OrgId, v.TeamId, v.Day });
        visit.HasIndex(v => new { v.OrgId, v.CustomerId, v.Id });
        visit.Property(v => v.PointKept).HasMaxLength(10);
        visit.HasIndex(v => new { v.OrgId, v.PointKept, v.DeviceAt }).HasFilter("point_kept is not null");
        visit.HasIndex(v => new { v.OrgId, v.WordAskedAt }).HasFilter("word_asked_at is not null");
    }
}

static class FieldSets
{
    extension(Db db)
    {
        public DbSet<Visit> Visits => db.Set<Visit>();
        public DbSet<PlannedVisit> PlannedVisits => db.Set<PlannedVisit>();
        public DbSet<Photo> Photos => db.Set<Photo>();
        public DbSet<FeedItem> FeedItems => db.Set<FeedItem>();
        public DbSet<Reaction> Reactions => db.Set<Reaction>();
        public DbSet<Comment> Comments => db.Set<Comment>();
        public DbSet<FeedRead> FeedReads => db.Set<FeedRead>();
    }
}
