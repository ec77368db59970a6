using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Web.Capturing;

/// <summary>Makes a paper of what a page said, or tells a known one what it lacks. Nothing is saved here: the caller saves once.</summary>
public sealed class PaperCapture(RoundupDb db, TimeProvider clock)
{
    /// <summary>The paper that one of the ids names, the first of them first; null where it is new.</summary>
    public async Task<Paper?> FindAsync(Clipping clipping, CancellationToken cancel = default)
    {
        var known = await db.Papers.ByKeyAsync(clipping.Ids, cancel);
        return clipping.Ids.Select(i => known.GetValueOrDefault(i.Key)).FirstOrDefault(p => p is not null);
    }

    /// <summary>Takes everything over that is new, and has the sources asked for the rest.</summary>
    public async Task<Paper> TakeAsync(Clipping clipping, CancellationToken cancel = default)
    {
        var known = await db.Papers.ByKeyAsync(clipping.Ids, cancel);
        var paper = clipping.Ids.Select(i => known.GetValueOrDefault(i.Key)).FirstOrDefault(p => p is not null) ?? New(clipping);
        // A name belongs to one paper: what names another one already stays there.
        foreach (var id in clipping.Ids.Where(i => !known.TryGetValue(i.Key, out var other) || other == paper)) paper.Identify(id);

        if (!clipping.SaysNothing) Fill(paper, clipping);
        Lead(paper, clipping);
        if (paper.WantsFilling || paper.PublishedOn is null) await db.WantAsync(ErrandKind.Fill, [paper], clock.GetUtcNow(), cancel);
        return paper;
    }

    // Until somebody knows better a paper is called by its id; one without any is called what the form says.
    private Paper New(Clipping clipping)
    {
        var now = clock.GetUtcNow();
        var paper = new Paper(clipping.Ids.Count > 0 ? clipping.Ids[0].Value : "", now);
        if (clipping.Ids.Count == 0) paper.Describe(Typeset.Line(clipping.Title), [], Prose.Empty, "", "", now, clipping.Source);
        db.Add(paper);
        return paper;
    }

    private void Fill(Paper paper, Clipping clipping)
    {
        var record = new PaperRecord
        {
            Id = clipping.Ids.Count > 0 ? clipping.Ids[0] : new PaperId(PaperScheme.Url, ""),
            Title = clipping.Title,
            Authors = clipping.Authors,
            Abstract = clipping.Abstract,
            Venue = clipping.Venue,
            PublishedOn = clipping.PublishedOn,
            Links = clipping.Links,
            Source = clipping.Source,
        };
        paper.Fill(record, Typeset.Line(clipping.Title), PlainText.Render(clipping.Abstract), clock.GetUtcNow());
    }

    // Most ids lead to the paper by themselves; where they don't, the address that was captured does.
    private void Lead(Paper paper, Clipping clipping)
    {
        var leads = paper.Identifiers.Any(i => i.Scheme is not PaperScheme.Url && PaperAddress.Of(i.ToPaperId()) is not null);
        if (paper.Link is not "" || clipping.Link is "" || leads) return;

        paper.Describe(new Line(paper.Title, paper.TitleHtml), paper.Authors, paper.Abstract, paper.Venue, clipping.Link, clock.GetUtcNow(), clipping.Source);
    }
}
