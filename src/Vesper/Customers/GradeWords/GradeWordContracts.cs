using System.ComponentModel.DataAnnotations;

namespace Vesper.Customers.GradeWords;

/// <summary>Over: the word that stood when she looked, null for none; if another stands by now she is asked to look again.</summary>
sealed record NewGradeWord([property: Required] Grade? Grade, [property: Required, MinLength(2), MaxLength(150)] string Reason, Guid? Over = null);

sealed record GradeWordView(Guid Id, Grade Grade, Grade ByRule, string Reason, string By, DateOnly Since, DateOnly? Until, bool Stands);

/// <summary>The grade in force, the rule's beside it, and every word said on it, newest first. May: I may say one. Days: how long mine would stand, null without an end.</summary>
sealed record GradeWordsView(Grade Grade, Grade ByRule, bool May, int? Days, IReadOnlyList<GradeWordView> Words);
