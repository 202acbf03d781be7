namespace Vesper.Evenings;

enum ReasonCode
{
    QuietDay, AnyDay, HardDay, SpokenRound,
    CommitmentsAnswered, CommitmentsAsked,
    AskRejections, AskStuck, AskProud, TurnsWaiting,
    HelpWanted, KpNotMet, BlockedBy, SideBySide,
    DealWon, GoodNews, GradeRaised, WantsToShare,
    Checkout, CheckoutTogether,
    OwnerAbsent, OneCaseEach, OthersWaitedLonger, OthersToldToday, OwnQuestionsFirst,
    ProvenAtStage, SameIndustry,
}

/// <summary>
/// Why something stands where it stands: a code with its values, kept with the item, and one human sentence in each language.
/// Number means what the code says (visits, people, seconds, per cent). Waited: sessions that passed it over.
/// </summary>
sealed record Reason(ReasonCode Code, int Number = 0, int Waited = 0, string? Member = null, string? Customer = null, string? Text = null)
{
    public string ZhCn => AgendaWords.ZhCn(this);
    public string En => AgendaWords.En(this);
}
