using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Public;

/// <summary>A site with two issues out, a draft, and what hostile sources send.</summary>
public sealed class Shelf : Site, IAsyncLifetime
{
    public const string Script = "<script>alert('title')</script>";
    public const string Hebrew = "למידה עמוקה של שפות";
    public static readonly string Long = new('w', 400);

    /// <summary>The addresses of every kind of public page.</summary>
    public static readonly string[] Pages =
        ["/", "/issues", "/issues/1/first-things", "/issues/2/hostile-titles", "/issues/1/first-things?show=opinions", "/issues/1/first-things?show=abstracts", "/papers", "/papers/1/alpha", "/papers/2/beta-the-other", "/topics", "/authors/kevin-meng", "/about"];

    public async ValueTask InitializeAsync() => await WithDbAsync(async db =>
    {
        await db.SetUpAsync();
        var alpha = Scene.Paper("Alpha", "2202.05262", "Kevin Meng", "Laurens van der Maaten");
        alpha.Identify(new(PaperScheme.Doi, "10.1073/pnas.2218523120"));
        Scene.Insist(alpha.Relink([new(LinkKind.Code, "https://github.com/kmeng01/rome.git"), new(LinkKind.Pdf, "https://example.org/alpha.pdf")], Scene.FirstFriday));
        var beta = Scene.Paper("Beta, the other", "cs/0112017", [.. Enumerable.Range(1, 40).Select(n => $"Ada Author{n}")]);
        var first = await db.PublishAsync(1, "First things", alpha, beta);
        first.Entries[0].Opine("Guest <b>", Scene.Words("I *disagree*: [see](https://example.org/)."), Scene.FirstFriday);
        Scene.Insist(first.Entries[1].Annotate("Second <i>thoughts</i>", Scene.Words("A note of the editor’s."), [new(LinkKind.Related, "https://example.org/related", "More of it")]));
        await db.SaveChangesAsync();
        await db.PublishAsync(2, "Hostile titles", alpha, Scene.Paper(Script, "2301.00001", "<img src=x>"), Scene.Paper(Hebrew, "2301.00002", "נועה"), Scene.Paper(Long, "2301.00003", Long[..300]));
        await db.DraftAsync(3, "Not out yet", Scene.Paper("Secret", "2401.00001"));
    });
}
