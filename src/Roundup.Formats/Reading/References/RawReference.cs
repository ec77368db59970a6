namespace Roundup.Formats.Reading.References;

/// <summary>An entry of a reference list before anybody asks what its fields mean: BibTeX's by name, RIS's by tag.</summary>
/// <param name="Type">In lower case: <c>article</c>, <c>jour</c>.</param>
/// <param name="Key">What BibTeX cites it by; empty in RIS.</param>
/// <param name="Fields">In order; a name may come again. Names in lower case.</param>
internal sealed record RawReference(string Type, string Key, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The first of the named fields that says something; empty for none.</summary>
    public string First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            foreach (var field in Fields)
                if (field.Name == name && !string.IsNullOrWhiteSpace(field.Value)) return field.Value;
        return "";
    }

    public IEnumerable<string> All(params string[] names) =>
        names.SelectMany(name => Fields.Where(field => field.Name == name && !string.IsNullOrWhiteSpace(field.Value)).Select(field => field.Value));
}
