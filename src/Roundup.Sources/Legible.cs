using System.Text;

namespace Roundup.Sources;

/// <summary>A text as a reader sees it: without characters that can't be seen, full-width letters and digits as plain ones.</summary>
internal sealed class Legible
{
    private readonly string _original;

    /// <summary>Where each character stood; null where none was left out.</summary>
    private readonly int[]? _places;

    private Legible(string original, string text, int[]? places) => (_original, Text, _places) = (original, text, places);

    public string Text { get; }

    /// <summary>Linear; the text itself where nothing had to be changed.</summary>
    public static Legible Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '~')) return new(text, text, null);

        var (plain, places) = (new StringBuilder(text.Length), new int[text.Length]);
        for (var at = 0; at < text.Length; at++)
        {
            if (Pasted.IsInvisible(text[at])) continue;
            places[plain.Length] = at;
            plain.Append(Pasted.Narrow(text[at]));
        }
        return new(text, plain.ToString(), plain.Length == text.Length ? null : places);
    }

    /// <summary>The same characters as they were pasted.</summary>
    public (int Start, string Text) AsPasted(int start, int length)
    {
        if (_places is null) return (start, _original.Substring(start, length));
        if (length is 0) return (0, "");

        var (from, to) = (_places[start], _places[start + length - 1] + 1);
        return (from, _original[from..to]);
    }
}
