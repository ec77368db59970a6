using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.People;
using Roundup.Model.Discussion;
using Roundup.Web.Talk;
using Roundup.Web.Tests.Filling;

namespace Roundup.Web.Tests.Talk;

/// <summary>Whoever suggested a paper is thanked, by whichever way an editor brings it into a draft.</summary>
public sealed class ThanksTests(ITestOutputHelper output)
{
    private const string Wanted = "https://arxiv.org/abs/2210.07229";

    [Fact]
    public async Task A_paper_that_is_captured_into_a_draft_thanks_its_reader()
    {
        await using var site = await AskedForAsync();
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/capture", "#capture", ("Input.Link", Wanted), ("Input.IntoDraft", "true"), ("Input.Sure", "true"));

        await AssertThankedAsync(site, reply);
    }

    [Fact]
    public async Task A_paper_that_is_pasted_thanks_its_reader()
    {
        await using var site = await AskedForAsync();
        using var editor = await site.SeatAsync(Role.Editor);
        await site.DraftAsync(2);

        using var reply = await editor.SendAsync("/admin/read?issue=2", "main form", ("Input.Text", Wanted));
        var page = await Site.ParseAsync(reply);
        using var accepted = await editor.SendAsync(page, "", "form[action*='accept']");

        await AssertThankedAsync(site, accepted);
    }

    [Fact]
    public async Task A_card_by_hand_thanks_its_reader()
    {
        await using var site = await AskedForAsync();
        using var editor = await site.SeatAsync(Role.Editor);
        await site.DraftAsync(2);
        var paper = (await site.OnlyAsync()).PaperId!.Value;

        using var reply = await editor.SendAsync("/admin/issues/2/entries/new", "main form", ("Paper.Title", "Mass-Editing Memory"), ("Paper.Link", Wanted), ("Known", $"{paper}"));

        await AssertThankedAsync(site, reply);
    }

    [Fact]
    public async Task Thanks_that_an_editor_changed_come_back_with_a_paper_that_was_removed()
    {
        await using var site = await AskedForAsync();
        using var editor = await site.SeatAsync(Role.Editor);
        using var added = await editor.SendAsync("/admin/inbox", ".suggested form[action$=add]");
        var entry = Assert.Single((await site.IssueAsync(2)).Entries);
        using var changed = await editor.SendAsync($"/admin/issues/2/entries/{entry.Id}/thanks", "main form", ("Input.Names", "Ann B.\nBo"));

        using var removed = await editor.SendAsync("/admin/issues/2/edit", $"form[action$='/{entry.Id}/remove']");
        using var undone = await editor.SendAsync(await Site.ParseAsync(removed), "", "form[action$=restore]");

        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal("Ann B., Bo", Assert.Single((await site.IssueAsync(2)).Entries).Thanks);
    }

    [Fact]
    public async Task What_was_declined_is_not_thanked_for()
    {
        await using var site = await AskedForAsync();
        using var editor = await site.SeatAsync(Role.Editor);
        using var declined = await editor.SendAsync("/admin/inbox", ".suggested form[action$=decline]");

        using var reply = await editor.SendAsync("/capture", "#capture", ("Input.Link", Wanted), ("Input.IntoDraft", "true"), ("Input.Sure", "true"));

        Assert.Equal("", Assert.Single((await site.IssueAsync(2)).Entries).Thanks);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Readers_who_name_the_same_new_paper_at_one_instant_are_all_heard(bool isPostgres)
    {
        const int Readers = 8;
        await using var database = isPostgres ? await SharedDatabase.CreateAsync(isPostgres) : null;
        await using var site = new SuggestingSite(database?.Postgres);
        var issue = await site.OpenAsync();

        var refusals = await Task.WhenAll(Enumerable.Range(0, Readers).Select(n => Task.Run(() => site.WithDbAsync(async db =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var shared = services.GetRequiredService<Data.RoundupDb>();
            var by = new Commenter($"reader{n}@example.org", $"Reader {n}", Secret.Make(), site.Clock.GetUtcNow());
            shared.Add(by);
            var place = new CommentIntake.Place(await shared.Issues.SingleAsync(i => i.Id == issue.Id), null, null);
            var (refusal, _) = await services.GetRequiredService<CommentIntake>().TakeAsync(place, new(by, by.Name, IsProven: true, FromDesk: false), $"Read {Wanted} and arXiv:2209.10652.", new());
            return refusal?.Sentence;
        }))));

        Assert.All(refusals, Assert.Null);
        Assert.Equal(Readers, await site.WithDbAsync(db => db.Comments.CountAsync()));
        Assert.All(await site.SuggestionsAsync(), s => Assert.Equal(Readers, s.Voices.Count));
        Assert.Equal(2, (await site.SuggestionsAsync()).Count);
        output.WriteLine($"FIGURE: comments kept of {Readers} that named the same two new papers at one instant ({(isPostgres ? "PostgreSQL" : "SQLite")}) = {refusals.Count(r => r is null)}");
    }

    private static async Task<SuggestingSite> AskedForAsync()
    {
        var site = new SuggestingSite();
        await site.OpenAsync();
        await site.CommentAsync("Do arXiv:2210.07229 next.");
        return site;
    }

    private static async Task AssertThankedAsync(SuggestingSite site, HttpResponseMessage reply)
    {
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal("Ann", Assert.Single((await site.IssueAsync(2)).Entries).Thanks);
        Assert.Equal(SuggestionState.Shortlisted, (await site.OnlyAsync()).State);
    }
}
