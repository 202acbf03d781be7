using System.ComponentModel.DataAnnotations;

namespace Vesper.Field;

/// <summary>火力支持. On the line of a visit that wants help the text may stay empty; from a doorway it says what is needed. VisitId or CustomerId: where she stands.</summary>
sealed record NewHelpCall([property: MaxLength(300)] string? Text = null, Guid? VisitId = null, Guid? CustomerId = null);

/// <summary>
/// A call as the asker and those it rings see it: only what it names. Rings: it is for me to answer. Answers: the words that came.
/// </summary>
sealed record HelpCallView(
    Guid Id, string MemberName, string TeamName, string CustomerName, string Text, ClockView Clock, HelpState State, bool Own, bool Rings, IReadOnlyList<CommentView> Answers);
