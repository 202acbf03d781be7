using System.ComponentModel.DataAnnotations;

namespace Vesper.Journals;

/// <summary>
/// Her part of a day. TemplateId: the version the extra fields were shown with. BasedOn: the version of the journal this text was written on, 0 for a first one;
/// a second phone with an older one is told.
/// </summary>
sealed record NewJournal(
    DateOnly Day,
    [property: MaxLength(300)] string? Win = null,
    [property: MaxLength(300)] string? Block = null,
    Guid? BlockCustomerId = null,
    [property: MaxLength(300)] string? Support = null,
    Guid? TemplateId = null,
    [property: MaxLength(12)] IReadOnlyList<FieldAnswer>? Answers = null,
    [property: Range(0, 1_000_000)] int BasedOn = 0);

sealed record NewAddendum([property: MaxLength(300)] string Text);

/// <summary>A coaching note, with a promise if one was made.</summary>
sealed record NewReply([property: Required, MaxLength(500)] string Text, NewPromise? Promise = null);

/// <summary>DueOn: from today to a year ahead.</summary>
sealed record NewPromise(PromiseBy By, [property: Required, MaxLength(200)] string Text, DateOnly DueOn);

/// <summary>Version: the one that was edited; somebody else's newer one is not overwritten.</summary>
sealed record NewTemplate([property: Range(0, 1_000_000)] int Version, [property: MaxLength(12)] IReadOnlyList<TemplateField> Fields);

/// <summary>Id null: no organisation has written a template yet. Fields: how many still fit three minutes.</summary>
sealed record TemplateView(Guid? Id, int Version, IReadOnlyList<TemplateField> Fields, int Sensible)
{
    public static TemplateView Of(JournalTemplate? template, JournalOptions options) => new(template?.Id, template?.Version ?? 0, template?.Fields ?? [], options.Fields);
}

/// <summary>One day of one's own: what the system knows, what was written, and whether it still may be. Late: a workday before this one whose journal may still be written.</summary>
sealed record JournalDayView(
    DateOnly Day, DateOnly Next, JournalWindow Window, IReadOnlyList<JournalLine> Lines, JournalView? Journal, TemplateView Template, DateOnly? Late);

/// <summary>A journal as its writer, who leads her, or (shared) a teammate reads it. Replies are for the first two only.</summary>
sealed record JournalView(
    Guid Id, Guid MemberId, string MemberName, bool Own, DateOnly Day, string Win, string Block, Guid? BlockCustomerId, string BlockCustomerName, string Support,
    IReadOnlyList<AnsweredField> Extra, IReadOnlyList<JournalLine> Lines, DateOnly Next, IReadOnlyList<TomorrowVisit> Tomorrow, string Addendum,
    DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt, int Version, bool Shared, bool MayReply, IReadOnlyList<ReplyView> Replies);

sealed record AnsweredField(Guid Id, string Label, FieldKind Kind, string Value);

/// <summary>A visit of the day plan, as it stands now.</summary>
sealed record TomorrowVisit(Guid Id, string CustomerName, string Purpose);

sealed record ReplyView(Guid Id, Guid AuthorId, string AuthorName, string Text, DateTimeOffset At, AgreedView? Promise);

sealed record AgreedView(PromiseBy By, string Text, DateOnly DueOn);

/// <summary>A journal in a list. Answered is told of what was answered, and nothing of what was not.</summary>
sealed record JournalRow(
    Guid Id, Guid MemberId, string MemberName, DateOnly Day, string Win, string Block, string BlockCustomerName, string Support, DateTimeOffset SubmittedAt, bool Answered, bool Shared);
