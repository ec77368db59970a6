using System.Text;
using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading.References;

internal sealed record RisPiece(int Start, int End, RawReference Raw);

/// <summary>Finds the entries of RIS in any text, line by line.</summary>
internal sealed partial class RisScanner(string text)
{
    private readonly List<RisPiece> _pieces = [];
    private readonly List<(string Tag, string Value)> _fields = [];
    private readonly StringBuilder _value = new();
    private string _type = "";
    private string _tag = "";
    private int _start = -1;
    private int _end;
    private bool _afterBlank;

    public static IReadOnlyList<RisPiece> Pieces(string text) => Beginning().IsMatch(text) ? new RisScanner(text).Scan() : [];

    private List<RisPiece> Scan()
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var newline ? newline : text.Length;
            Take(at, end);
            at = end + 1;
        }

        Finish();
        return _pieces;
    }

    private void Take(int start, int end)
    {
        var line = text.AsSpan(start, end - start).TrimEnd();
        if (line.IsWhiteSpace()) _afterBlank = true;
        else if (Tag().IsMatch(line)) Tagged(line, start, start + line.Length);
        else if (_start >= 0 && !_afterBlank) Continue(line, start + line.Length);
        else Finish();
    }

    private void Tagged(ReadOnlySpan<char> line, int start, int end)
    {
        var bare = line.TrimStart();
        var tag = bare[..2].ToString().ToLowerInvariant();
        var value = bare[(bare.IndexOf('-') + 1)..].Trim().ToString();
        _afterBlank = false;
        if (tag is "ty")
        {
            Finish();
            if (TypeName().IsMatch(value)) (_start, _end, _type) = (start, end, value.ToLowerInvariant());
        }
        else if (_start >= 0)
        {
            EndField();
            _end = end;
            if (tag is "er") Finish();
            else (_tag, _) = (tag, _value.Append(value));
        }
    }

    private void Continue(ReadOnlySpan<char> line, int end)
    {
        if (_tag is "") return;
        _value.Append('\n').Append(line.Trim());
        _end = end;
    }

    private void EndField()
    {
        if (_tag is not "") _fields.Add((_tag, _value.ToString()));
        _value.Clear();
        _tag = "";
    }

    private void Finish()
    {
        if (_start >= 0)
        {
            EndField();
            if (_fields.Count > 0) _pieces.Add(new RisPiece(_start, _end, new RawReference(_type, "", [.. _fields])));
        }

        _fields.Clear();
        (_start, _afterBlank) = (-1, false);
    }

    [GeneratedRegex(@"^ *TY {1,3}- *[A-Z]", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^ {0,8}[A-Z][A-Z0-9] {1,3}-(?: |$)", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("^[A-Z]{2,12}$", RegexOptions.IgnoreCase)]
    private static partial Regex TypeName();
}
