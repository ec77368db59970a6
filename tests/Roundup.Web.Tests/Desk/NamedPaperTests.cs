using Roundup.Data.People;

namespace Roundup.Web.Tests.Desk;

/// <summary>The list that opens behind [[.</summary>
public sealed class NamedPaperTests : IAsyncDisposable
{
    private readonly DeskSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task It_names_papers_of_issues_by_words_of_their_titles_and_by_their_first_authors()
    {
        await ShelfAsync();
        using var contributor = await _site.SeatAsync(Role.Contributor);

        Assert.Equal(["Facts in GPT-J", "Locating and Editing Factual Associations"], await TitlesAsync(contributor, "fact"));
        Assert.Equal(["Locating and Editing Factual Associations"], await TitlesAsync(contributor, "editing LOCAT"));
        Assert.Equal(["Facts in GPT-J"], await TitlesAsync(contributor, "gpt-j"));
        Assert.Equal(["Über Flüsse"], await TitlesAsync(contributor, "uber flusse"));
        Assert.Equal(["Über Flüsse"], await TitlesAsync(contributor, "müller"));
        Assert.Empty(await TitlesAsync(contributor, "rivers of ink"));
        // What readers can see comes first, and the newest of it.
        Assert.Equal(["[A] *bracket* in the title", "Über Flüsse", "Locating and Editing Factual Associations", "Facts in GPT-J"], await TitlesAsync(contributor, ""));
    }

    [Fact]
    public async Task A_row_says_who_when_and_where_and_carries_the_link()
    {
        await ShelfAsync();
        using var editor = await _site.SeatAsync(Role.Editor);

        var option = (await editor.ReadAsync("/admin/papers/named?q=locating")).QuerySelector("[role=option]")!;
        Assert.Equal("Meng & Bau, in issues 1 and 2", option.QuerySelector("span")!.TextContent);
        Assert.Matches(@"^\[Locating and Editing Factual Associations\]\(/papers/\d+/locating-and-editing-factual-associations\)$", option.GetAttribute("data-text"));
        var address = option.GetAttribute("data-text")!.Split('(', ')')[1];
        Assert.Equal("Locating and Editing Factual Associations", (await _site.PageAsync(address)).QuerySelector("h1")!.TextContent.Trim());

        Assert.EndsWith("in issue 3, not out yet", (await editor.ReadAsync("/admin/papers/named?q=gpt")).QuerySelector("[role=option] span")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(@"[\[A\] \*bracket\* in the title](/papers/", (await editor.ReadAsync("/admin/papers/named?q=bracket")).QuerySelector("[role=option]")!.GetAttribute("data-text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_at_most_eight_and_takes_whatever_is_typed()
    {
        await ShelfAsync();
        await _site.WithDbAsync(async db => await db.PublishAsync(7, "Many", [.. Enumerable.Range(1, 12).Select(i => Scene.Paper($"Many rivers {i}"))]));
        using var editor = await _site.SeatAsync(Role.Editor);

        Assert.Equal(8, (await TitlesAsync(editor, "many")).Count);
        foreach (var odd in new[] { "\0", "%", "_", "' OR 1=1 --", "<script>", new string('x', 5000), string.Join(' ', Enumerable.Repeat("a", 500)), "\ud83d\ude00", "]] [[" })
            Assert.True((await TitlesAsync(editor, odd)).Count <= 8);
    }

    private static async Task<List<string>> TitlesAsync(Seat seat, string q) =>
        [.. (await seat.ReadAsync($"/admin/papers/named?q={Uri.EscapeDataString(q)}")).QuerySelectorAll("[role=option] b").Select(b => b.TextContent)];

    private Task ShelfAsync() => _site.WithDbAsync(async db =>
    {
        await db.SetUpAsync();
        var known = Scene.Paper("Locating and Editing Factual Associations", "2202.05262", "Kevin Meng", "David Bau");
        await db.PublishAsync(1, "First", known, Scene.Paper("Über Flüsse", "", "Jürgen Müller"));
        await db.PublishAsync(2, "Second", known, Scene.Paper("[A] *bracket* in the title", "", "Ada One"));
        await db.DraftAsync(3, "Third", Scene.Paper("Facts in GPT-J", "", "Bo Two"), known);
        db.Add(Scene.Paper("Rivers of ink", "", "Cy Three"));
        await db.SaveChangesAsync();
    });
}
