using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;

namespace Roundup.Web.Tests.Desk;

public sealed class SnippetTests : IAsyncDisposable
{
    private readonly DeskSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory, InlineData(Role.Contributor), InlineData(Role.Editor), InlineData(Role.Owner)]
    public async Task Whoever_writes_opinions_keeps_changes_and_deletes_snippets(Role role)
    {
        using var person = await _site.SeatAsync(role);
        Assert.Contains("None yet.", (await person.ReadAsync("/admin/snippets")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var made = await person.SendAsync("/admin/snippets/new", "main form", ("Input.Name", " Thanks "), ("Input.Text", "Thanks to **NAME** for the pointer."));
        var snippet = await OnlyAsync();
        Assert.Equal($"/admin/snippets#s-{snippet.Id}", made.Headers.Location?.ToString());
        Assert.Equal(("Thanks", "Thanks to **NAME** for the pointer."), (snippet.Name, snippet.Text));

        using var changed = await person.SendAsync($"/admin/snippets/{snippet.Id}/edit", "main form", ("Input.Text", "Found by NAME."));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal("Found by NAME.", (await OnlyAsync()).Text);
        Assert.Contains("Found by NAME.", (await person.ReadAsync("/admin/snippets")).QuerySelector(".card")!.TextContent, StringComparison.Ordinal);

        using var deleted = await person.SendAsync($"/admin/snippets/{snippet.Id}/delete", "main form");
        Assert.Equal("/admin/snippets", deleted.Headers.Location?.ToString());
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task Somebody_else_s_are_not_there_for_anybody_not_even_the_owner()
    {
        using var contributor = await _site.SeatAsync(Role.Contributor);
        using var owner = await _site.SeatAsync(Role.Owner);
        using var made = await contributor.SendAsync("/admin/snippets/new", "main form", ("Input.Name", "Mine"), ("Input.Text", "Only mine."));
        var path = $"/admin/snippets/{(await OnlyAsync()).Id}";

        foreach (var verb in new[] { "edit", "delete" })
        {
            using var shown = await owner.Client.GetAsync($"{path}/{verb}");
            Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
            using var sent = await owner.SendAsync(await contributor.ReadAsync($"{path}/{verb}"), $"{path}/{verb}", "main form");
            Assert.NotEqual(HttpStatusCode.Redirect, sent.StatusCode);
        }

        Assert.Empty((await owner.ReadAsync("/admin/snippets/named?q=")).QuerySelectorAll("[role=option]"));
        Assert.Equal("Only mine.", (await OnlyAsync()).Text);

        // A name is one's own, too.
        using var same = await owner.SendAsync("/admin/snippets/new", "main form", ("Input.Name", "Mine"), ("Input.Text", "The owner's."));
        Assert.Equal(HttpStatusCode.Redirect, same.StatusCode);
    }

    [Fact]
    public async Task What_can_t_be_kept_is_said_at_its_field_and_stays_typed()
    {
        using var editor = await _site.SeatAsync(Role.Editor);
        using var first = await editor.SendAsync("/admin/snippets/new", "main form", ("Input.Name", "Thanks"), ("Input.Text", "Words."));

        foreach (var (name, text, said, place) in new[]
        {
            ("", "Words.", "short name", "#said-name"), (new string('x', 41), "Words.", "at most 40", "#said-name"),
            ("Thanks", "Others.", "already", "#said-name"), ("Other", " ", "needs words", "#said-text"), ("Other", new string('x', 4001), "at most", "#said-text"),
        })
        {
            using var reply = await editor.SendAsync("/admin/snippets/new", "main form", ("Input.Name", name), ("Input.Text", text));
            var page = await Site.ParseAsync(reply);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
            Assert.Contains(said, page.QuerySelector(place)!.TextContent, StringComparison.Ordinal);
            Assert.Contains(text.Trim(), page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
        }

        await OnlyAsync();
    }

    [Fact]
    public async Task Two_tabs_show_both_texts()
    {
        using var editor = await _site.SeatAsync(Role.Editor);
        using var made = await editor.SendAsync("/admin/snippets/new", "main form", ("Input.Name", "Thanks"), ("Input.Text", "Words."));
        var path = $"/admin/snippets/{(await OnlyAsync()).Id}/edit";
        var old = await editor.ReadAsync(path);
        using var first = await editor.SendAsync(path, "main form", ("Input.Text", "By the first."));

        using var second = await editor.SendAsync(old, path, "main form", ("Input.Text", "By the second."));
        var both = await Site.ParseAsync(second);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("By the first.", both.QuerySelector("textarea.theirs")!.TextContent, StringComparison.Ordinal);
        using var knowing = await editor.SendAsync(both, path, "main form");

        Assert.Equal("By the second.", (await OnlyAsync()).Text);
    }

    [Fact]
    public async Task The_list_behind_two_semicolons_names_one_s_own_by_their_beginnings()
    {
        using var editor = await _site.SeatAsync(Role.Editor);
        foreach (var (name, text) in new[] { ("Über Daten", "U"), ("Code link", "C"), ("The code", "T"), ("Hostile", "</li></ul><script>alert(1)</script>\"'") })
        {
            using var made = await editor.SendAsync("/admin/snippets/new", "main form", ("Input.Name", name), ("Input.Text", text));
        }

        Assert.Equal(["Code link", "The code"], await NamesAsync("co"));
        Assert.Equal(["Über Daten"], await NamesAsync("UBER"));
        Assert.Equal(4, (await NamesAsync("")).Count);
        var page = await editor.ReadAsync("/admin/snippets/named?q=nothing+of+it");
        Assert.Empty(page.QuerySelectorAll("[role=option]"));
        Assert.Contains("no snippet of that name", page.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        page = await editor.ReadAsync("/admin/snippets/named?q=host");
        Assert.Equal("</li></ul><script>alert(1)</script>\"'", page.QuerySelector("[role=option]")!.GetAttribute("data-text"));
        Assert.Null(page.QuerySelector("script"));

        async Task<List<string>> NamesAsync(string q) => [.. (await editor.ReadAsync($"/admin/snippets/named?q={Uri.EscapeDataString(q)}")).QuerySelectorAll("[role=option] b").Select(b => b.TextContent)];
    }

    private Task<List<Snippet>> AllAsync() => _site.WithDbAsync(db => db.Snippets.AsNoTracking().ToListAsync());

    private async Task<Snippet> OnlyAsync() => Assert.Single(await AllAsync());
}
