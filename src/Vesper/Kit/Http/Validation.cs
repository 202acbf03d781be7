using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Vesper.Kit.Http;

/// <summary>
/// Checks the attributes of what a request brings, before the handler sees it: 400 <c>request.invalid</c> with every fault named.
/// ASP.NET Core's own AddValidation passes over internal types, and all of ours are.
/// </summary>
static class Validation
{
    public static ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var faults = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var argument in context.Arguments)
            if (IsInput(argument)) Check(argument!, "", faults);
        return faults.Count == 0
            ? next(context)
            : ValueTask.FromResult<object?>(TypedResults.ValidationProblem(faults.ToDictionary(fault => fault.Key, fault => fault.Value.ToArray())));
    }

    static void Check(object input, string path, Dictionary<string, List<string>> faults)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), found, validateAllProperties: true);
        foreach (var fault in found)
            foreach (var member in fault.MemberNames.DefaultIfEmpty(""))
                Note(faults, path + JsonNamingPolicy.CamelCase.ConvertName(member), fault.ErrorMessage ?? "is not valid");

        foreach (var property in input.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
            switch (property.GetValue(input))
            {
                case string text when text.Contains('\0', StringComparison.Ordinal):
                    Note(faults, path + JsonNamingPolicy.CamelCase.ConvertName(property.Name), "holds a zero character"); // PostgreSQL cannot keep it
                    break;
                case IEnumerable items and not string:
                    var i = 0;
                    foreach (var item in items.Cast<object?>().Where(IsInput)) Check(item!, $"{path}{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}[{i++}].", faults);
                    break;
                case { } part when IsInput(part):
                    Check(part, $"{path}{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}.", faults);
                    break;
            }
    }

    static void Note(Dictionary<string, List<string>> faults, string where, string what)
    {
        if (!faults.TryGetValue(where, out var list)) faults[where] = list = [];
        list.Add(what);
    }

    /// <summary>Our own records of the wire: they come from the body and are never services.</summary>
    static bool IsInput(object? value) =>
        value?.GetType() is { IsClass: true, Namespace: { } space } type && space.StartsWith("Vesper.", StringComparison.Ordinal)
        && type.IsSealed && type.GetMethod("<Clone>$") is not null && value is not Access.Me;
}
