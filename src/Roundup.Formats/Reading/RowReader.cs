using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Reads a table's row: which cell holds the title, and what the others hold by the names of their columns.</summary>
internal sealed partial class RowReader(LeadFinder finder)
{
    public Lead? Find(Block row)
    {
        var named = Enumerable.Range(0, row.Cells.Count).FirstOrDefault(at => at < row.Columns.Count && TitleColumn().IsMatch(Name(row, at)), -1);
        if (named >= 0 && InCell(row, named) is { } lead) return lead;
        if (named >= 0 && AsItStands(row, named) is { } plain) return plain;
        return Enumerable.Range(0, row.Cells.Count).Where(at => at != named).Select(at => InCell(row, at)).Where(each => each is not null)
            .OrderByDescending(each => (each!.IsPaper, each.Form is LeadForm.Link or LeadForm.Bold, LeadFinder.WordCount(each.Title) > 2)).FirstOrDefault();
    }

    /// <summary>What the column's name says of its cells; null where it has none or an unknown one.</summary>
    public static LineRole? RoleOf(Block row, int cell)
    {
        var name = Name(row, cell);
        return Labels.Known(name)?.Kind switch
        {
            LabelKind.Authors => LineRole.Authors,
            LabelKind.Abstract => LineRole.Abstract,
            LabelKind.Opinion => LineRole.Opinion,
            LabelKind.Summary => LineRole.Text,
            LabelKind.Links => LineRole.Links,
            _ => SummaryColumn().IsMatch(name) ? LineRole.Text : null,
        };
    }

    /// <summary>Whether a table's first row says what its columns hold.</summary>
    public static bool NameColumns(IReadOnlyList<string> cells)
    {
        var names = cells.Select(cell => InlineText.PlainOf(cell).Trim()).ToArray();
        return names.All(name => name.Length < 40) && names.Count(name => TitleColumn().IsMatch(name) || SummaryColumn().IsMatch(name) || Labels.Known(name) is not null) > 1;
    }

    public static string Name(Block row, int cell) => cell < row.Columns.Count ? InlineText.PlainOf(row.Columns[cell]).Trim() : "";

    public static bool IsNumber(string cell) => NumberPattern().IsMatch(cell);

    private Lead? InCell(Block row, int cell)
    {
        var text = row.Cells[cell];
        var from = 0;
        foreach (var line in text.Split('\n'))
        {
            var lead = finder.FindIn(new InlineText(line), BlockKind.Row);
            if (lead is not null)
            {
                var isPaper = lead.IsPaper || row.Cells.Any(each => finder.PointsAtPaper(each));
                return lead with { Start = lead.Start + from, End = lead.End + from, Cell = cell, IsPaper = isPaper };
            }

            from += line.Length + 1;
        }

        return null;
    }

    private Lead? AsItStands(Block row, int cell)
    {
        var text = row.Cells[cell];
        var plain = InlineText.PlainOf(text).Trim();
        if (plain.Length is < 2 or > 300 || IsNumber(plain) || LinkWords.AreGeneric(plain)) return null;
        return new Lead(LeadForm.Plain, 0, text.Length, plain, row.Cells.Any(each => finder.PointsAtPaper(each))) { Cell = cell };
    }

    [GeneratedRegex(@"^(paper( title| name)?s?|titles?|name|article|publication|paper/?link|titel|titre|título|titolo|论文|标题|题目|タイトル|論文|제목|заголовок|название)$", RegexOptions.IgnoreCase)]
    private static partial Regex TitleColumn();

    [GeneratedRegex(@"^(summary|description|about|what|tl;?dr|details|content|key idea.*|notes?|zusammenfassung|beschreibung)$", RegexOptions.IgnoreCase)]
    private static partial Regex SummaryColumn();

    [GeneratedRegex(@"^\W*\d{0,4}\W*$")]
    private static partial Regex NumberPattern();
}
