using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Evenings;

/// <summary>Here or away, and what she takes home.</summary>
sealed class Attendance : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid EveningId { get; init; }
    public Guid MemberId { get; init; }
    public bool Present { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>今晚带走什么, in one tap: an advice, a 我要试, a commitment, a thank-you.</summary>
    public Takeaway? Takeaway { get; set; }

    /// <summary>Marks her as present. Whoever does anything in an evening is there. The second value: she was not before.</summary>
    public static async Task<(Attendance, bool Came)> OfAsync(Db db, Me me, Evening evening, DateTimeOffset now)
    {
        var id = NamedId.Of("attendance", evening.Id, me.Id);
        if (await db.Attendances.Of(me).FindAsync(id) is { } known)
        {
            var came = !known.Present;
            known.Present = true;
            return (known, came);
        }
        var attendance = new Attendance { OrgId = me.OrgId, Id = id, EveningId = evening.Id, MemberId = me.Id, Present = true, At = now };
        db.Add(attendance);
        return (attendance, true);
    }
}

enum Takeaway { Advice, Try, Commitment, Thanks }

sealed class AttendanceMap : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.ToTable("attendances").HasIndex(a => new { a.OrgId, a.EveningId, a.MemberId }).IsUnique();
        attendance.HasOne<Evening>().WithMany().HasForeignKey(a => new { a.OrgId, a.EveningId }).OnDelete(DeleteBehavior.Cascade);
    }
}
