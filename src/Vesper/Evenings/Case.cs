using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Evenings;

/// <summary>Open: waits for an evening. Answered: an advice was taken. Duty: the supervisor's, due in a workday. Closed: withdrawn.</summary>
enum CaseState { Open, Answered, Duty, Closed }

/// <summary>A problem a member brings: customer · stage · KP met? · blocked by · the next result she wants.</summary>
sealed class Case : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid TeamId { get; init; }
    public Guid MemberId { get; init; }
    public Guid? CustomerId { get; set; }
    public string CustomerName { get; set; } = "";
    public Stage Stage { get; set; }
    public bool KpMet { get; set; }
    public string BlockedBy { get; set; } = "";
    public string Wanted { get; set; } = "";
    public CaseState State { get; set; }

    /// <summary>The visit whose cry for help it was.</summary>
    public Guid? VisitId { get; init; }
    public DateOnly Day { get; init; }

    /// <summary>Evenings that had no time for it.</summary>
    public int TimesCarried { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What its owner says of it, as long as it waits.</summary>
    /// <exception cref="Refusal"><c>case.settled</c>: an advice was taken, it is the supervisor's, or it was withdrawn.</exception>
    public void Tell(CaseText said, Customer? customer)
    {
        if (State is not CaseState.Open) throw new Refusal("case.settled", "This case is no longer open.");
        if (customer is null && string.IsNullOrWhiteSpace(said.BlockedBy)) throw new Refusal("case.empty", "Name the customer, or what blocks you.");
        (CustomerId, CustomerName) = (customer?.Id, customer?.ShortName ?? "");
        (Stage, KpMet, BlockedBy, Wanted) = (said.Stage, said.KpMet, said.BlockedBy.Trim(), said.Wanted.Trim());
    }

    /// <exception cref="Refusal"><c>case.settled</c></exception>
    public void Withdraw()
    {
        if (State is CaseState.Answered or CaseState.Duty) throw new Refusal("case.settled", "This case has its answer already.");
        State = CaseState.Closed;
    }

    /// <summary>Nobody's advice was taken: resource · change of direction · joint visit become the supervisor's, due in one workday.</summary>
    public Commitment BecomeDuty(Guid supervisorId, string asker, Evening evening, DateOnly dueOn, DateTimeOffset now)
    {
        State = CaseState.Duty;
        var about = CustomerName.Length > 0 ? CustomerName : BlockedBy.To(60);
        return new()
        {
            OrgId = OrgId, Id = NamedId.Of("duty", evening.Id, Id), TeamId = TeamId, MemberId = supervisorId, EveningId = evening.Id,
            Origin = CommitmentOrigin.Duty, OriginId = Id, CustomerId = CustomerId, CustomerName = CustomerName,
            Text = $"{asker}的{about}：资源、换方向或陪访，给一个答复", DueOn = dueOn, Day = evening.Day, CreatedAt = now,
        };
    }
}

/// <summary>Someone worth asking about a case, and why; kept with tonight's agenda. The asker may always choose someone else.</summary>
sealed class CaseAdviser : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public Guid MemberId { get; init; }
    public int Position { get; init; }
    public string Reason { get; init; } = "";
    public string ReasonEn { get; init; } = "";
}

/// <summary>A short card for a case. The asker alone picks.</summary>
sealed class Advice : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public Guid? EveningId { get; init; }
    public Guid AuthorId { get; init; }
    public string Text { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>The asker, and nobody else, picks what she will try.</summary>
    /// <exception cref="Refusal"><c>advice.not-asker</c> · <c>case.settled</c></exception>
    public void Take(Case problem, Me me, DateTimeOffset now)
    {
        if (problem.MemberId != me.Id) throw new Refusal("advice.not-asker", "Only who asked picks an advice.");
        if (problem.State is CaseState.Closed) throw new Refusal("case.settled", "This case was withdrawn.");
        AcceptedAt ??= now;
        problem.State = CaseState.Answered;
    }
}

sealed class CaseMap : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> problem)
    {
        problem.ToTable("cases");
        problem.Property(c => c.CustomerName).HasMaxLength(40);
        problem.Property(c => c.BlockedBy).HasMaxLength(300);
        problem.Property(c => c.Wanted).HasMaxLength(200);
        problem.HasIndex(c => new { c.OrgId, c.TeamId, c.State });
        problem.HasIndex(c => new { c.OrgId, c.MemberId });
    }
}

sealed class AdviceMap : IEntityTypeConfiguration<Advice>
{
    public void Configure(EntityTypeBuilder<Advice> advice)
    {
        advice.ToTable("advices").HasIndex(a => new { a.OrgId, a.CaseId });
        advice.Property(a => a.Text).HasMaxLength(300);
        advice.HasOne<Case>().WithMany().HasForeignKey(a => new { a.OrgId, a.CaseId }).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class CaseAdviserMap : IEntityTypeConfiguration<CaseAdviser>
{
    public void Configure(EntityTypeBuilder<CaseAdviser> adviser)
    {
        adviser.ToTable("case_advisers").HasIndex(a => new { a.OrgId, a.CaseId });
        adviser.Property(a => a.Reason).HasMaxLength(200);
        adviser.Property(a => a.ReasonEn).HasMaxLength(200);
        adviser.HasOne<Case>().WithMany().HasForeignKey(a => new { a.OrgId, a.CaseId }).OnDelete(DeleteBehavior.Cascade);
    }
}
