using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Evenings;

/// <summary>What opened the story: a fact of the day (S), or the teller's own wish.</summary>
enum StoryTrigger { Signed, BToA, CToA, Own }

/// <summary>How it was done, by who did it: prefilled from the visits, tagged with a stage.</summary>
sealed class Story : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid TeamId { get; init; }
    public Guid? EveningId { get; set; }
    public Guid MemberId { get; init; }
    public Guid? CustomerId { get; set; }
    public string CustomerName { get; set; } = "";
    public Guid? DealId { get; init; }
    public StoryTrigger Trigger { get; init; }
    public Stage Stage { get; set; }
    public string How { get; set; } = "";
    public string Methods { get; set; } = "";
    public string Learned { get; set; } = "";

    /// <summary>Told in an evening; until then a draft only its teller sees in full.</summary>
    public DateTimeOffset? ToldAt { get; set; }
    public DateOnly Day { get; init; }

    /// <summary>Evenings with its teller present that had no time for it.</summary>
    public int TimesCarried { get; set; }

    public void Write(StoryText said) => (Stage, How, Methods, Learned) = (said.Stage, said.How.Trim(), said.Methods.Trim(), said.Learned.Trim());

    /// <summary>What listeners do with a story: thank, try. Not before it was told, and not with one's own.</summary>
    /// <exception cref="Refusal"><c>story.not-told</c> · <c>story.own</c></exception>
    public void MustBeHeardBy(Me me)
    {
        if (MemberId == me.Id) throw new Refusal("story.own", "This is your own story.");
        if (ToldAt is null) throw new Refusal("story.not-told", "This story has not been told yet.");
    }
}

/// <summary>A thank-you from one who heard it; one a listener.</summary>
sealed class StoryThanks : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid StoryId { get; init; }
    public Guid MemberId { get; init; }
    public DateTimeOffset At { get; init; }
}

sealed class StoryMap : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> story)
    {
        story.ToTable("stories");
        story.Property(s => s.CustomerName).HasMaxLength(40);
        story.Property(s => s.How).HasMaxLength(1000);
        story.Property(s => s.Methods).HasMaxLength(500);
        story.Property(s => s.Learned).HasMaxLength(500);
        story.HasIndex(s => new { s.OrgId, s.TeamId, s.Day });
        story.HasIndex(s => new { s.OrgId, s.DealId });
    }
}

sealed class StoryThanksMap : IEntityTypeConfiguration<StoryThanks>
{
    public void Configure(EntityTypeBuilder<StoryThanks> thanks)
    {
        thanks.ToTable("story_thanks").HasIndex(t => new { t.OrgId, t.StoryId, t.MemberId }).IsUnique();
        thanks.HasOne<Story>().WithMany().HasForeignKey(t => new { t.OrgId, t.StoryId }).OnDelete(DeleteBehavior.Cascade);
    }
}
