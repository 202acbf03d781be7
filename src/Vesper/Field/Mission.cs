using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Field;

enum MissionState { Planned, UnderWay, Ended }

/// <summary>
/// 战队行动 (S): an area worked by several at once, from different sides, towards one meeting point. How far they are is never stored: it is read from their
/// visits of the day, so a check-in that comes late from a phone without network counts once, by its own time.
/// </summary>
sealed class Mission : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>Made by the phone.</summary>
    public Guid Id { get; init; }
    public Guid TeamId { get; init; }

    /// <summary>What the team calls the part of town: 下沙.</summary>
    public string Area { get; set; } = "";

    /// <summary>The day of <see cref="MeetsAt"/> in the organisation's zone.</summary>
    public DateOnly Day { get; set; }
    public DateTimeOffset MeetsAt { get; set; }

    /// <summary>Where they meet, in words: 金沙湖地铁口.</summary>
    public string Place { get; set; } = "";

    /// <summary>A company whose address stands for the meeting point on the map.</summary>
    public Guid? PlaceCustomerId { get; set; }
    public MissionState State { get; set; }
    public Guid PlannedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The team's picture, ≤9.</summary>
    public IReadOnlyList<Guid> PhotoIds { get; set; } = [];

    public List<MissionRoute> Routes { get; } = [];

    /// <summary>Who may host the team's evening may plan its missions: see docs/decisions/0010.</summary>
    public bool MayPlan(Me me) => me.Is(Role.Lead, Role.Supervisor, Role.Manager) && me.Hears(TeamId);

    public MissionRoute RouteOf(Guid memberId) => Routes.Find(route => route.MemberId == memberId) ?? throw new Refusal("mission.not-on-it", "She has no route in this mission.");

    /// <exception cref="Refusal"><c>mission.time</c>: not today or in the coming weeks; one under way stays on its day. <c>mission.ended</c>.</exception>
    public void Meet(string area, string place, Guid? placeCustomerId, DateTimeOffset at, Me me, DateTimeOffset now, MissionOptions options)
    {
        MustNotBeOver();
        var (day, today) = (me.DayOf(at), me.DayOf(now));
        if (day < today || day > today.AddDays(options.Ahead) || (State is MissionState.UnderWay && day != Day)) throw new Refusal("mission.time", "A mission is for today or the coming weeks.");
        (Area, Place, PlaceCustomerId, MeetsAt, Day) = (area.Trim(), place.Trim(), placeCustomerId, at, day);
    }

    /// <returns>False when it is under way or over already.</returns>
    /// <exception cref="Refusal"><c>mission.day</c>: it is for another day.</exception>
    public bool Start(Me me, DateTimeOffset now)
    {
        if (State is not MissionState.Planned) return false;
        if (me.DayOf(now) != Day) throw new Refusal("mission.day", "This mission is for another day.");
        (State, StartedAt) = (MissionState.UnderWay, now);
        return true;
    }

    /// <returns>False when it is over already.</returns>
    /// <exception cref="Refusal"><c>mission.not-started</c></exception>
    public bool End(DateTimeOffset now)
    {
        if (State is MissionState.Ended) return false;
        if (State is MissionState.Planned) throw new Refusal("mission.not-started", "It has not begun; it can still be called off.");
        (State, EndedAt) = (MissionState.Ended, now);
        return true;
    }

    public void MustNotBeOver()
    {
        if (State is MissionState.Ended) throw new Refusal("mission.ended", "This mission is over.");
    }

    /// <summary>A visit of its day belongs to it until it ends; one made before the start was early, not elsewhere.</summary>
    public bool Counts(Visit visit) => visit.Day == Day && (EndedAt is null || visit.DeviceAt <= EndedAt);
}

sealed class MissionMap : IEntityTypeConfiguration<Mission>
{
    public void Configure(EntityTypeBuilder<Mission> mission)
    {
        mission.ToTable("missions");
        mission.Property(m => m.Area).HasMaxLength(40);
        mission.Property(m => m.Place).HasMaxLength(60);
        mission.Property(m => m.PhotoIds).AsJsonIds();
        mission.HasIndex(m => new { m.OrgId, m.TeamId, m.Day });
        mission.HasMany(m => m.Routes).WithOne().HasForeignKey(r => new { r.OrgId, r.MissionId }).OnDelete(DeleteBehavior.Cascade);
    }
}
