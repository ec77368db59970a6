using System.Text;
using Roundup.Model.Papers;

namespace Roundup.Formats.Writing;

/// <summary>
/// A paper as a ContextObject in a span's title (COinS; ANSI/NISO Z39.88-2004, KEV metadata formats): from it Zotero offers all the papers of a page. It has no
/// place for abstracts.
/// </summary>
public static class Coins
{
    /// <summary>A page carries it for every paper, so long lists of people are left to the files.</summary>
    public const int AuthorsAtMost = 20;

    /// <summary>Keys and values, percent-encoded. The attribute that takes it has to escape its ampersands once more.</summary>
    public static string Of(Reference paper)
    {
        var shape = Shape.Of(paper.Kind);
        var text = new StringBuilder("ctx_ver=Z39.88-2004");

        void Add(string key, string value)
        {
            if (value is not "") text.Append('&').Append(key).Append('=').Append(Uri.EscapeDataString(value));
        }

        Add("rft_val_fmt", $"info:ofi/fmt:kev:mtx:{shape.Format}");
        Add(shape.IsDublinCore ? "rft.type" : "rft.genre", shape.Genre);
        Add(shape.Title, paper.Title);
        Add(shape.Venue, shape.Genre is "preprint" && paper.Container is "" ? paper.Publisher : paper.Container);
        Add("rft.volume", paper.Imprint.Volume);
        Add("rft.issue", paper.Imprint.Number);
        Add("rft.spage", paper.Pages.First);
        Add("rft.epage", paper.Pages.Last);
        Add(shape.IsDublinCore ? "rft.publisher" : shape.Format is "dissertation" ? "rft.inst" : "rft.pub", paper.Kind is PaperKind.Preprint ? paper.Imprint.Publisher : paper.Publisher);
        Add("rft.date", paper.Issued?.Written('-') ?? "");
        AddAuthors(paper, shape, Add);
        Add("rft_id", paper.Doi is "" ? "" : $"info:doi/{paper.Doi}");
        Add("rft_id", paper.Address);
        return text.ToString();
    }

    private static void AddAuthors(Reference paper, Shape shape, Action<string, string> add)
    {
        if (!shape.IsDublinCore && paper.Authors is [{ IsWhole: false } first, ..])
        {
            add("rft.aulast", first.LastName);
            add("rft.aufirst", first.Given);
        }

        foreach (var name in paper.Authors.Take(AuthorsAtMost)) add(shape.IsDublinCore ? "rft.creator" : "rft.au", name.LastFirst);
    }

    private sealed record Shape(string Format, string Genre, string Title, string Venue)
    {
        public bool IsDublinCore => Format is "dc";

        public static Shape Of(PaperKind kind) => kind switch
        {
            PaperKind.Article => new("journal", "article", "rft.atitle", "rft.jtitle"),
            PaperKind.ConferencePaper => new("book", "proceeding", "rft.atitle", "rft.btitle"),
            PaperKind.Book => new("book", "book", "rft.btitle", "rft.series"),
            PaperKind.Chapter => new("book", "bookitem", "rft.atitle", "rft.btitle"),
            PaperKind.Report => new("book", "report", "rft.btitle", "rft.series"),
            PaperKind.Thesis => new("dissertation", "dissertation", "rft.title", "rft.series"),
            PaperKind.Preprint => new("dc", "preprint", "rft.title", "rft.source"),
            PaperKind.Page => new("dc", "blogPost", "rft.title", "rft.source"),
            PaperKind.Dataset => new("dc", "dataset", "rft.title", "rft.source"),
            PaperKind.Software => new("dc", "computerProgram", "rft.title", "rft.source"),
            _ => new("dc", "document", "rft.title", "rft.source"),
        };
    }
}
