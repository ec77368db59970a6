using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Reads a pipe table as people write it: rows broken over lines, rows without their last pipe, tables without a ruler.</summary>
internal static partial class TableCutter
{
    /// <summary>Stands for a line break inside a cell; of Unicode's private use.</summary>
    public const char BreakInCell = '\uE000';

    private const int MostLinesOfARow = 12;

    public static (IReadOnlyList<Block> Rows, int Next) Cut(string[] lines, int start)
    {
        var rows = new List<IReadOnlyList<string>>();
        IReadOnlyList<string> columns = [];
        var at = start;
        while (at < lines.Length && lines[at].TrimStart().StartsWith('|'))
        {
            var row = lines[at++].Trim();
            for (var joined = 0; joined < MostLinesOfARow && IsBroken(row, rows, lines, at); joined++) row += " " + lines[at++].Trim();
            var cells = Cells(row);
            if (cells.All(cell => RulerPattern().IsMatch(cell)))
            {
                if (rows.Count == 1) columns = rows[0];
            }
            else
            {
                rows.Add(cells);
            }
        }

        if (columns.Count == 0 && rows.Count > 1 && RowReader.NameColumns(rows[0])) columns = rows[0];
        var body = columns.Count > 0 ? rows.Skip(1) : rows;
        return ([.. body.Select(cells => new Block(BlockKind.Row, string.Join(" | ", cells)) { Cells = cells, Columns = columns })], at);
    }

    /// <summary>The row has fewer cells than the table, and what follows is neither a row nor the end of the table.</summary>
    private static bool IsBroken(string row, List<IReadOnlyList<string>> rows, string[] lines, int next)
    {
        if (rows.Count == 0 || next >= lines.Length) return false;
        var follower = lines[next].Trim();
        if (follower.Length == 0 || follower[0] is '|' or '#') return false;
        return Cells(row).Count < rows[0].Count || !row.EndsWith('|');
    }

    private static List<string> Cells(string row)
    {
        var inside = row.AsSpan().Trim();
        inside = inside.StartsWith("|") ? inside[1..] : inside;
        if (inside.EndsWith("|") && !inside.EndsWith("\\|")) inside = inside[..^1];
        var cells = new List<string>();
        var from = 0;
        for (var at = 0; at <= inside.Length; at++)
        {
            if (at < inside.Length && (inside[at] != '|' || (at > 0 && inside[at - 1] == '\\'))) continue;
            cells.Add(inside[from..at].Trim().ToString().Replace("\\|", "|").Replace(BreakInCell, '\n'));
            from = at + 1;
        }

        return cells;
    }

    [GeneratedRegex(@"^:?-+:?$")]
    private static partial Regex RulerPattern();
}
