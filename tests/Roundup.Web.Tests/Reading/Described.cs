using System.Text.Json;

namespace Roundup.Web.Tests.Reading;

/// <summary>Compares an answer with its description: the part of JSON Schema 2020-12 that ours uses. A field that is not described is a fault too.</summary>
internal sealed class Described(JsonElement document)
{
    private static readonly string[] Keywords = ["$ref", "oneOf", "anyOf", "type", "items", "properties", "required", "format", "description"];

    public IEnumerable<string> Faults(JsonElement value, JsonElement schema, string place)
    {
        if (schema.EnumerateObject().Select(k => k.Name).FirstOrDefault(name => !Keywords.Contains(name)) is { } unknown) return [$"{place} has a rule that is not looked at here: {unknown}"];
        if (schema.TryGetProperty("$ref", out var reference)) return Faults(value, Find(reference.GetString()!), place);
        if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices))
            return choices.EnumerateArray().Any(c => !Faults(value, c, place).Any()) ? [] : [$"{place} is none of its choices"];
        if (!schema.TryGetProperty("type", out var type)) return [$"{place} has no type"];

        string[] types = type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!];
        return types.Contains(TypeOf(value)) ? Inside(value, schema, place) : [$"{place} is {TypeOf(value)}, not {string.Join(" or ", types)}"];
    }

    private IEnumerable<string> Inside(JsonElement value, JsonElement schema, string place)
    {
        if (value.ValueKind is JsonValueKind.Array) return value.EnumerateArray().SelectMany((v, n) => Faults(v, schema.GetProperty("items"), $"{place}[{n}]"));
        if (value.ValueKind is not JsonValueKind.Object) return Format(value, schema) ? [] : [$"{place} has not its format"];

        var known = schema.GetProperty("properties");
        var missing = schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(r => r.GetString()!).Where(r => !value.TryGetProperty(r, out _)) : [];
        return missing.Select(m => $"{place}.{m} is missing")
            .Concat(value.EnumerateObject().SelectMany(p => known.TryGetProperty(p.Name, out var its) ? Faults(p.Value, its, $"{place}.{p.Name}") : [$"{place}.{p.Name} is not described"]));
    }

    private static bool Format(JsonElement value, JsonElement schema) => !schema.TryGetProperty("format", out var format) || value.ValueKind is JsonValueKind.Null || format.GetString() switch
    {
        "date-time" => value.TryGetDateTimeOffset(out _),
        "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _),
        "int32" => value.TryGetInt32(out _),
        _ => true,
    };

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };

    private JsonElement Find(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(document, (at, name) => at.GetProperty(name));
}
