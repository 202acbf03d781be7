using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Vesper.Kit.Http;

namespace Vesper.Journals;

/// <summary>What was answered to an extra field: a text, one of the choices, a number with a point, or yes · no.</summary>
sealed record FieldAnswer(Guid FieldId, [property: MaxLength(300)] string Value)
{
    public static IReadOnlyList<FieldAnswer> Given(IReadOnlyList<FieldAnswer>? answers) =>
        [.. (answers ?? []).Select(answer => answer with { Value = answer.Value.Plain() }).Where(answer => answer.Value.Length > 0)];

    /// <summary>Answers fit the version of the template they were written with, also when a newer one stands by now.</summary>
    /// <exception cref="Refusal"><c>journal.field-unknown</c> · <c>journal.field-required</c> · <c>journal.field-value</c></exception>
    public static void Check(IReadOnlyList<FieldAnswer> answers, IReadOnlyList<TemplateField> fields)
    {
        if (answers.DistinctBy(answer => answer.FieldId).Count() < answers.Count || answers.Any(answer => fields.All(field => field.Id != answer.FieldId)))
            throw new Refusal("journal.field-unknown", "An answer belongs to no field of this journal.");
        foreach (var field in fields)
        {
            var value = answers.FirstOrDefault(answer => answer.FieldId == field.Id)?.Value;
            if (value is null && field.Required) throw new Refusal("journal.field-required", $"{field.Label} wants an answer.");
            if (value is not null && !Fits(value, field)) throw new Refusal("journal.field-value", $"{field.Label} cannot be answered so.");
        }
    }

    static bool Fits(string value, TemplateField field) => field.Kind switch
    {
        FieldKind.Choice => field.Choices.Contains(value),
        FieldKind.Number => value.Length <= 15 && decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        FieldKind.YesNo => value is "yes" or "no",
        _ => true,
    };
}
