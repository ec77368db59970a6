using DiffPlex;
using Roundup.Web.Reading;

namespace Roundup.Web.Site;

public enum WordFate
{
    Kept = 0,
    TakenOut = 1,
    PutIn = 2,
}

/// <summary>Consecutive words that share a fate, with the white space between them.</summary>
public sealed record WordRun(WordFate Fate, string Words);

/// <summary>
/// What changed from one text to another, word by word (DiffPlex: Myers' algorithm). The runs that are not put in make the old text, to the last space;
/// those that are not taken out make the new one.
/// </summary>
public static class WordDifference
{
    /// <summary>
    /// Pieces of the one times pieces of the other: 2,000 words a side. What is more is compared line by line first, and word by word only where lines
    /// differ, until this is used up; the rest is shown as taken out and put in whole.
    /// </summary>
    private const long CellsAtMost = 4_000_000;

    public static IReadOnlyList<WordRun> Between(string before, string after)
    {
        var steps = new List<WordRun>();
        var budget = CellsAtMost;
        if (!TryCompare(Pieces.Words, before, after, ref budget, (old, now) => Exchange(steps, old, now), kept => steps.Add(new(WordFate.Kept, kept)))
            && !TryCompare(Pieces.Lines, before, after, ref budget, (old, now) => Refine(steps, old, now, ref budget), kept => steps.Add(new(WordFate.Kept, kept))))
            Exchange(steps, before, after);
        return Joined(steps);
    }

    /// <summary>How many words were taken out and put in.</summary>
    public static (int Out, int In) Size(IEnumerable<WordRun> runs) => runs.Aggregate((Out: 0, In: 0), (sum, run) => run.Fate switch
    {
        WordFate.TakenOut => (sum.Out + Words(run.Words), sum.In),
        WordFate.PutIn => (sum.Out, sum.In + Words(run.Words)),
        _ => sum,
    });

    // A comma that was put in is no word.
    private static int Words(string run) => run.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));

    private static void Refine(List<WordRun> steps, string before, string after, ref long budget)
    {
        if (!TryCompare(Pieces.Words, before, after, ref budget, (old, now) => Exchange(steps, old, now), kept => steps.Add(new(WordFate.Kept, kept)))) Exchange(steps, before, after);
    }

    /// <returns>False, with nothing done, where it would take too long.</returns>
    private static bool TryCompare(Pieces pieces, string before, string after, ref long budget, Action<string, string> exchange, Action<string> keep)
    {
        var (old, now) = (pieces.Chunk(before), pieces.Chunk(after));
        var (head, tail) = Common(old, now);
        var cells = (long)(old.Count - head - tail) * (now.Count - head - tail);
        if (cells > budget) return false;

        budget -= cells;
        var (from, to) = (Text(old, head, old.Count - head - tail), Text(now, head, now.Count - head - tail));
        var at = 0;
        foreach (var block in Differ.Instance.CreateDiffs(from, to, ignoreWhiteSpace: false, ignoreCase: false, pieces).DiffBlocks)
        {
            keep(Text(old, at, head + block.DeleteStartA - at));
            exchange(Text(old, head + block.DeleteStartA, block.DeleteCountA), Text(now, head + block.InsertStartB, block.InsertCountB));
            at = head + block.DeleteStartA + block.DeleteCountA;
        }

        keep(Text(old, at, old.Count - at));
        return true;
    }

    /// <summary>How many pieces are the same at the beginning and, behind those, at the end.</summary>
    private static (int Head, int Tail) Common(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var (head, tail, shorter) = (0, 0, Math.Min(old.Count, now.Count));
        while (head < shorter && old[head] == now[head]) head++;
        while (tail < shorter - head && old[old.Count - 1 - tail] == now[now.Count - 1 - tail]) tail++;
        return (head, tail);
    }

    private static string Text(IReadOnlyList<string> pieces, int start, int count) => string.Concat(pieces.Skip(start).Take(count));

    private static void Exchange(List<WordRun> steps, string old, string now)
    {
        steps.Add(new(WordFate.TakenOut, old));
        steps.Add(new(WordFate.PutIn, now));
    }

    /// <summary>A space that stays between two words that don't is no island: what goes is said in one piece, and then what comes.</summary>
    private static List<WordRun> Joined(List<WordRun> steps)
    {
        var runs = new List<WordRun>();
        var (gone, come) = ("", "");
        var full = steps.Where(s => s.Words is not "").ToList();
        for (var i = 0; i < full.Count; i++)
        {
            var (fate, words) = full[i];
            var isIsland = fate is WordFate.Kept && (gone + come) is not "" && i + 1 < full.Count && words.Trim(' ') is "";
            if (fate is WordFate.TakenOut || isIsland) gone += words;
            if (fate is WordFate.PutIn || isIsland) come += words;
            if (fate is not WordFate.Kept || isIsland) continue;

            Close();
            runs.Add(full[i]);
        }

        Close();
        return runs;

        void Close()
        {
            if (gone is not "") runs.Add(new(WordFate.TakenOut, gone));
            if (come is not "") runs.Add(new(WordFate.PutIn, come));
            (gone, come) = ("", "");
        }
    }
}
