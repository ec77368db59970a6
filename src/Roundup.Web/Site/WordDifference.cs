namespace Roundup.Web.Site;

public enum WordFate
{
    Kept = 0,
    TakenOut = 1,
    PutIn = 2,
}

/// <summary>Consecutive words that share a fate.</summary>
public sealed record WordRun(WordFate Fate, string Words);

/// <summary>
/// What changed from one text to another, word by word: the longest common subsequence, by the book. Two abstracts are 300 words; a library would
/// be more to keep than these lines.
/// </summary>
public static class WordDifference
{
    /// <summary>Of the table, in cells: 2,000 words a side, a tenth of a second. Longer texts are shown one after the other.</summary>
    private const int CellsAtMost = 4_000_000;

    public static IReadOnlyList<WordRun> Between(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head]) head++;
        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)]) tail++;

        var fates = old[..head].Select(w => (WordFate.Kept, w))
            .Concat(Middle(old.AsSpan(head, old.Length - head - tail), now.AsSpan(head, now.Length - head - tail)))
            .Concat(old[^tail..].Select(w => (WordFate.Kept, w)));
        return Runs(fates);
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static List<(WordFate, string)> Middle(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var steps = new List<(WordFate, string)>(old.Length + now.Length);
        var common = (long)old.Length * now.Length <= CellsAtMost ? Common(old, now) : null;
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (common is not null && i < old.Length && j < now.Length && old[i] == now[j])
            {
                steps.Add((WordFate.Kept, old[i++]));
                j++;
            }
            else if (j == now.Length || (i < old.Length && (common is null || common[i + 1, j] >= common[i, j + 1]))) steps.Add((WordFate.TakenOut, old[i++]));
            else steps.Add((WordFate.PutIn, now[j++]));
        }

        return steps;
    }

    /// <summary>How many words the rest of both texts has in common, from each pair of places on.</summary>
    private static ushort[,] Common(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var common = new ushort[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private static List<WordRun> Runs(IEnumerable<(WordFate Fate, string Word)> fates)
    {
        var runs = new List<WordRun>();
        var words = new List<string>();
        var fate = WordFate.Kept;
        foreach (var step in fates)
        {
            if (step.Fate != fate) Close();
            fate = step.Fate;
            words.Add(step.Word);
        }

        Close();
        return runs;

        void Close()
        {
            if (words is not []) runs.Add(new(fate, string.Join(' ', words)));
            words.Clear();
        }
    }
}
