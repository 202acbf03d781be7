using Vesper.Kit.Live;

namespace Vesper.Journals;

/// <summary>A journal was submitted or amended. To its writer and to who answers it: ids only.</summary>
sealed record JournalSubmitted(Guid JournalId, Guid MemberId, DateOnly Day) : IEvent
{
    public string Type => "journal.submitted";
}

/// <summary>Somebody answered. The promise in it, if there is one, becomes a commitment.</summary>
sealed record JournalAnswered(Guid JournalId, Guid ReplyId, Guid MemberId) : IEvent
{
    public const string Name = "journal.answered";

    public string Type => Name;
}

/// <summary>Its writer showed it to her team.</summary>
sealed record JournalShared(Guid JournalId, Guid MemberId, Guid TeamId) : IEvent
{
    public const string Name = "journal.shared";

    public string Type => Name;
}

/// <summary>Its writer took it back from the team's feed.</summary>
sealed record JournalUnshared(Guid JournalId, Guid MemberId, Guid TeamId) : IEvent
{
    public const string Name = "journal.unshared";

    public string Type => Name;
}

/// <summary>A proposal for the archive was accepted by its rep.</summary>
sealed record ProposalAccepted(Guid ProposalId, Guid CustomerId) : IEvent
{
    public const string Name = "proposal.accepted";

    public string Type => Name;
}

sealed record JournalTemplateChanged(int Version) : IEvent
{
    public string Type => "journal-template.changed";
}
