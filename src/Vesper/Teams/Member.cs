using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Teams;

/// <summary>Waiting: came by the QR and is not admitted yet.</summary>
enum MemberState { Waiting, Active, Left }

/// <summary>A person in one unit of the organisation.</summary>
sealed class Member : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid UnitId { get; set; }
    public string Name { get; set; } = "";

    /// <summary>What teammates call her: 小林.</summary>
    public string ShortName { get; set; } = "";

    public Role Role { get; set; }

    /// <summary>May change settings and members, besides her role.</summary>
    public bool Admin { get; set; }

    public MemberState State { get; set; }
    public DateOnly JoinedOn { get; init; }
    public DateOnly? LeftOn { get; set; }

    /// <summary>She deleted herself: what is left is a number that her records hang on.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Somebody who came by the team's code.</summary>
    public static Member Join(Guid id, Unit unit, string name, DateOnly today) => new()
    {
        OrgId = unit.OrgId,
        Id = id,
        UnitId = unit.Id,
        Name = name.Trim(),
        ShortName = ShortNameOf(name),
        State = MemberState.Waiting,
        JoinedOn = today,
    };

    /// <exception cref="Refusal"><c>member.left</c>: she is to be taken back, not admitted.</exception>
    public void Admit() => State = State is MemberState.Left ? throw new Refusal("member.left", "She has left; take her back instead.") : MemberState.Active;

    public void Leave(DateOnly today) => (State, LeftOn) = (MemberState.Left, today);

    /// <exception cref="Refusal"><c>member.erased</c>: she deleted herself, and is to be invited as somebody new.</exception>
    public void Return()
    {
        if (ErasedAt is not null) throw new Refusal("member.erased", "She deleted herself; invite her as somebody new.");
        (State, LeftOn) = (MemberState.Active, null);
    }

    /// <summary>Stands where the name was of who deleted herself.</summary>
    public const string Nobody = "已注销";

    public void Erase(DateTimeOffset now, DateOnly today)
    {
        Leave(today);
        (Name, ShortName, Admin, ErasedAt) = (Nobody, Nobody, false, now);
    }

    /// <summary>The given name as teammates say it: 林晓雯 → 晓雯, 林雯 → 林雯, Jane Miller → Jane. She may change it.</summary>
    public static string ShortNameOf(string name)
    {
        var trimmed = name.Trim();
        var given = trimmed.Split(' ')[0];
        var shorter = given.Length == 3 && given.All(letter => letter is >= '\u4e00' and <= '\u9fff') ? given[1..] : given;
        return shorter.Length <= 20 ? shorter : shorter[..(char.IsHighSurrogate(shorter[19]) ? 19 : 20)];
    }
}

sealed class MemberMap : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members");
        member.Property(m => m.Name).HasMaxLength(40);
        member.Property(m => m.ShortName).HasMaxLength(20);
        member.HasIndex(m => new { m.OrgId, m.UnitId });
        member.HasOne<Unit>().WithMany().HasForeignKey(m => new { m.OrgId, m.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
