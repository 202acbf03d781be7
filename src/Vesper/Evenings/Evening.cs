using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Evenings;

/// <summary>Planned: the agenda may change. Open: the team is in it. Closed: the minutes stand.</summary>
enum EveningState { Planned, Open, Closed }

/// <summary>
/// The evening session of a team on a day; there is one, its id follows from both. What a host does carries the version he saw;
/// a method answers false when the same was done before (a retry on a bad network), which changes nothing.
/// </summary>
sealed class Evening : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid TeamId { get; init; }
    public DateOnly Day { get; init; }
    public EveningState State { get; set; }

    /// <summary>Who leads through it; the phone that is the remote.</summary>
    public Guid? HostId { get; set; }

    /// <summary>Minutes planned: 30 (D), hard stop 45 (D).</summary>
    public int Minutes { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public Guid? CurrentItemId { get; set; }

    /// <summary>Grows with every change of plan and course: two hosts at once are told apart by it.</summary>
    public int Version { get; set; }

    public static Evening Of(Guid orgId, Guid teamId, DateOnly day, EveningOptions options) =>
        new() { OrgId = orgId, Id = NamedId.OfEvening(teamId, day), TeamId = teamId, Day = day, Minutes = options.Minutes };

    /// <summary>Leads, supervisors and managers host the teams they hear.</summary>
    public bool MayHost(Me me) => me.Is(Role.Lead, Role.Supervisor, Role.Manager) && me.Hears(TeamId);

    /// <exception cref="Refusal"><c>evening.not-host</c> · <c>evening.open-by-other</c> · <c>evening.closed</c> · <c>evening.changed</c></exception>
    public bool Open(Me me, int version, string? hostName, IReadOnlyList<AgendaItem> agenda, DateTimeOffset now)
    {
        if (!MayHost(me)) throw NotHost();
        if (State is EveningState.Open && HostId == me.Id) return false;
        if (State is EveningState.Open) throw new Refusal("evening.open-by-other", $"{hostName} has opened it already.");
        NotClosed();
        AtVersion(version);

        (State, HostId, OpenedAt) = (EveningState.Open, me.Id, now);
        Start(agenda.OnList().FirstOrDefault(), now);
        return true;
    }

    /// <summary>Another one takes the remote, before or during the evening.</summary>
    public bool TakeOver(Me me, int version)
    {
        if (!MayHost(me)) throw NotHost();
        NotClosed();
        if (HostId == me.Id) return false;
        AtVersion(version);

        HostId = me.Id;
        Version++;
        return true;
    }

    /// <summary>Goes to an item; the one before is done.</summary>
    /// <exception cref="Refusal">Also <c>not-found</c> 404 for an item that is not on tonight's list.</exception>
    public bool Go(Me me, int version, Guid itemId, IReadOnlyList<AgendaItem> agenda, DateTimeOffset now)
    {
        MustLead(me);
        if (CurrentItemId == itemId) return false;
        AtVersion(version);
        var next = agenda.OnList().FirstOrDefault(item => item.Id == itemId) ?? throw new Refusal("not-found", "There is no such item tonight.", StatusCodes.Status404NotFound);

        agenda.FirstOrDefault(item => item.Id == CurrentItemId)?.End(now);
        Start(next, now);
        return true;
    }

    /// <summary>The minutes stand from here on; what was not reached is carried to the next evening.</summary>
    public bool Close(Me me, int version, IReadOnlyList<AgendaItem> agenda, DateTimeOffset now)
    {
        if (State is EveningState.Closed && HostId == me.Id) return false;
        MustLead(me);
        AtVersion(version);
        Close(agenda, now);
        return true;
    }

    /// <summary>Also done to an evening that its host left open, when the next one opens.</summary>
    public void Close(IReadOnlyList<AgendaItem> agenda, DateTimeOffset now)
    {
        agenda.FirstOrDefault(item => item.Id == CurrentItemId)?.End(now);
        foreach (var item in agenda.Where(item => item.State is ItemState.Waiting)) item.State = ItemState.Carried;
        (State, ClosedAt, CurrentItemId) = (EveningState.Closed, now, null);
        Version++;
    }

    /// <summary>For what only an open evening takes: mood, turns, checkout.</summary>
    public void MustBeOpen()
    {
        NotClosed();
        if (State is EveningState.Planned) throw new Refusal("evening.not-open", "This evening has not begun.");
    }

    public void NotClosed()
    {
        if (State is EveningState.Closed) throw new Refusal("evening.closed", "This evening is closed.");
    }

    public void MustLead(Me me)
    {
        if (!MayHost(me)) throw NotHost();
        MustBeOpen();
        if (HostId != me.Id) throw NotHost();
    }

    public void AtVersion(int version)
    {
        if (version != Version) throw new Refusal("evening.changed", "Somebody changed this evening meanwhile.");
    }

    void Start(AgendaItem? item, DateTimeOffset now)
    {
        item?.Start(now);
        CurrentItemId = item?.Id;
        Version++;
    }

    public static Refusal NotHost() => new("evening.not-host", "Only the host of this evening may do that.", StatusCodes.Status403Forbidden);
}

sealed class EveningMap : IEntityTypeConfiguration<Evening>
{
    public void Configure(EntityTypeBuilder<Evening> evening)
    {
        evening.ToTable("evenings").HasIndex(e => new { e.OrgId, e.TeamId, e.Day }).IsUnique();
        evening.Property(e => e.Version).IsConcurrencyToken();
    }
}

static class EveningSets
{
    extension(Db db)
    {
        public DbSet<Evening> Evenings => db.Set<Evening>();
        public DbSet<AgendaItem> AgendaItems => db.Set<AgendaItem>();
        public DbSet<AgendaSubject> AgendaSubjects => db.Set<AgendaSubject>();
        public DbSet<Attendance> Attendances => db.Set<Attendance>();
        public DbSet<Case> Cases => db.Set<Case>();
        public DbSet<CaseAdviser> CaseAdvisers => db.Set<CaseAdviser>();
        public DbSet<Advice> Advices => db.Set<Advice>();
        public DbSet<Story> Stories => db.Set<Story>();
        public DbSet<StoryThanks> StoryThanks => db.Set<StoryThanks>();
        public DbSet<Commitment> Commitments => db.Set<Commitment>();
    }
}
