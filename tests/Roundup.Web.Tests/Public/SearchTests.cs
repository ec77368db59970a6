using System.Net;
using AngleSharp.Html.Dom;

namespace Roundup.Web.Tests.Public;

/// <summary>What readers find, as the page has it: without script, whatever they type.</summary>
public sealed class SearchTests(Shelf site) : IClassFixture<Shelf>
{
    [Fact]
    public async Task A_word_finds_papers_and_the_words_of_their_editors_marked()
    {
        var page = await AskAsync("disagree");

        var hit = Assert.Single(page.QuerySelectorAll(".found > li"));
        Assert.Equal("/papers/1/alpha", hit.QuerySelector("a.title")!.GetAttribute("href"));
        Assert.Equal("disagree", hit.QuerySelector("mark")!.TextContent);
        Assert.StartsWith("Search: disagree · ", page.Title, StringComparison.Ordinal);
        Assert.Equal("Search help", page.QuerySelector("search-box > form + div summary")!.TextContent);
        Assert.Contains("1 result.", page.QuerySelector("#count")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(hit.QuerySelectorAll("a"), a => a.GetAttribute("href")!.StartsWith("/issues/1/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2202.05262", "/papers/1/alpha")]
    [InlineData("https://arxiv.org/abs/2202.05262v3", "/papers/1/alpha")]
    [InlineData("doi:10.1073/pnas.2218523120", "/papers/1/alpha")]
    [InlineData("author:\"van der Maaten\"", "/papers/1/alpha")]
    [InlineData("has:code", "/papers/1/alpha")]
    [InlineData("https://doi.org/10.48550/arXiv.2202.05262", "/papers/1/alpha")]
    [InlineData("arXiv: 2202.05262", "/papers/1/alpha")]
    [InlineData("\"2202.05262v2\"", "/papers/1/alpha")]
    [InlineData("https://huggingface.co/papers/2202.05262", "/papers/1/alpha")]
    [InlineData("doi: 10.1073/pnas.2218523120", "/papers/1/alpha")]
    [InlineData("https://www.pnas.org/doi/10.1073/pnas.2218523120", "/papers/1/alpha")]
    [InlineData("author:\"Meng, Kevin\"", "/papers/1/alpha")]
    [InlineData("author: meng", "/papers/1/alpha")]
    [InlineData("disag", "/papers/1/alpha")]
    public async Task A_paper_is_found_by_its_ids_its_authors_and_its_code(string question, string path)
    {
        var page = await AskAsync(question);

        Assert.Equal(path, page.QuerySelector(".found a.title")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("Secret")]
    [InlineData("2401.00001")]
    [InlineData("nobodywrotethis")]
    [InlineData("disagree -disagree")]
    [InlineData("(")]
    [InlineData("*")]
    [InlineData("%")]
    [InlineData("😀")]
    [InlineData("\"\"")]
    public async Task What_is_not_out_is_found_by_nobody_and_a_reader_is_told_what_to_do(string question)
    {
        var page = await AskAsync(question);

        Assert.Empty(page.QuerySelectorAll(".found"));
        Assert.Contains("Nothing was found", page.QuerySelector("#count")!.TextContent, StringComparison.Ordinal);
        // In a list of plain links it would not be told from its sentence.
        Assert.Null(page.QuerySelector("#results a[href='/suggest']")!.Closest(".plain"));
        Assert.Equal(question, ((IHtmlInputElement)page.QuerySelector("#q")!).Value);
    }

    [Theory]
    [InlineData("<script>alert('title')</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("') OR 1=1 --")]
    [InlineData("\" NEAR( AND OR NOT * : ^ { }")]
    [InlineData("author: topic:\"\" year:x year:99999999999..1 venue:: has:everything depth:")]
    [InlineData("\u202e\u200b\ud800 \0 \u0301")]
    [InlineData("a*b* **** -----")]
    [InlineData("למידה")]
    public async Task Hostile_questions_are_only_words(string question)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync($"/search?q={Uri.EscapeDataString(question.Replace("\ud800", "\ufffd", StringComparison.Ordinal))}");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        Assert.Empty(page.QuerySelectorAll("main script:not([src^='/js/']), main img, [onerror]"));
    }

    [Fact]
    public async Task A_hostile_title_is_marked_and_stays_text()
    {
        var page = await AskAsync("alert title");

        var title = page.QuerySelector(".found a.title")!;
        Assert.Equal(Shelf.Script, title.TextContent.Trim());
        Assert.Equal(["alert", "title"], title.QuerySelectorAll("mark").Select(m => m.TextContent).Distinct());
        Assert.Empty(title.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Too_long_a_question_is_refused_with_a_sentence_and_stays_in_the_field()
    {
        using var visitor = site.Visitor();
        var question = new string('q', Model.Search.SearchQuery.MaxLength + 1);
        using var reply = await visitor.GetAsync($"/search?q={question}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        Assert.Equal($"A question has at most {Model.Search.SearchQuery.MaxLength} characters; this one has {question.Length}. Shorten it.", page.QuerySelector("form .line + #q-error")!.TextContent);
        Assert.Equal(("true", "q-error"), (page.QuerySelector("#q")!.GetAttribute("aria-invalid"), page.QuerySelector("#q")!.GetAttribute("aria-describedby")));
        Assert.Empty(page.QuerySelector("#results")!.Children);
        Assert.Equal(question, ((IHtmlInputElement)page.QuerySelector("#q")!).Value);
        Assert.Single(page.QuerySelectorAll("meta[name=robots]"));
    }

    [Theory]
    [InlineData("/search?q=alpha&page=0")]
    [InlineData("/search?q=alpha&page=2")]
    [InlineData("/search?q=alpha&page=999999999")]
    public async Task A_page_that_is_not_there_is_none(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task Choices_narrow_the_answer_and_one_click_takes_one_back()
    {
        var all = await AskAsync("study");
        Assert.True(all.QuerySelectorAll(".found > li").Length > 1);
        Assert.Contains("with code (1)", all.QuerySelector("form.find .sentence")!.TextContent, StringComparison.Ordinal);
        var narrowed = await site.PageAsync("/search?q=study&code=1");
        Assert.Equal("/papers/1/alpha", Assert.Single(narrowed.QuerySelectorAll(".found > li")).QuerySelector("a.title")?.GetAttribute("href"));
        Assert.True(((IHtmlInputElement)narrowed.QuerySelector("form.find [name=code]")!).IsChecked);
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync("/search?q=alpha&year=1999");
        var page = await Site.ParseAsync(reply);

        Assert.Empty(page.QuerySelectorAll(".found"));
        Assert.Contains(page.QuerySelectorAll("#results a"), a => a.GetAttribute("href") is "/search?q=alpha");
        using var code = await visitor.GetAsync("/search?q=&code=1");
        Assert.Equal("/papers/1/alpha", (await Site.ParseAsync(code)).QuerySelector(".found a.title")?.GetAttribute("href"));
    }

    [Fact]
    public async Task The_archive_leads_to_it_and_it_asks_the_database_a_few_times_whatever_is_found()
    {
        var archive = await site.PageAsync("/issues");
        Assert.Equal("/search", archive.QuerySelector("form[role=search]")?.GetAttribute("action"));
        Assert.Contains("with code (1)", archive.QuerySelector("form[role=search] .sentence")!.TextContent, StringComparison.Ordinal);
        using var visitor = site.Visitor();
        foreach (var question in new[] { "q=a", "q=disagree", "q=alpha+OR+title+author:meng+topic:none", "q=&code=1" })
        {
            site.Sql.Clear();
            using var reply = await visitor.GetAsync($"/search?{question}");

            Assert.True(reply.IsSuccessStatusCode, question);
            TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: SQL commands of /search?{question} = {site.Sql.Commands.Count}");
            Assert.Contains(site.Sql.Commands, sql => sql.Contains("\"SearchWords\"", StringComparison.Ordinal));
            Assert.InRange(site.Sql.Commands.Count, 1, 5);
        }
    }

    private Task<IHtmlDocument> AskAsync(string question) => site.PageAsync($"/search?q={Uri.EscapeDataString(question)}");
}
