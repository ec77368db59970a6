using System.Text.Json;

namespace Roundup.Sources.Pages;

/// <summary>The objects in a page's JSON-LD, in order, those in arrays and in @graph too; what is only referred to by its @id is looked up.</summary>
/// <remarks>Depth, size, and the number of objects looked at are bounded: a page may send anything.</remarks>
internal sealed class JsonLdThings
{
    private const int MaxDepth = 48;
    private const int MostScripts = 20;
    private const int MostThings = 5000;
    private const int MostValues = PageNames.MostAuthors;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    private readonly List<JsonElement> _all = [];
    private readonly Dictionary<string, JsonElement> _byId = [];

    private JsonLdThings() { }

    public IReadOnlyList<JsonElement> All => _all;

    public static JsonLdThings Read(IEnumerable<string> scripts)
    {
        var things = new JsonLdThings();
        foreach (var script in scripts.Take(MostScripts))
            if (Parsed(script) is { } root) things.Collect(root, 0);
        return things;
    }

    /// <summary>Null for what is no JSON.</summary>
    public static JsonElement? Parsed(string script)
    {
        // Some wrap it in a comment or CDATA, for browsers of the last century.
        script = script.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        var (start, end) = (script.AsSpan().IndexOfAny('{', '['), script.AsSpan().LastIndexOfAny('}', ']'));
        if (start < 0 || end < start) return null;
        try
        {
            using var document = JsonDocument.Parse(script.AsMemory(start, end - start + 1), Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool IsA(JsonElement thing, string type) =>
        thing.TryGetProperty("@type", out var types)
        && (Is(types, type) || (types.ValueKind is JsonValueKind.Array && types.EnumerateArray().Take(10).Any(one => Is(one, type))));

    /// <summary>The first of these properties that says anything, as plain text; of an object its name, of a list its first.</summary>
    public string Text(JsonElement thing, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            foreach (var text in Texts(thing, name))
                if (PageText.OfMarkup(text) is { Length: > 0 } plain) return plain;
        return "";
    }

    /// <summary>All values of these properties, as written: strings and numbers, and of objects what they are called.</summary>
    public IEnumerable<string> Texts(JsonElement thing, params string[] names) =>
        names.SelectMany(name => Values(thing, name)).Select(value => Said(value, "name", "value", "contentUrl", "url", "@value", "@id")).Where(text => text is not "");

    /// <summary>The names of people or organisations under the first of these properties that has any.</summary>
    public IReadOnlyList<string> Names(JsonElement thing, params string[] properties) =>
        properties.Select(property => (IReadOnlyList<string>)[.. Values(thing, property).Select(Name).Where(name => name is not "")]).FirstOrDefault(names => names is not []) ?? [];

    /// <summary>The object under a property, the first where there are several.</summary>
    public JsonElement? Part(JsonElement thing, string name) =>
        Values(thing, name).Where(value => value.ValueKind is JsonValueKind.Object).Select(value => (JsonElement?)value).FirstOrDefault();

    private string Name(JsonElement person)
    {
        if (Said(person, "name") is { Length: > 0 } name) return name;
        return person.ValueKind is JsonValueKind.Object ? $"{String(person, "givenName")} {String(person, "familyName")}".Trim() : "";
    }

    private IEnumerable<JsonElement> Values(JsonElement thing, string name)
    {
        if (thing.ValueKind is not JsonValueKind.Object || !thing.TryGetProperty(name, out var value)) return [];
        return value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Take(MostValues).Select(Whole) : [Whole(value)];
    }

    /// <summary>{"@id": "#jane"} stands for the object that has this @id.</summary>
    private JsonElement Whole(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object && !value.TryGetProperty("name", out _) && _byId.TryGetValue(String(value, "@id"), out var whole) ? whole : value;

    private static string Said(JsonElement value, params ReadOnlySpan<string> names)
    {
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number) return Scalar(value);
        if (value.ValueKind is not JsonValueKind.Object) return "";

        foreach (var name in names)
            if (String(value, name) is { Length: > 0 } text) return text;
        return "";
    }

    private static string String(JsonElement thing, string name)
    {
        if (!thing.TryGetProperty(name, out var value)) return "";
        if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        return value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? Scalar(value) : "";
    }

    private static string Scalar(JsonElement value)
    {
        try
        {
            return (value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText()).Trim();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which the platform refuses to make a string of.
            return "";
        }
    }

    private static bool Is(JsonElement value, string type)
    {
        if (value.ValueKind is not JsonValueKind.String) return false;
        var text = Scalar(value);
        return text == type || text.EndsWith($"/{type}", StringComparison.Ordinal) || text.EndsWith($":{type}", StringComparison.Ordinal);
    }

    private void Collect(JsonElement value, int depth)
    {
        if (_all.Count >= MostThings || depth > MaxDepth) return;
        if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Collect(item, depth + 1);
        }
        else if (value.ValueKind is JsonValueKind.Object)
        {
            _all.Add(value);
            if (String(value, "@id") is { Length: > 0 } id && value.TryGetProperty("@type", out _)) _byId.TryAdd(id, value);
            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "author", "creator", "isPartOf"])
                if (value.TryGetProperty(name, out var inner)) Collect(inner, depth + 1);
        }
    }
}
