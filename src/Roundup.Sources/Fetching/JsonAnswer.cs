using System.Globalization;
using System.Text.Json;
using Roundup.Model.Papers;

namespace Roundup.Sources.Fetching;

/// <summary>
/// A place in a source's answer. Whatever is asked of it, nothing throws: a part that is missing, or of another type than expected, reads as
/// nothing, so that one odd field costs no more than itself.
/// </summary>
internal readonly struct JsonAnswer
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    private readonly JsonElement _at;

    private JsonAnswer(JsonElement at) => _at = at;

    /// <exception cref="SourceException">It is no JSON object: not JSON at all, cut off, nested beyond reason.</exception>
    public static JsonAnswer Read(SourceTerms source, ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8)) body = body[3..];
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            return document.RootElement.ValueKind is JsonValueKind.Object ? new(document.RootElement.Clone()) : throw Unreadable(source);
        }
        catch (JsonException e)
        {
            throw Unreadable(source, e);
        }
    }

    public static SourceException Unreadable(SourceTerms source, Exception? inner = null) =>
        new(source.Name, $"{source.Name} answered with something else than a paper's details. Try again later, or paste the details instead.", inner);

    public bool IsObject => _at.ValueKind is JsonValueKind.Object;

    public bool IsList => _at.ValueKind is JsonValueKind.Array;

    public bool IsTrue => _at.ValueKind is JsonValueKind.True;

    /// <summary>The part of that name; of several the last.</summary>
    public JsonAnswer this[string name] => IsObject && Sound(at => at.TryGetProperty(name, out var part) ? part : default, _at) is { } found ? new(found) : default;

    /// <summary>A list's members. What stands alone where others send a list is a list of one.</summary>
    public IEnumerable<JsonAnswer> Items => _at.ValueKind switch
    {
        JsonValueKind.Array => _at.EnumerateArray().Select(item => new JsonAnswer(item)),
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => [this],
    };

    public JsonAnswer First => Items.FirstOrDefault();

    /// <summary>An object's parts.</summary>
    public IEnumerable<(string Name, JsonAnswer Part)> Parts => !IsObject ? [] :
        from part in _at.EnumerateObject()
        let name = Sound(p => p.Name, part)
        where name is not null
        select (name, new JsonAnswer(part.Value));

    /// <summary>
    /// A string, or a number as written, trimmed and without control characters, which no database takes; "" for anything else.
    /// </summary>
    public string Text
    {
        get
        {
            var text = _at.ValueKind switch
            {
                JsonValueKind.String => Sound(at => at.GetString(), _at),
                JsonValueKind.Number => _at.GetRawText(),
                _ => null,
            };
            if (text is null) return "";
            return text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.Contains('\u007F')
                ? new string([.. text.Where(c => !char.IsControl(c) || char.IsWhiteSpace(c))]).Trim()
                : text.Trim();
        }
    }

    /// <summary>A whole number, bare or in quotes.</summary>
    public int? Number => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The day of a timestamp or a date, ISO 8601; of a month or a year its first.</summary>
    public DateOnly? Day => Text is var text && text.Length >= 4 && !text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9')
        ? DayOf(text.Split('T', ' ')[0].Split('-').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0))
        : null;

    /// <summary>The day of Crossref's <c>{"date-parts":[[2014,10,27]]}</c>; null for its <c>[[null]]</c>.</summary>
    public DateOnly? DateParts => DayOf(this["date-parts"].First.Items.Select(part => part.Number ?? 0));

    /// <summary>The day of a moment in milliseconds since 1970.</summary>
    public DateOnly? Moment => _at.ValueKind is JsonValueKind.Number && _at.TryGetInt64(out var milliseconds) && milliseconds is > 0 and < 100_000_000_000_000
        ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime)
        : null;

    /// <summary>An address that a reader may be sent to, also where its ampersands are escaped; null for anything else.</summary>
    public string? Address => Text.Replace("&amp;", "&", StringComparison.Ordinal) is var text && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) && Roundup.Model.Text.WebAddress.IsOne(text) ? text : null;

    private static DateOnly? DayOf(IEnumerable<int> parts)
    {
        var (year, month, day) = parts.Take(3).ToList() is var p && p is [] ? (0, 0, 0) : (p[0], p.ElementAtOrDefault(1), p.ElementAtOrDefault(2));
        if (year is < 1000 or > 2999) return null;
        if (month is < 1 or > 12) return new(year, 1, 1);
        return new(year, month, day >= 1 && day <= DateTime.DaysInMonth(year, month) ? day : 1);
    }

    // Half a surrogate pair, or bytes that are no UTF-8, only show when the text is read.
    private static TRead? Sound<TRead, TAt>(Func<TAt, TRead?> read, TAt at)
    {
        try
        {
            return read(at);
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
