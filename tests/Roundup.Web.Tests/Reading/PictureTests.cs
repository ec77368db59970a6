using System.Net;
using Roundup.Model.Papers;
using SkiaSharp;

namespace Roundup.Web.Tests.Reading;

public sealed class PictureTests(OpenShelf site) : IClassFixture<OpenShelf>
{
    [Theory]
    [InlineData("/issues/1/picture.png")]
    [InlineData("/issues/2/picture.png")]
    [InlineData("/papers/1/picture.png")]
    [InlineData("/papers/2/picture.png")]
    [InlineData("/papers/3/picture.png")]
    public async Task A_picture_has_its_size_and_ink_where_it_should_be(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        var bytes = await reply.Content.ReadAsByteArrayAsync();
        using var picture = SKBitmap.Decode(bytes);

        Assert.Equal("image/png", reply.Content.Headers.ContentType?.ToString());
        Assert.Equal((1200, 630), (picture.Width, picture.Height));
        Assert.InRange(bytes.Length, 5_000, 200_000);
        // Name, number, heading, foot, ring; nothing at the edges.
        Assert.InRange(Ink(picture, 72, 50, 600, 110), 300, 60_000);
        Assert.InRange(Ink(picture, 72, 160, 700, 200), 200, 30_000);
        Assert.InRange(Ink(picture, 72, 210, 712, 540), 500, 100_000);
        Assert.InRange(Ink(picture, 730, 160, 1150, 590), 500, 100_000);
        Assert.Equal(0, Ink(picture, 0, 0, 60, 630) + Ink(picture, 1140, 0, 1200, 630) + Ink(picture, 0, 600, 1200, 630));
    }

    [Fact]
    public async Task A_page_names_its_picture_and_with_its_version_it_is_kept_for_good()
    {
        foreach (var path in new[] { "/", "/issues/1/first-things", "/papers/1/alpha-alpha" })
        {
            var page = await site.PageAsync(path);
            string Meta(string name) => page.QuerySelector($"meta[property='og:{name}']")!.GetAttribute("content")!;
            using var visitor = site.Visitor();
            using var reply = await visitor.GetAsync(Meta("image"));

            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            Assert.True(reply.Headers.CacheControl is { Public: true, MaxAge.TotalDays: > 300 }, $"{path}: {reply.Headers.CacheControl}");
            Assert.Equal(["1200", "630"], [Meta("image:width"), Meta("image:height")]);
            Assert.True(Meta("image:alt").Length > 20);
            Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Meta("url"));
            Assert.Equal("summary_large_image", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        }
    }

    [Fact]
    public async Task An_old_version_is_kept_briefly_and_what_is_not_out_has_no_picture()
    {
        using var visitor = site.Visitor();
        using var old = await visitor.GetAsync("/issues/1/picture.png?v=old");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/issues/1/picture.png");
        again.Headers.IfNoneMatch.Add(old.Headers.ETag!);

        Assert.True(old.Headers.CacheControl is { MaxAge.TotalMinutes: < 10 });
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendAsync(again)).StatusCode);
        foreach (var path in new[] { "/issues/3/picture.png", "/issues/99/picture.png", "/papers/4/picture.png", "/papers/99/picture.png" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_heading_of_any_length_is_drawn_and_for_one_whose_letters_the_fonts_lack_the_number_stands()
    {
        await using var own = new Site();
        await using var plain = new Site();
        string[] headings = [new('w', 300), string.Join(' ', Enumerable.Repeat("extraordinarily", 18)), "é̀̂ñ ünïcödé Ωμέγα Привет", "a", "論文の棚", "שלום", "😀🎉"];
        foreach (var (shelf, isPlain) in new[] { (own, false), (plain, true) })
            await shelf.WithDbAsync(async db =>
            {
                await db.SetUpAsync("論文 😀");
                for (var n = 1; n <= headings.Length; n++) await db.PublishAsync(n, isPlain ? $"Issue {n}" : headings[n - 1], Scene.Paper($"Paper {n}", $"2301.{n:00000}"));
            });
        using var visitor = own.Visitor();
        using var other = plain.Visitor();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var n = 1; n <= headings.Length; n++)
        {
            using var picture = SKBitmap.Decode(await visitor.GetByteArrayAsync($"/issues/{n}/picture.png"));
            using var number = SKBitmap.Decode(await other.GetByteArrayAsync($"/issues/{n}/picture.png"));
            Assert.InRange(Ink(picture, 72, 210, 716, 545), 200, 150_000);
            Assert.Equal(0, Ink(picture, 725, 140, 740, 620) + Ink(picture, 1140, 0, 1200, 630));
            Assert.Equal(n > 4, AreAlike(picture, number, 72, 210, 716, 545));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: a picture in ms = {System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds / headings.Length / 2:0}");
    }

    [Fact]
    public async Task An_author_whose_letters_the_fonts_lack_takes_the_comma_along()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync("The Shelf");
            string[][] authors = [["王小明"], [], ["Ann Reader"]];
            for (var n = 1; n <= authors.Length; n++)
            {
                var paper = Scene.Paper("Alpha", $"2301.{n:00000}", authors[n - 1]);
                paper.Classify(PaperKind.Preprint, new(2024, 1, 1), PaperImprint.None, Scene.FirstFriday);
                await db.PublishAsync(n, $"Theme {n}", paper);
            }
        });
        using var visitor = own.Visitor();
        var pictures = new List<SKBitmap>();
        foreach (var n in Enumerable.Range(1, 3)) pictures.Add(SKBitmap.Decode(await visitor.GetByteArrayAsync($"/papers/{n}/picture.png")));

        Assert.True(AreAlike(pictures[0], pictures[1], 72, 540, 720, 590));
        Assert.False(AreAlike(pictures[1], pictures[2], 72, 540, 720, 590));
        foreach (var picture in pictures) picture.Dispose();
    }

    [Fact]
    public async Task A_formula_is_said_in_the_letters_that_the_page_shows()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync("The Shelf");
            await db.PublishAsync(1, "Theme", Scene.Paper(@"On $\mathcal{N}=4$ and $\alpha_s < x$", "2301.00001", "Ann Reader"));
        });

        var page = await own.PageAsync($"/papers/1/{Roundup.Model.Text.Slug.Of(@"On $\mathcal{N}=4$ and $\alpha_s < x$")}");
        var said = page.QuerySelector("meta[property='og:image:alt']")!.GetAttribute("content")!;

        Assert.Contains("=4 and α", said, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"mathcal|alpha|[$\\{}]", said);
    }

    private static bool AreAlike(SKBitmap one, SKBitmap other, int left, int top, int right, int bottom)
    {
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
                if (one.GetPixel(x, y) != other.GetPixel(x, y)) return false;
        return true;
    }

    // Pixels that are much darker than paper.
    private static int Ink(SKBitmap picture, int left, int top, int right, int bottom)
    {
        var ink = 0;
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
                if (picture.GetPixel(x, y) is var c && c.Red + c.Green + c.Blue < 600) ink++;
        return ink;
    }
}
