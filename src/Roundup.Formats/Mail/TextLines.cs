using System.Text;
using Roundup.Formats.Writing;
using Roundup.Model.Text;

namespace Roundup.Formats.Mail;

/// <summary>A page of plain text: lines of at most 72 columns (RFC 3676 asks for 78), words never cut, addresses neither.</summary>
/// <param name="whole">A link's address as it leads there from anywhere; null for one that leads nowhere.</param>
internal sealed class TextLines(Func<string, string?> whole)
{
    private const int Columns = 72;

    private readonly StringBuilder _page = new();
    private readonly Dictionary<string, int> _notes = [];
    private int _noted;

    public void Gap()
    {
        if (_page.Length > 0 && !EndsWithGap) _page.Append('\n');
    }

    public void Line(string text) => Wrap(Written.Line(text), "", "");

    /// <summary>A line whose next ones stand below its words.</summary>
    public void Item(string mark, string text) => Wrap(Written.Line(text), mark, new string(' ', mark.Length));

    public void Heading(string text, char under)
    {
        var line = Written.Line(text);
        Wrap(line, "", "");
        if (line is not "") _page.Append(under, Math.Min(Width(line), Columns)).Append('\n');
        Gap();
    }

    public void Rule()
    {
        Gap();
        _page.Append('-', Columns).Append('\n');
        Gap();
    }

    /// <summary>Stored HTML as text; each paragraph is followed by an empty line.</summary>
    public void Prose(SafeHtml html, string quote = "") => new TextProse(this, quote).Write(html);

    /// <summary>The number by which words refer to an address; 0 for one that leads nowhere.</summary>
    public int Note(string address)
    {
        if (whole(address) is not { } known) return 0;
        if (_notes.TryGetValue(known, out var number)) return number;

        _notes.Add(known, ++_noted);
        return _noted;
    }

    /// <summary>The addresses that were referred to since the last ones.</summary>
    public void Notes()
    {
        foreach (var (address, number) in _notes) _page.Append('[').Append(number).Append("] ").Append(Written.Address(address)).Append('\n');
        if (_notes.Count > 0) Gap();
        _notes.Clear();
    }

    /// <param name="first">What the first line begins with.</param>
    /// <param name="rest">What the others begin with.</param>
    public void Wrap(string line, string first, string rest)
    {
        if (line is "") return;

        var (room, used) = (Columns - first.Length, 0);
        _page.Append(first);
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts))
        {
            var width = Width(word.Text);
            if (used > 0 && used + width + (word.IsNew ? 1 : 0) > room)
            {
                TrimEnd();
                _page.Append('\n').Append(rest);
                (room, used) = (Columns - rest.Length, 0);
            }

            if (used > 0 && word.IsNew) _page.Append(' ');
            used += width + (used > 0 && word.IsNew ? 1 : 0);
            _page.Append(word.Text);
        }

        _page.Append('\n');
    }

    /// <summary>As it stands.</summary>
    public void Verbatim(string line)
    {
        _page.Append(line.TrimEnd());
        TrimEnd();
        _page.Append('\n');
    }

    public override string ToString() => $"{_page.ToString().TrimEnd()}\n";

    private bool EndsWithGap => _page.Length > 1 && _page[^1] is '\n' && _page[^2] is '\n';

    private void TrimEnd()
    {
        while (_page.Length > 0 && _page[^1] is ' ') _page.Length--;
    }

    // Chinese and Japanese have no blanks: there a line may end behind each sign.
    private static IEnumerable<(string Text, bool IsNew)> Parts(string word)
    {
        var start = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (!IsWide(word[at]) || at + 1 == word.Length || "、。，．！？」』）】：；".Contains(word[at + 1])) continue;
            yield return (word[start..(at + 1)], start == 0);
            start = at + 1;
        }

        yield return (word[start..], start == 0);
    }

    private static int Width(string text) => text.Length + text.Count(IsWide);

    private static bool IsWide(char sign) => sign is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60';
}
