using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Formats.Reading;

/// <summary>The links of one entry: which is the paper's own, and what stands behind the others.</summary>
internal sealed partial class EntryLinks(PaperMarks marks)
{
    private readonly List<Found> _found = [];

    private enum Place
    {
        Title,
        Line,
        Words,
        Mention,
    }

    public void OfTitle(string markdown)
    {
        var text = new InlineText(markdown);
        foreach (var link in text.Links) Add(Place.Title, link, text);
        if (!text.Links.Any()) Ids(text.Plain, Place.Title);
    }

    /// <returns>Whether the line says more than its links do, and must be kept as text.</returns>
    public bool OfLine(string markdown)
    {
        var text = new InlineText(markdown);
        foreach (var link in text.Links) Add(Place.Line, link, text);
        if (!text.Links.Any()) Ids(text.Plain, Place.Line);
        return text.Runs.Any(run => run.Url is not null && (!Address.IsWeb(run.Url) || (run.Label && !LinkWords.AreGeneric(run.Plain)))) || text.Runs.Any(run => run.Url is null && !Announcing().IsMatch(run.Plain));
    }

    /// <param name="keepAll">Whether the marks of the text are dropped, so that each of its links must be kept here.</param>
    public void OfWords(string markdown, bool keepAll)
    {
        var text = new InlineText(markdown);
        foreach (var link in text.Links) Add(keepAll ? Place.Words : Place.Mention, link, text);
        if (!keepAll) Ids(text.Plain, Place.Mention);
    }

    /// <summary>The paper's own address, and the other links worth a place of their own, in order, each once.</summary>
    public (string? Url, IReadOnlyList<PaperLink> Links) Sorted()
    {
        var own = _found.FirstOrDefault(found => found.Place == Place.Title)
            ?? _found.FirstOrDefault(found => found.Place == Place.Line && PaperLabel().IsMatch(found.Label) && found.Kind is not LinkKind.Pdf)
            ?? _found.FirstOrDefault(found => found.Place == Place.Line && marks.IsPaper(found.Url))
            ?? _found.FirstOrDefault(found => found.Place == Place.Line && found.Kind is LinkKind.Related or LinkKind.Pdf)
            ?? _found.FirstOrDefault(found => found.Place == Place.Mention && marks.IsPaper(found.Url) && !found.IsFromId)
            ?? _found.FirstOrDefault(found => found.Place == Place.Mention && found.IsFromId)
            ?? _found.FirstOrDefault(found => found.Place is Place.Mention or Place.Line);
        var links = _found.Where(found => found != own && found.Url != own?.Url && !found.IsFromId && (found.Place != Place.Mention || found.Kind is LinkKind.Code or LinkKind.Data or LinkKind.Project or LinkKind.Video))
            .DistinctBy(found => found.Url).Select(found => new PaperLink(found.Kind, found.Url, found.Label.Length > 0 ? found.Label : null));
        return (own?.Url, [.. links]);
    }

    private void Ids(string plain, Place place)
    {
        foreach (var id in PaperMarks.Ids(plain))
            if (marks.AddressOf(id.Value.TrimEnd('.')) is { } url) _found.Add(new Found(place, url, "", LinkKind.Related, IsFromId: true));
        if (place != Place.Mention && PaperMarks.IsBare(plain.Trim()) && marks.AddressOf(plain) is { } whole) _found.Add(new Found(place, whole, "", LinkKind.Related));
    }

    private void Add(Place place, Run link, InlineText text)
    {
        if (!Address.IsWeb(link.Url) || link.Url!.Length > PaperLink.MaxLength) return;
        var label = link.Label ? link.Plain.Trim().Trim('[', ']').Trim() : "";
        var before = text.Markdown[Math.Max(0, link.Start - 80)..link.Start];
        _found.Add(new Found(place, link.Url, label, Behind(link.Url, label, before)));
    }

    // Label and address say most; where neither does, "code can be found [here]" says it before the link.
    private static LinkKind Behind(string url, string label, string before)
    {
        var kind = LinkKinds.Of(url, label);
        var isSilent = label.Length == 0 || LinkWords.AreGeneric(label);
        return kind is LinkKind.Related or LinkKind.Project && isSilent && CodeBefore().IsMatch(before) ? LinkKind.Code : kind;
    }

    private sealed record Found(Place Place, string Url, string Label, LinkKind Kind, bool IsFromId = false);

    [GeneratedRegex(@"\b(code|codebase|implementation|repository|source code|open[- ]sourced)\b[^.!?]{0,60}$|代码[^。]{0,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex CodeBefore();

    [GeneratedRegex(@"\b(paper|arxiv|abs|abstract|doi|openreview|acl|preprint|article|book|journal|proceedings|publication|论文|論文|논문)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PaperLabel();

    /// <summary>Marks, and the words that only announce a link.</summary>
    [GeneratedRegex(@"^[\s\p{P}\p{S}]*((read|more|on|and|or|und|et|here|available|at|see|also|via|links?|paper|code|pdf|arxiv|url|doi|repo|project|page|website|github|data|dataset|demo|video|the)[\s\p{P}\p{S}]*)*$", RegexOptions.IgnoreCase)]
    private static partial Regex Announcing();
}
