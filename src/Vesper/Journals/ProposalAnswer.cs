using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Customers;
using Vesper.Kit.Data;

namespace Vesper.Journals;

/// <summary>A person, or one of the facts a grade stands on.</summary>
enum ProposalKind { Contact, Need, Budget, Time }

/// <summary>
/// What was said to a proposal for the archive. Its id follows from the customer and what is proposed, so what was dismissed stays so however often it is
/// mentioned; what was accepted is taken into the archive by the customers' own consumer.
/// </summary>
sealed class ProposalAnswer : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CustomerId { get; init; }
    public Guid MemberId { get; init; }

    /// <summary>The visit that shows it, and its day.</summary>
    public Guid VisitId { get; init; }
    public DateOnly Day { get; init; }
    public ProposalKind Kind { get; init; }
    public bool Accepted { get; init; }

    /// <summary>A person's name (王总), or the sentence a fact stands in.</summary>
    public string Text { get; init; } = "";
    public string Title { get; init; } = "";
    public string Phone { get; init; } = "";
    public long? AmountFen { get; init; }
    public DateOnly? Date { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The kind of fact it becomes; null for a person.</summary>
    public FactKind? Fact => Kind switch
    {
        ProposalKind.Need => FactKind.Need,
        ProposalKind.Budget => FactKind.Budget,
        ProposalKind.Time => FactKind.Time,
        _ => null,
    };
}

sealed class ProposalAnswerMap : IEntityTypeConfiguration<ProposalAnswer>
{
    public void Configure(EntityTypeBuilder<ProposalAnswer> answer)
    {
        answer.ToTable("proposal_answers").HasIndex(a => new { a.OrgId, a.CustomerId });
        answer.Property(a => a.Text).HasMaxLength(300);
        answer.Property(a => a.Title).HasMaxLength(40);
        answer.Property(a => a.Phone).HasMaxLength(40);
        answer.Ignore(a => a.Fact);
    }
}
