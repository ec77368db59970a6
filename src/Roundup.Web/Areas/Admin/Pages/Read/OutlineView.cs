using Roundup.Formats.Reading;
using Roundup.Model.Importing;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Web.Seen;

namespace Roundup.Web.Areas.Admin.Pages.Read;

/// <summary>What was read, as it is shown and as it comes back: one row a line, in the order of the paste.</summary>
public sealed class OutlineView
{
    /// <summary>Each is three fields of a form that has to come back, and a row that a browser has to draw.</summary>
    public const int MostLines = 10_000;

    public List<Row> Lines { get; set; } = [];

    private IReadOnlyList<Mention> _mentions = [];
    private Dictionary<string, int>? _firsts;

    /// <summary>The number of the issue that the papers are for; null for a new one.</summary>
    public int? Issue { get; set; }

    /// <summary>The same lines put together.</summary>
    public ImportedIssue Read { get; private set; } = new();

    /// <summary>For each paper that was read, where it was covered before; empty until it was asked for.</summary>
    public IReadOnlyList<Sighting?> Seen { get; private set; } = [];

    public static OutlineView Of(Formats.Reading.Reading reading, int? issue) => new()
    {
        Lines = [.. reading.Lines.Select(l => new Row { Text = l.Text, Role = l.Role, Break = l.Break, Unsure = l.Unsure })],
        Issue = issue,
        Read = reading.Issue,
    };

    /// <summary>Puts the rows together as they came back; an empty line in a row parts it into two.</summary>
    public ImportedIssue Assemble(RoundupReader reader)
    {
        Lines = [.. Lines.SelectMany(r => r.Parts())];
        return Read = reader.Assemble([.. Lines.Select(r => new Line(r.Text, r.Role, null, r.Break))]);
    }

    public async Task LookBackAsync(SeenBefore seen, PaperFinder finder, CancellationToken cancel)
    {
        _mentions = [.. Read.Entries.Select(e => Mention.Of(finder, e))];
        Seen = await seen.FindAsync(_mentions, cancel);
    }

    /// <summary>The paper, counted from 1, that stands further up and is the same as this one; null for none.</summary>
    /// <param name="paper">Counted from 0.</param>
    public int? SameAbove(int paper)
    {
        if (_firsts is null)
        {
            _firsts = [];
            for (var i = 0; i < _mentions.Count; i++)
                foreach (var name in NamesOf(_mentions[i])) _firsts.TryAdd(name, i);
        }

        if (paper >= _mentions.Count) return null;
        var first = NamesOf(_mentions[paper]).Select(n => _firsts[n]).Append(paper).Min();
        return first < paper ? first + 1 : null;
    }

    private static IEnumerable<string> NamesOf(Mention mention) =>
        mention.Ids.Select(i => i.Key).Concat(mention.Title is "" || PaperTwins.TitleKey(mention.Title) is not { Length: > 0 } key ? [] : [key]);

    public sealed class Row
    {
        public string Text { get; set; } = "";

        public LineRole Role { get; set; }

        public LineBreak Break { get; set; }

        public string? Unsure { get; set; }

        internal IEnumerable<Row> Parts()
        {
            var parts = Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < parts.Length; i++)
            {
                var follows = i > 0 && Role is LineRole.PaperTitle ? LineRole.Abstract : Role;
                yield return new Row { Text = parts[i], Role = follows, Break = i > 0 ? LineBreak.Paragraph : Break };
            }
        }
    }
}
