namespace Vesper.Evenings;

/// <summary>What one line of the agenda is. There is none for ranks, numbers or penalties.</summary>
enum AgendaKind { Mood, SpokenRound, Commitments, Questions, Case, Story, Checkout }
