using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Vesper.Teams;

/// <summary>A name people read: not blank, on one line, without characters that cannot be seen or that turn the writing direction.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class PlainTextAttribute() : ValidationAttribute("is blank or holds characters that cannot be seen")
{
    public override bool IsValid(object? value) => value is null || (value is string text && !string.IsNullOrWhiteSpace(text) && text.EnumerateRunes().All(rune =>
        System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)));
}
