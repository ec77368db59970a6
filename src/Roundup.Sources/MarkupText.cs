using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Roundup.Sources;

/// <summary>
/// Text out of the markup that sources put around it: HTML, JATS (jats.nlm.nih.gov), either of them escaped once more. Sections keep their
/// headings, formulas become TeX between dollars.
/// </summary>
/// <remarks>One pass over the tags and no tree: linear in the text, whatever it nests.</remarks>
internal sealed partial class MarkupText
{
    /// <summary>In UTF-16 code units; ten times what a paper keeps. Nothing behind it is read.</summary>
    private const int MaxLength = 200_000;

    /// <summary>Each may cost an exception; no abstract has so many.</summary>
    private const int MaxFormulas = 200;

    /// <summary>What stands on lines of its own.</summary>
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        ["p", "sec", "title", "abstract", "list", "list-item", "disp-formula", "disp-quote", "label", "div", "br", "break", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "hr"]);

    /// <summary>Single words that sources set in another face, and from which they lose the blanks around.</summary>
    private static readonly FrozenSet<string> Faces = FrozenSet.ToFrozenSet(["italic", "bold", "i", "b", "em", "strong"]);

    private static readonly FrozenSet<string> Formulas = FrozenSet.ToFrozenSet(["math", "tex-math", "inline-formula", "disp-formula", "alternatives"]);

    private readonly string _markup;
    private readonly StringBuilder _plain;

    /// <summary>Where the last face began in the plain text; -1 once what follows it is written.</summary>
    private int _faceStart = -1;

    private bool _isFaceOver;
    private int _formulas;

    private MarkupText(string markup) => (_markup, _plain) = (markup, new StringBuilder(markup.Length));

    /// <summary>Plain text in one line, as <see cref="PaperText.Clean"/> leaves it; "" for nothing. Text without markup comes back as it is.</summary>
    public static string Clean(string? markup)
    {
        if (string.IsNullOrWhiteSpace(markup)) return "";

        var text = markup.Length > MaxLength ? markup[..(char.IsHighSurrogate(markup[MaxLength - 1]) ? MaxLength - 1 : MaxLength)] : markup;
        if (EscapedTag().IsMatch(text) && !Tag().IsMatch(text)) text = WebUtility.HtmlDecode(text);
        if (Tag().IsMatch(text)) text = new MarkupText(text).Read();
        // "&amp;amp;" and "&amp;lt;": escaped once by the author's system and again by the publisher's.
        for (var round = 0; round < 2 && DoubleEscaped().IsMatch(text); round++) text = text.Replace("&amp;", "&", StringComparison.Ordinal);
        text = PaperText.Clean(text);
        // "&#0;" is written without a control character and read as one.
        return text.Any(char.IsControl) ? new string([.. text.Where(c => !char.IsControl(c))]) : text;
    }

    /// <summary>The same for an abstract, without the heading that says so.</summary>
    public static string? Abstract(string? markup)
    {
        var text = Clean(markup);
        text = text[Heading().Match(text).Length..].TrimStart();
        return text is "" ? null : text;
    }

    private string Read()
    {
        var at = 0;
        while (at < _markup.Length && Tag().Match(_markup, at) is { Success: true } tag)
        {
            Write(_markup.AsSpan(at, tag.Index - at));
            at = tag.Index + tag.Length;
            var (isEnd, name) = (tag.Groups["end"].Length > 0, tag.Groups["name"].Value.ToLowerInvariant());
            if (!isEnd && Formulas.Contains(name) && _formulas++ < MaxFormulas && FormulaEnd(name, tag) is > 0 and var end)
            {
                _plain.Append(FormulaText.Of(_markup[tag.Index..end]));
                at = end;
            }
            else ReadTag(name, isEnd);
        }
        Write(_markup.AsSpan(at));
        return _plain.ToString();
    }

    private void ReadTag(string name, bool isEnd)
    {
        if (name is "title" && isEnd) EndHeading();
        else if (Blocks.Contains(name)) _plain.Append('\n');
        else if (Faces.Contains(name)) (_faceStart, _isFaceOver) = isEnd ? (_faceStart, _faceStart >= 0) : (_plain.Length, false);
        // Ten to the minus three, not a hundred and three.
        else if (name is "sup" && !isEnd && _plain.Length > 0 && char.IsAsciiDigit(_plain[^1])) _plain.Append('\u0001');
    }

    private void Write(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;

        var isRaised = _plain.Length > 0 && _plain[^1] is '\u0001';
        if (isRaised) _plain.Length--;
        if (isRaised && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '−' or '–')) _plain.Append('^');
        if (_plain.Length == _faceStart && !_isFaceOver && _plain.Length > 0 && IsWordCharacter(_plain[^1]) && text.Length > 1 && char.IsLetter(text[0]) && char.IsLetter(text[1]))
            (_faceStart, _) = (_faceStart + 1, _plain.Append(' '));
        else if (_isFaceOver && _plain.Length - _faceStart > 1 && IsWordCharacter(_plain[^1]) && char.IsLetter(text[0]) && !IsPlural(text)) _plain.Append(' ');
        if (_isFaceOver) (_faceStart, _isFaceOver) = (-1, false);
        _plain.Append(text);
    }

    /// <summary>A section's heading: "Background: We …".</summary>
    private void EndHeading()
    {
        while (_plain.Length > 0 && char.IsWhiteSpace(_plain[^1])) _plain.Length--;
        if (_plain.Length > 0 && char.IsLetterOrDigit(_plain[^1])) _plain.Append(':');
        _plain.Append('\n');
    }

    private int FormulaEnd(string name, Match tag)
    {
        if (tag.Value.EndsWith("/>", StringComparison.Ordinal)) return 0;

        var window = _markup.AsSpan(tag.Index, Math.Min(_markup.Length - tag.Index, FormulaText.MaxLength));
        foreach (var end in EndTag().EnumerateMatches(window))
            if (window.Slice(end.Index, end.Length).TrimEnd("> \n").EndsWith(name, StringComparison.OrdinalIgnoreCase)) return tag.Index + end.Index + end.Length;
        return 0;
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c);

    // <i>SMARCB1</i>s, and the th of <i>n</i>th.
    private static bool IsPlural(ReadOnlySpan<char> text) =>
        (text[0] is 's' && (text.Length is 1 || !char.IsLetter(text[1]))) || (text.StartsWith("th") && (text.Length is 2 || !char.IsLetter(text[2])));

    private const string Names =
        "p|i|b|u|em|strong|italic|bold|underline|sub|sup|sc|sec|title|abstract|list|list-item|label|div|span|br|break|hr|li|ul|ol|h[1-6]|a|tt|monospace|roman|tr|td"
        + "|ext-link|xref|uri|email|named-content|styled-content|inline-formula|disp-formula|disp-quote|alternatives|tex-math|inline-graphic|graphic"
        + "|math|mrow|mi|mn|mo|mtext|msub|msup|msubsup|mfrac|msqrt|mover|munder|mstyle|semantics|annotation|font|scp|small|inf";

    [GeneratedRegex("<(?<end>/?)(?:[a-z0-9]{1,8}:)?(?<name>" + Names + @")(?:\s[^<>]{0,2000})?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("&(?:amp;)?lt;/?(?:[a-z0-9]{1,8}:)?(?:" + Names + @")(?:\s|/?&(?:amp;)?gt;)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EscapedTag();

    [GeneratedRegex("</[^<>]{1,40}>")]
    private static partial Regex EndTag();

    [GeneratedRegex("&amp;#?[a-zA-Z0-9]{2,10};")]
    private static partial Regex DoubleEscaped();

    // "Abstract Meaning Representation is …" is no heading.
    [GeneratedRegex(@"^(?:Abstract|ABSTRACT)(?:\s*[:.—–-]\s*|\s+(?=[\p{Lu}\p{N}“""$(])(?!(?:Meaning|Syntax|Interpretation|Reasoning|Argumentation|Visual|State|Data|Concept)[\s-]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
