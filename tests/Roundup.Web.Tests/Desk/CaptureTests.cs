using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.Inbox;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Inbox;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Desk;

/// <summary>A paper on its way from a page to the inbox or to a draft.</summary>
public sealed class CaptureTests
{
    private const string Forum = "https://openreview.net/forum?id=gJcEM8sxHK";

    [Fact]
    public async Task What_the_clipper_read_becomes_a_paper_that_waits()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor, "Ines Marlowe");

        using var reply = await editor.SendAsync("/capture", "#capture", ("Input.Clipped", "true"), ("Input.Link", Forum), ("Input.Title", "Mapping Language Models to Grounded Conceptual Spaces"),
            ("Input.Authors", "Roma Patel\nEllie Pavlick\n"), ("Input.Abstract", "A fundamental criticism.\n\nSecond part."), ("Input.Published", "2022-01-28"),
            ("Input.Links", "pdf https://openreview.net/pdf?id=gJcEM8sxHK\nhttps://github.com/a/b\nhttps://example.org/things Data"), ("Input.Ids", "10.1073/pnas.2218523120\nnonsense"), ("Input.Note", "Compare with #2"));

        var item = await OneAsync(site);
        Assert.Equal($"/admin/inbox?added={item.Id}#i-{item.Id}", reply.Headers.Location?.ToString());
        Assert.Equal((InboxOrigin.Clipped, "Ines Marlowe", "Compare with #2", true), (item.Origin, item.AddedBy, item.Note, item.IsWaiting));
        var paper = item.Paper;
        Assert.Equal(("Mapping Language Models to Grounded Conceptual Spaces", "A fundamental criticism.\n\nSecond part."), (paper.Title, paper.Abstract.Source));
        Assert.Equal(["Roma Patel", "Ellie Pavlick"], paper.Authors);
        Assert.Equal([new(PaperScheme.OpenReview, "gJcEM8sxHK"), new(PaperScheme.Doi, "10.1073/pnas.2218523120")], paper.Identifiers.Select(i => i.ToPaperId()));
        Assert.Equal([(LinkKind.Pdf, "https://openreview.net/pdf?id=gJcEM8sxHK"), (LinkKind.Code, "https://github.com/a/b"), (LinkKind.Data, "https://example.org/things")], paper.Links.Select(l => (l.Kind, l.Url)));
        Assert.Equal(new DateOnly(2022, 1, 28), paper.PublishedOn);
        Assert.All(new[] { PaperField.Title, PaperField.Authors, PaperField.Abstract }, f => Assert.Equal("your browser at openreview.net", paper.OriginOf(f)?.Source));
        Assert.Empty(await site.WithDbAsync(db => db.Errands.ToListAsync()));
    }

    [Fact]
    public async Task What_is_still_missing_is_asked_for()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/capture", "#capture", ("Input.Link", "https://arxiv.org/pdf/2202.05262v3"));

        var item = await OneAsync(site);
        Assert.Equal("2202.05262", item.Paper.Title);
        Assert.Equal(3, item.Paper.Identifiers[0].CoveredVersion);
        Assert.Equal("", item.Paper.FilledFrom);
        var errand = Assert.Single(await site.WithDbAsync(db => db.Errands.ToListAsync()));
        Assert.Equal((item.PaperId, ErrandKind.Fill, site.Clock.GetUtcNow()), (errand.PaperId, errand.Kind, errand.DueAt));
        Assert.Contains("Being fetched", (await editor.ReadAsync("/admin/inbox")).QuerySelector($"#i-{item.Id}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_paper_is_told_what_it_lacks_and_nothing_else()
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(async db =>
        {
            var known = new Paper("An editor's title", Scene.FirstFriday);
            known.Identify(new(PaperScheme.OpenReview, "gJcEM8sxHK"));
            Scene.Insist(known.Describe(Typeset.Line("An editor's title"), [], PlainText.Render(""), "", "", Scene.FirstFriday));
            db.Add(known);
            await db.SaveChangesAsync();
        });
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync($"/capture?url={Uri.EscapeDataString("https://openreview.net/pdf?id=gJcEM8sxHK")}", "#capture",
            ("Input.Clipped", "true"), ("Input.Title", "Another title"), ("Input.Authors", "Roma Patel"), ("Input.Abstract", "Words."));

        var paper = (await OneAsync(site)).Paper;
        Assert.Equal(1, await site.WithDbAsync(db => db.Papers.CountAsync()));
        Assert.Equal(("An editor's title", "Words."), (paper.Title, paper.Abstract.Source));
        Assert.Equal(["Roma Patel"], paper.Authors);
    }

    [Fact]
    public async Task A_paper_waits_once_and_its_notes_add_up()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Contributor);
        foreach (var note in new[] { "First.", "Second.", "Second." })
            using (await editor.SendAsync("/capture", "#capture", ("Input.Link", Forum), ("Input.Title", "T"), ("Input.Note", note)))
            {
            }

        Assert.Equal("First.\n\nSecond.", (await OneAsync(site)).Note);
        var page = await editor.ReadAsync($"/capture?url={Uri.EscapeDataString(Forum)}");
        Assert.Contains("waits in the inbox already", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name='Input.IntoDraft']"));
    }

    [Fact]
    public async Task A_paper_that_was_covered_says_so_and_asks()
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(db => db.PublishAsync(3, "Memory", Scene.Paper("Locating and Editing", "2202.05262", "Kevin Meng")));
        using var editor = await site.SeatAsync(Role.Editor);
        const string Link = "https://arxiv.org/abs/2202.05262v2";

        var shown = await editor.ReadAsync($"/capture?url={Link}&note=again");
        using var asked = await editor.SendAsync("/capture", "#capture", ("Input.Link", Link), ("Input.Note", "Again."));
        var page = await Site.ParseAsync(asked);

        Assert.All([shown, page], p => Assert.Contains("In issue 3: “Read locating-and-editing twice.”", string.Join(' ', p.QuerySelector("#seen")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Equal(0, await site.WithDbAsync(db => db.Inbox.CountAsync()));
        Assert.Equal("Again.", page.QuerySelector("#capture-note")!.TextContent);
        Assert.Equal("true", page.QuerySelector("button[name='Input.Sure']")!.GetAttribute("value"));
        using var sure = await editor.SendAsync(page, "", "#capture", ("Input.Sure", "true"));
        Assert.Equal(HttpStatusCode.Redirect, sure.StatusCode);
        Assert.Equal("Again.", (await OneAsync(site)).Note);
    }

    [Fact]
    public async Task Another_paper_of_the_same_title_is_pointed_out()
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(db => db.PublishAsync(3, "Memory", Scene.Paper("Locating and Editing Factual Associations", "2202.05262")));
        using var editor = await site.SeatAsync(Role.Editor);

        using var asked = await editor.SendAsync("/capture", "#capture", ("Input.Link", Forum), ("Input.Title", "Locating and editing factual associations"));

        Assert.Contains("The same title is in issue 3", string.Join(' ', (await Site.ParseAsync(asked)).QuerySelector("#seen")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_into_the_next_draft_at_once()
    {
        await using var site = new DeskSite();
        await site.DraftAsync(5, "Five");
        await site.DraftAsync(4, "Four");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/capture", "#capture", ("Input.Link", Forum), ("Input.Title", "New here"), ("Input.Note", "For me alone."), ("Input.IntoDraft", "true"));

        var entry = (await site.IssueAsync(4)).Entries.OrderBy(e => e.Position).Last();
        Assert.Equal($"/admin/issues/4/edit?open={entry.Id}#e-{entry.Id}", reply.Headers.Location?.ToString());
        Assert.Equal("New here", entry.Paper.Title);
        Assert.Equal(0, await site.WithDbAsync(db => db.Inbox.Waiting.CountAsync()));
        Assert.Contains("For me alone.", (await editor.ReadAsync("/admin/issues/4/edit")).QuerySelector(".item .note")!.TextContent, StringComparison.Ordinal);
        using var again = await editor.SendAsync("/capture", "#capture", ("Input.Link", Forum), ("Input.IntoDraft", "true"), ("Input.Sure", "true"));
        Assert.Contains("Issue 4 has this paper already.", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_draft_one_is_begun()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.Contains("A new issue 1", (await editor.ReadAsync("/capture")).QuerySelector(".where")!.TextContent, StringComparison.Ordinal);

        using var reply = await editor.SendAsync("/capture", "#capture", ("Input.Title", "By hand"), ("Input.IntoDraft", "true"));

        var paper = Assert.Single((await site.IssueAsync(1)).Entries).Paper;
        Assert.Equal("By hand", paper.Title);
        Assert.True(paper.OriginOf(PaperField.Title)!.IsByHand);
    }

    [Fact]
    public async Task A_contributor_can_t_reach_the_draft()
    {
        await using var site = new DeskSite();
        await site.DraftAsync(1, "One");
        using var contributor = await site.SeatAsync(Role.Contributor);

        using var reply = await contributor.SendAsync("/capture", "#capture", ("Input.Title", "By hand"), ("Input.IntoDraft", "true"));

        Assert.StartsWith("/admin/inbox", reply.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Single((await site.IssueAsync(1)).Entries);
    }

    [Theory]
    [InlineData("?url=https://example.org/a&title=A+page&note=Good", "https://example.org/a", "A page", "Good")]
    [InlineData("?title=A+page&text=Look:+https://example.org/a?b=c.", "https://example.org/a?b=c", "A page", "Look: .")]
    [InlineData("?text=arXiv:2202.05262+is+fine", "https://arxiv.org/abs/2202.05262", "", "arXiv:2202.05262 is fine")]
    [InlineData("?title=[2202.05262]+Locating&url=https://arxiv.org/abs/2202.05262", "https://arxiv.org/abs/2202.05262", "Locating", "")]
    [InlineData("?text=no+address+here", "", "", "no address here")]
    [InlineData("?url=javascript:alert(1)&title=x%E2%80%AEy%00", "javascript:alert(1)", "xy", "")]
    public async Task The_address_of_the_form_fills_it_in_and_changes_nothing(string query, string link, string title, string note)
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);

        var page = await editor.ReadAsync($"/capture{query}");

        Assert.Equal(link, page.QuerySelector("#capture-link")!.GetAttribute("value") ?? "");
        Assert.Equal(title, page.QuerySelector("#capture-title")!.TextContent);
        Assert.Equal(note, page.QuerySelector("#capture-note")!.TextContent);
        Assert.Equal(0, await site.WithDbAsync(db => db.Papers.CountAsync()));
    }

    [Theory]
    [InlineData("Link", "javascript:alert(1)", "A link starts with http:// or https://.")]
    [InlineData("Link", "", "Give a link or a title")]
    [InlineData("Links", "code javascript:alert(1)", "is not a web address")]
    [InlineData("Published", "last year", "Give the day as 2022-02-10")]
    public async Task What_is_refused_stands_at_its_place_with_every_word_kept(string field, string typed, string sentence)
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync(field is "Link" ? "/capture" : "/capture?title=T", "#capture", ($"Input.{field}", typed), ("Input.Note", "Typed at length."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        Assert.Contains(sentence, page.QuerySelector($"#capture-{field.ToLowerInvariant()}-said")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Typed at length.", page.QuerySelector("#capture-note")!.TextContent);
    }

    [Fact]
    public async Task Far_too_much_is_refused_in_a_sentence()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);
        (string Field, string Typed, string Sentence)[] all =
        [
            ("Authors", string.Concat(Enumerable.Repeat("Ada One\n", 100_000)), "at most 5,000 authors"),
            ("Abstract", new string('a', 5_000_000), "at most 20,000 characters"),
            ("Title", new string('t', 1_001), "at most 1,000 characters"),
            ("Links", string.Concat(Enumerable.Range(0, 101).Select(i => $"https://example.org/{i}\n")), "at most 100 links"),
            ("Note", new string('n', 4_001), "at most 4,000 characters"),
            ("Link", $"https://example.org/{new string('l', 3_000)}", "A link starts with"),
        ];
        foreach (var (field, typed, sentence) in all)
        {
            using var reply = await editor.SendAsync("/capture", "#capture", [.. new[] { ("Input.Link", Forum), ("Input.Title", "T") }.Where(f => f.Item1 != $"Input.{field}"), ($"Input.{field}", typed)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
            Assert.Contains(sentence, await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await site.WithDbAsync(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task Marks_that_hide_or_turn_text_are_left_out()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/capture", "#capture", ("Input.Link", "https://example.org/p"), ("Input.Title", "A \u202Eeltit\u202C\u0007 of \\emph{two}\n lines ~ 5"), ("Input.Authors", "\u2066Ada\u2069 One\n\u0007\n"), ("Input.Note", "a\u202Eb"));

        Assert.True(reply.StatusCode is HttpStatusCode.Redirect, await reply.Content.ReadAsStringAsync());
        var item = await OneAsync(site);
        Assert.Equal(("A eltit of two lines ~ 5", "ab"), (item.Paper.Title, item.Note));
        Assert.Equal(["Ada One"], item.Paper.Authors);
        Assert.Equal("https://example.org/p", item.Paper.Address);
    }

    [Fact]
    public async Task An_id_that_names_another_paper_stays_with_it()
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(async db =>
        {
            db.AddRange(Scene.Paper("One", "2202.00001"), Scene.Paper("Two", "2202.00002"));
            await db.SaveChangesAsync();
        });
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/capture", "#capture", ("Input.Link", "https://arxiv.org/abs/2202.00001"), ("Input.Ids", "arXiv:2202.00002"));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal("One", (await OneAsync(site)).Paper.Title);
        Assert.Equal(2, await site.WithDbAsync(db => db.Papers.CountAsync()));
    }

    [Fact]
    public async Task Another_site_s_form_changes_nothing()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/capture") { Content = new FormUrlEncodedContent([new("Input.Title", "T")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var reply = await editor.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal(0, await site.WithDbAsync(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_form_and_nowhere_else()
    {
        await using var site = new DeskSite();
        using var visitor = site.Visitor();

        using var sent = await visitor.GetAsync("/capture?url=https://example.org/a");

        var signIn = sent.Headers.Location!.ToString();
        Assert.Contains("ReturnUrl=%2Fcapture%3Furl%3Dhttps%3A%2F%2Fexample.org%2Fa", signIn, StringComparison.OrdinalIgnoreCase);
        using var page = await visitor.GetAsync(signIn);
        Assert.Equal(["/js/keep-fragment.js", "/js/passkeys.js"], (await Site.ParseAsync(page)).Scripts.Select(s => s.GetAttribute("src")));
    }

    private static async Task<InboxItem> OneAsync(DeskSite site) => await site.WithDbAsync(db => db.Inbox.WithPapers.AsNoTracking().SingleAsync());
}
