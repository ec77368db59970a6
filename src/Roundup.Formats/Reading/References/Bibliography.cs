using Roundup.Model.Papers;

namespace Roundup.Formats.Reading.References;

/// <summary>All entries of one paste: an entry may use the macros of another, and stand in the proceedings that a third one names.</summary>
internal sealed class Bibliography
{
    /// <summary>Those of the paste; the months need none, as their macros are their names.</summary>
    private readonly Dictionary<string, string> _macros = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>In characters: a macro that is made of itself, doubled line by line, ends here.</summary>
    private const int LongestValue = 100_000;

    private readonly Dictionary<string, RawReference> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Reference> _bySource = [];
    private readonly HashSet<string> _machinery = [];

    /// <param name="sources">The entries as they stand in the paste.</param>
    /// <param name="recognise">Which paper an address or an id names; null for nobody's.</param>
    public static Bibliography Of(IEnumerable<string> sources, Func<string, PaperId?> recognise)
    {
        var library = new Bibliography();
        var texts = sources.Distinct().ToArray();
        var bibTex = texts.Select(text => (Text: text, Pieces: BibTexScanner.Pieces(text))).ToArray();
        foreach (var piece in bibTex.SelectMany(source => source.Pieces).Where(piece => piece.Type is "string")) library.Define(piece);
        var raws = bibTex.Select(source => (source.Text, Raw: library.Raw(source.Pieces) ?? RisScanner.Pieces(source.Text).FirstOrDefault()?.Raw, IsBibTex: source.Pieces.Count > 0)).ToArray();
        foreach (var raw in raws) library.Take(raw.Text, raw.Raw);
        // The same address is asked for as an id, as a link and as the paper's own.
        var known = new Dictionary<string, PaperId?>();
        PaperId? Known(string fragment) => known.TryGetValue(fragment, out var id) ? id : known[fragment] = recognise(fragment);
        var (bibTexReader, risReader) = (new BibTexReader(Known), new RisReader(Known));
        foreach (var (text, raw, isBibTex) in raws)
            if (raw is not null) library._bySource[text] = isBibTex ? bibTexReader.Read(library.WithParent(raw)) : risReader.Read(raw);
        return library;
    }

    /// <summary>What an entry says; null where the text holds none.</summary>
    public Reference? Find(string source) => _bySource.GetValueOrDefault(source);

    /// <summary>Whether the text is nothing but macros, remarks and settings of a .bib file.</summary>
    public bool IsMachinery(string source) => _machinery.Contains(source);

    private void Take(string text, RawReference? raw)
    {
        if (raw is null && ReferenceCutter.IsMachinery(text)) _machinery.Add(text);
        else if (raw is { Key: not "" }) _byKey.TryAdd(raw.Key, raw);
    }

    private void Define(BibTexPiece piece)
    {
        foreach (var (name, value) in piece.Fields) _macros[name] = Resolved(value);
    }

    private RawReference? Raw(IReadOnlyList<BibTexPiece> pieces) =>
        pieces.FirstOrDefault(piece => piece.IsReference) is { } entry ? new(entry.Type, entry.Key, [.. entry.Fields.Select(field => (field.Name, Resolved(field.Value)))]) : null;

    private string Resolved(IReadOnlyList<BibTexPart> value)
    {
        var text = string.Concat(value.Select(part => part.IsMacro ? _macros.GetValueOrDefault(part.Text, part.Text) : part.Text));
        return text.Length > LongestValue && value.Any(part => part.IsMacro) ? text[..LongestValue] : text;
    }

    /// <summary>What an entry does not say for itself, the book or the proceedings that it names say for it.</summary>
    private RawReference WithParent(RawReference raw)
    {
        if (raw.First("crossref", "xdata") is not { Length: > 0 } key || !_byKey.TryGetValue(key.Trim(), out var parent) || parent == raw) return raw;
        var own = raw.Fields.Select(field => field.Name).ToHashSet();
        var inherited = parent.Fields.Select(field => field.Name is "title" ? ("booktitle", field.Value) : field).Where(field => field.Item1 is "booktitle" or "year" or "date" or "month" or "publisher" or "series" or "volume" or "organization" && !own.Contains(field.Item1));
        return raw with { Fields = [.. raw.Fields, .. inherited] };
    }
}
