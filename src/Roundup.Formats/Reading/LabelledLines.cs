namespace Roundup.Formats.Reading;

/// <summary>A block, cut where a label begins.</summary>
internal sealed class LabelledLines(Block block)
{
    /// <summary>Calls back with each piece, its label at its front, and what stands between it and the piece before.</summary>
    public void Each(Action<Label?, string, LineBreak> take)
    {
        var text = block.Text;
        if (block.Kind == BlockKind.Heading)
        {
            var known = Labels.Known(block.Plain);
            var whole = block.Markdown;
            take(known is null ? new Label(LabelKind.Summary, 0, whole.Length) : new Label(known.Value.Kind, 0, whole.Length, known.Value.Author), whole, block.Break);
            return;
        }

        Label? current = null;
        var from = 0;
        var gap = block.Break;
        foreach (var label in LabelsInside.Find(block.Inline))
        {
            Give(current, text, from, label.Start, ref gap, take);
            (current, from) = (label, label.Start);
        }

        Give(current, text, from, text.Length, ref gap, take);
    }

    private void Give(Label? label, string text, int from, int to, ref LineBreak gap, Action<Label?, string, LineBreak> take)
    {
        var marker = from == 0 && label?.Kind is not LabelKind.Opinion ? block.Marker : "";
        if (text[from..to].Trim().Length == 0) return;
        var isItem = marker.Length > 0 && label is null;
        var shown = label is null ? (isItem ? marker : "") + text[from..to].Trim() : text[from..to].TrimEnd();
        var moved = label is null ? null : label with { Start = 0, End = Math.Min(label.End - label.Start, shown.Length) };
        take(moved, shown, gap);
        gap = LineBreak.None;
    }
}
