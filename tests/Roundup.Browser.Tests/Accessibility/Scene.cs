using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Inbox;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Model.Topics;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>A publication in which everything that a page can show has happened: two issues, a draft in every state, an inbox, twins, a merge, changes.</summary>
internal static class Scene
{
    public const int Draft = 3;
    public const string Token = "made-for-the-tests-0123456789abcdef";

    /// <summary>Of the private page of a reader.</summary>
    public const string Reader = "made-for-the-tests-a-reader-0123456789abcdef";

    public const string KnownId = "2202.05262";
    public const string KnownTitle = "Locating and Editing Factual Associations in GPT";

    /// <summary>A link that is gone.</summary>
    public const string Code = "https://github.com/made-up-laboratory-for-long-names/wide-sums-and-their-uncommonly-long-repository-name";
    private const string Wide = @"\sum_{i=1}^{n}\sum_{j=1}^{m}\frac{\partial^2\mathcal{L}(\theta_{i},\theta_{j})}{\partial\theta_i\partial\theta_j}+\int_{-\infty}^{\infty}\exp\left(-\frac{x^2}{2\sigma^2}\right)dx+\alpha_1+\alpha_2+\alpha_3+\alpha_4+\alpha_5+\alpha_6+\alpha_7+\alpha_8+\alpha_9";
    private const string Opinion = "The most careful **causal tracing** so far, though I doubt that editing a fact means knowing where it is kept. See [their notes](https://example.org/notes).\n\n> A fact is a habit.\n\n| model | edits | kept |\n| --- | --- | --- |\n| GPT-2 XL with rank-one updates | 7,500 | 96.1 % |";

    /// <summary>On the morning of the day on which the site starts.</summary>
    public static readonly DateTimeOffset Now = BrowserSite.Start.AddHours(-5);

    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Does nothing where the scene is set already.</summary>
    public static async Task SetAsync(BrowserSite site)
    {
        await OneAtATime.WaitAsync();
        try
        {
            await Desk.OpenAsync(site);
            await using var scope = site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
            if (!await db.Issues.AnyAsync())
            {
                await FurnishAsync(db);
                await SceneOfTalk.FurnishAsync(db, Reader);
            }
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task FurnishAsync(RoundupDb db)
    {
        var publication = await db.Set<Publication>().SingleAsync();
        Insist(publication.Describe("The Slow Shelf", "Ten papers a week on what models know, read slowly.", Words("We read papers, and say what we think."), "Ann", "CC BY 4.0", "My opinion"));

        var wide = Paper($"On wide sums ${Wide}$ and where they are kept", "2301.00001", $"We study $x^2$ and $$ {Wide} $$ at length. Inline it is ${Wide}$ too, and $\\mathbb{{R}}^n$.", [.. Enumerable.Range(1, 16).Select(i => $"Author Withalongname{i}")]);
        Insist(wide.Relink([new(LinkKind.Code, Code), new(LinkKind.Data, "https://zenodo.org/records/1")], Now));
        foreach (var week in new[] { 0, 7 }) wide.NoteLink(Code, LinkSight.Gone, new DateOnly(2026, 11, 2).AddDays(week));
        wide.Cover(new("arXiv", 1, new(2023, 1, 2), PaperEdition.FingerprintOf("old", "old"), Now));
        var known = Paper(KnownTitle, KnownId, "We analyse the storage and recall of factual associations.", "Kevin Meng", "David Bau", "Alex Andonian", "Yonatan Belinkov");
        known.Classify(PaperKind.ConferencePaper, new(2022, 2, 10), PaperImprint.None, Now, "arXiv");
        var bare = new Paper("A post without an abstract", Now);
        Insist(bare.Describe(new("A post without an abstract", SafeHtml.Empty), [], PlainText.Render(""), "", "https://www.example.org/a/post/with/an/address/that/goes/on/and/on/and/does/not/break/anywhere/at/all", Now));

        Insist(Topic.Open("Model editing", Now, out var editing));
        Insist(editing.Describe("Changing one fact that a model has learnt, and what else changes with it."));
        Insist(Topic.Open("Mechanistic interpretability of very large language models in the wild", Now, out var wild));
        Insist(known.File([editing, wild]));
        Insist(wide.File([editing]));
        db.AddRange(First(known), Second(wide, bare, known));
        await db.SaveChangesAsync();
        var retracted = new PaperChange(known, new(PaperChangeKind.Retracted, "The data can’t be reproduced", new(2026, 10, 1), "https://doi.org/10.1234/retraction"), "Crossref", Now);
        var version = new PaperChange(wide, new(PaperChangeKind.NewVersion, "v3", new(2026, 11, 1), "https://arxiv.org/abs/2301.00001v3"), "arXiv", Now);
        version.Quote("On wide and narrow sums", "We study $x^3$ at length, and say more of it than before.");
        var withdrawn = new PaperChange(wide, new(PaperChangeKind.Withdrawn, "This paper has been withdrawn by the authors, for a mistake in Lemma 4.", new(2026, 11, 3), IsSure: false), "arXiv", Now);
        db.AddRange(retracted, version, withdrawn);
        await DraftAsync(db, wide, known);
        await PairAsync(db);
        await Suggested.AddAsync(db);
        var snippet = new Snippet(await db.Users.MinAsync(u => u.Id));
        Insist(snippet.Rewrite("Thanks", "Thanks to **NAME**, who pointed us to it."));
        db.Add(snippet);
        await db.SaveChangesAsync();
    }

    private static Issue First(Paper known)
    {
        var first = new Issue(1, Now.AddDays(-21));
        Insist(first.Name("Shelf 1", "Where facts are kept", Now.AddDays(-21)));
        first.Add(known, Now).Opine("", Words(Opinion), Now);
        Insist(first.Publish("Ann", Now.AddDays(-21)));
        return first;
    }

    private static Issue Second(Paper wide, Paper bare, Paper known)
    {
        var second = new Issue(2, Now.AddDays(-14));
        Insist(second.Name("Shelf 2", "The shape of the loss", Now.AddDays(-14)));
        second.Frame(Words("A week of **wide** formulas."), Words("Until next week."), Now);
        var entry = second.Add(wide, Now, "Sums");
        Insist(entry.Annotate("Sums", Words("Read it beside the one on flat minima."), [new(LinkKind.Related, "https://example.org/related", "What it answers")]));
        entry.Opine("", Words(Opinion), Now);
        entry.Opine("Ines Marlowe", Words("I doubt it."), Now);
        second.Add(bare, Now, "Posts").Opine("", Words("Short, and right."), Now);
        second.Add(known, Now, "Again").Opine("", Words("Still the best."), Now);
        Insist(second.Publish("Ann", Now.AddDays(-14)));
        return second;
    }

    private static async Task DraftAsync(RoundupDb db, Paper wide, Paper known)
    {
        var draft = new Issue(Draft, Now);
        Insist(draft.Name("Shelf 3", "A draft in every state", Now));
        var asking = Unfilled("2211.08422");
        var failed = Unfilled("2209.04836");
        failed.FillingFailed("arXiv does not answer; it is asked again in ten minutes.");
        var filled = Paper("Averaging Weights Leads to Wider Optima and Better Generalization", "1803.05407", "Deep networks are typically trained by optimising a loss.", "Pavel Izmailov", "Dmitrii Podoprikhin");
        foreach (var paper in new[] { asking, failed, filled, known, wide }) draft.Add(paper, Now, paper == wide ? "Sums" : null);
        draft.Entries[2].Opine("", Words(Opinion), Now);
        var errand = new PaperErrand(asking, ErrandKind.Fill, Now.AddYears(99));
        db.AddRange(draft, errand);
        await db.SaveChangesAsync();
        var over = Link(draft, "Bo", "made-for-the-tests-and-taken-back");
        over.Revoke("Ann", Now);
        db.AddRange(Link(draft, "Ada Lovelace, who reads every draft to its end", Token), over);
        // Another instance asks for it, and never ends.
        db.Entry(errand).Property(e => e.ClaimedUntil).CurrentValue = Now.AddYears(99);
        db.AddRange(Item(known, 1, ""), Item(Unfilled("2204.00009"), 2, ""), Item(Paper("Loss Landscapes are All You Need: Neural Network Generalization Can Be Explained Without the Implicit Bias of Gradient Descent", "2304.00001", "", "Ping-yeh Chiang", "Renkun Ni"), 3, "Compare with what we said in issue 2.\n\nAsk Ines whether it holds at scale."));
        var placed = Item(filled, 0, "Read it beside the one on flat minima.");
        placed.Place(Now);
        db.Add(placed);
        await db.SaveChangesAsync();
    }

    /// <summary>Two papers that look like one, and two that an editor put together.</summary>
    private static async Task PairAsync(RoundupDb db)
    {
        var (one, other) = (Paper("Toy Models of Superposition", "2209.10652", "Neural networks often pack many concepts.", "Nelson Elhage"), Paper("Toy models of superposition", "2209.99999", "", "Nelson Elhage"));
        var (kept, absorbed) = (Paper("Grokking: Generalization Beyond Overfitting", "2201.02177", "We study it.", "Alethea Power"), Paper("Grokking, the workshop paper", "2201.99999", "", "Alethea Power"));
        db.AddRange(one, other, kept, absorbed);
        await db.SaveChangesAsync();
        Insist((await db.MergeAsync(kept, absorbed, "Ann", "an editor compared the two", Now)).Refusal);
    }

    private static PreviewLink Link(Issue draft, string name, string token)
    {
        Insist(PreviewLink.Make(draft, token, name, PreviewLink.LongestDays, "Ann", Now, out var link));
        Insist(link!.Say(draft.Entries[2].Id, "", "Is 96.1 % not the figure for GPT-2 medium?\n\nSee https://example.org/a/table/with/an/address/that/goes/on/and/on/and/does/not/break", Now));
        Insist(link.Say(null, "Ada", "Good to read; the last two could change places.", Now));
        return link;
    }

    private static InboxItem Item(Paper paper, int hours, string note)
    {
        var item = new InboxItem(paper, InboxOrigin.Clipped, "Ann", Now.AddHours(hours));
        Insist(item.Remark(note));
        return item;
    }

    private static Paper Unfilled(string arxiv)
    {
        var paper = new Paper(arxiv, Now);
        paper.Identify(new(PaperScheme.Arxiv, arxiv));
        return paper;
    }

    private static Paper Paper(string title, string arxiv, string @abstract, params string[] authors)
    {
        var paper = new Paper(title, Now);
        paper.Identify(new(PaperScheme.Arxiv, arxiv, 1));
        Insist(paper.Describe(Typeset.Line(title), authors, PlainText.Render(@abstract), "", "", Now, "arXiv"));
        return paper;
    }

    private static Prose Words(string markdown)
    {
        Insist(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var words));
        return words;
    }

    private static void Insist(Refusal? refusal) => Assert.Null(refusal);
}
