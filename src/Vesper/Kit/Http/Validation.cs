using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Vesper.Kit.Http;

/// <summary>
/// Checks the attributes of what a request brings, before the handler sees it: 400 <c>request.invalid</c> with every fault named.
/// ASP.NET Core's own AddValidation passes over internal types, and all of ours are.
/// </summary>
static class Validation
{
    static readonly ConcurrentDictionary<Type, Part[]?> Known = new();

    public static ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Dictionary<string, List<string>>? faults = null;
        foreach (var argument in context.Arguments)
            if (argument is not null && PartsOf(argument.GetType()) is { Length: > 0 } parts) Check(argument, parts, "", ref faults);
        return faults is null
            ? next(context)
            : ValueTask.FromResult<object?>(TypedResults.ValidationProblem(faults.ToDictionary(fault => fault.Key, fault => fault.Value.ToArray())));
    }

    static void Check(object input, Part[] parts, string path, ref Dictionary<string, List<string>>? faults)
    {
        foreach (var part in parts)
        {
            var value = part.Property.GetValue(input);
            foreach (var fault in part.Faults(input, value)) Note(ref faults, path + part.Name, fault);
            switch (value)
            {
                case string text when text.Contains('\0', StringComparison.Ordinal):
                    Note(ref faults, path + part.Name, "holds a zero character"); // PostgreSQL cannot keep it
                    break;
                case IEnumerable items and not string:
                    var i = 0;
                    foreach (var item in items)
                        if (item is not null && PartsOf(item.GetType()) is { } deeper) Check(item, deeper, $"{path}{part.Name}[{i++}].", ref faults);
                    break;
                case not null when PartsOf(value.GetType()) is { } deeper:
                    Check(value, deeper, $"{path}{part.Name}.", ref faults);
                    break;
            }
        }
    }

    static void Note(ref Dictionary<string, List<string>>? faults, string where, string what)
    {
        faults ??= new(StringComparer.Ordinal);
        if (!faults.TryGetValue(where, out var list)) faults[where] = list = [];
        list.Add(what);
    }

    /// <summary>What there is to check of a type, found out once; null for what is no input.</summary>
    static Part[]? PartsOf(Type type) => Known.GetOrAdd(type, static type => !IsInput(type) ? null
        : [.. type.GetProperties().Where(property => property.GetIndexParameters().Length == 0).Select(property => new Part(property)).Where(part => part.Matters)]);

    /// <summary>Our own records of the wire: they come from the body and are never services.</summary>
    static bool IsInput(Type type) =>
        type is { IsClass: true, IsSealed: true, Namespace: { } space } && space.StartsWith("Vesper.", StringComparison.Ordinal) && type.GetMethod("<Clone>$") is not null && type != typeof(Access.Me);

    sealed class Part(PropertyInfo property)
    {
        // A missing value is that and nothing else, so this is asked first and alone.
        readonly RequiredAttribute? _required = property.GetCustomAttribute<RequiredAttribute>();
        readonly ValidationAttribute[] _rules = [.. property.GetCustomAttributes<ValidationAttribute>().Where(rule => rule is not RequiredAttribute)];

        public PropertyInfo Property => property;

        public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

        /// <summary>A plain value without a rule can hold nothing wrong.</summary>
        public bool Matters => _required is not null || _rules.Length > 0 || !property.PropertyType.IsValueType;

        public List<string> Faults(object input, object? value)
        {
            if (_required is null && _rules.Length == 0) return [];
            var context = new ValidationContext(input) { MemberName = property.Name };
            if (_required?.GetValidationResult(value, context) is { } missing) return [Text(missing)];
            return [.. _rules.Select(rule => rule.GetValidationResult(value, context)).OfType<ValidationResult>().Select(Text)];
        }

        static string Text(ValidationResult fault) => fault.ErrorMessage ?? "is not valid";
    }
}
