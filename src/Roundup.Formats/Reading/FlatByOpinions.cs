namespace Roundup.Formats.Reading;

/// <summary>Flat text whose papers are known by their opinions: between two labels stand an opinion, a title, and an abstract.</summary>
internal sealed class FlatByOpinions(string text, IReadOnlyList<FlatMark> opinions, List<Line> lines)
{
    public void Read()
    {
        var first = Cut(text[..opinions[0].Start]);
        Flattened.Opening(first.Before, lines);
        Paper(first);
        for (var at = 0; at < opinions.Count; at++)
        {
            lines.Add(new Line(text[opinions[at].Start..opinions[at].End].Trim(), LineRole.OpinionLabel));
            if (at + 1 == opinions.Count) Last(text[opinions[at].End..]);
            else Between(text[opinions[at].End..opinions[at + 1].Start]);
        }
    }

    private void Between(string segment)
    {
        var cut = Cut(segment);
        Opinion(cut.Before);
        Paper(cut);
    }

    private void Last(string segment)
    {
        var end = Flattened.ClosingStart(segment);
        Opinion(segment[..end]);
        Flattened.Closing(segment[end..], lines);
    }

    private void Opinion(string words)
    {
        if (words.Trim().Length > 0) lines.Add(new Line(words.Trim(), LineRole.Opinion, null, LineBreak.None));
    }

    private void Paper((string Before, string Heading, string Title, string Abstract) cut)
    {
        if (cut.Heading.Length > 0) lines.Add(new Line("## " + cut.Heading, LineRole.Section, null, LineBreak.None));
        lines.Add(Flattened.Title(cut.Title, isSure: false));
        if (cut.Abstract.Length > 0) lines.Add(new Line(cut.Abstract, LineRole.Abstract, null, LineBreak.None));
    }

    /// <summary>Finds the best seam of a stretch: what is said before it, a section's heading, the title, the abstract.</summary>
    private static (string Before, string Heading, string Title, string Abstract) Cut(string segment)
    {
        FlatSeam? best = null;
        FlatMark place = default;
        var sentences = FlatMarks.Sentences(segment).ToArray();
        for (var at = 0; at < sentences.Length; at++)
        {
            var sentence = sentences[at];
            if (FlatSeam.Find(segment[sentence.Start..sentence.End]) is not { } seam) continue;
            var behind = segment.Length - sentence.Start - seam.Start;
            var score = seam.Score - (behind < 250 ? 4 : 0) - (at == 0 && sentences.Length > 1 && sentence.Start == 0 && best is null ? 0.5 : 0);
            if (best is null || score > best.Score) (best, place) = (seam with { Score = score }, sentence);
        }

        if (best is null || best.Score < FlatSeam.Least) return Unseamed(segment, sentences);
        var from = place.Start;
        return (segment[..(from + best.HeadingStart)].Trim(), segment[(from + best.HeadingStart)..(from + best.Start)].Trim(), segment[(from + best.Start)..(from + best.End)].Trim(), segment[(from + best.End)..].Trim());
    }

    /// <summary>No title to be seen: the abstract is the longer part of what stands before the label.</summary>
    private static (string, string, string, string) Unseamed(string segment, FlatMark[] sentences)
    {
        var half = sentences.FirstOrDefault(sentence => sentence.Start >= segment.Length * 0.25);
        return (segment[..half.Start].Trim(), "", "", segment[half.Start..].Trim());
    }
}
