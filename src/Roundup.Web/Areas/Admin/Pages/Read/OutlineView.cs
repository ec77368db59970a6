using Roundup.Formats.Reading;
using Roundup.Model.Importing;

namespace Roundup.Web.Areas.Admin.Pages.Read;

/// <summary>What was read, as it is shown and as it comes back: one row a line, in the order of the paste.</summary>
public sealed class OutlineView
{
    public List<Row> Lines { get; set; } = [];

    /// <summary>The number of the issue that the papers are for; null for a new one.</summary>
    public int? Issue { get; set; }

    /// <summary>The same lines put together.</summary>
    public ImportedIssue Read { get; private set; } = new();

    public static OutlineView Of(Reading reading, int? issue) => new()
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
