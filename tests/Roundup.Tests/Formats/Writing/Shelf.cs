using Roundup.Formats;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Tests.Formats.Writing;

/// <summary>Makes papers by the rules of the model.</summary>
internal static class Shelf
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static Paper Paper(
        string title, string[]? authors = null, string @abstract = "", string venue = "", PaperKind kind = PaperKind.Unknown, DateOnly? on = null, PaperImprint? imprint = null,
        string link = "", PaperId[]? ids = null, string[]? categories = null, PaperLink[]? links = null)
    {
        var paper = new Paper(title, Now);
        foreach (var id in ids ?? []) paper.Identify(id);
        if (paper.Title is not "") Assert.Null(paper.Describe(Typeset.Line(paper.Title), authors ?? [], PlainText.Render(@abstract), venue, link, Now));
        paper.Classify(kind, on, imprint ?? PaperImprint.None, Now);
        Assert.Null(paper.Relink(links ?? [], Now));
        var record = new PaperRecord { Id = new(PaperScheme.Url, "https://example.org/"), Title = "", Categories = categories ?? [], Source = "test" };
        paper.Fill(record, new Line("", SafeHtml.Empty), Prose.Empty, Now);
        return paper;
    }
}
