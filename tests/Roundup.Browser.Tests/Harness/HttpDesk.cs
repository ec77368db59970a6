using System.Diagnostics;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Roundup.Browser.Tests.Harness;

/// <summary>The desk of a site in another process, by its forms and without a browser: its owner, who sets it up and pastes.</summary>
internal sealed partial class HttpDesk(HttpClient client)
{
    private const string Email = "ann@example.org";
    private const string Password = "a sentence that is long enough";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Follows the link in the log of a new site, which may come a moment after its first answer.</summary>
    public static async Task<HttpDesk> SetUpAsync(SiteProcess site)
    {
        var link = await site.ReadAsync(SetUpLink());
        var desk = new HttpDesk(site.Client);
        await desk.SendAsync(link.Value, "form", ("Input.Name", "Ann"), ("Input.Email", Email), ("Input.Password", Password), ("Input.Title", "The Slow Shelf"), ("Input.AddSample", "false"));
        return desk;
    }

    /// <summary>For a site that was set up by an earlier process.</summary>
    public static async Task<HttpDesk> SignInAsync(SiteProcess site)
    {
        var desk = new HttpDesk(site.Client);
        await desk.SendAsync("/account/sign-in", "form", ("Input.Email", Email), ("Input.Password", Password));
        return desk;
    }

    /// <summary>A post as editors write it, with a heading, an address and a word of opinion for each paper.</summary>
    public static string Post(IEnumerable<(string Title, string Link)> papers) =>
        $"# Shelf\n\n{string.Join("\n\n", papers.Select(p => $"## {p.Title}\n\n{p.Link}\n\n**Opinion:** Worth a look."))}\n";

    /// <summary>Pastes, accepts what was understood, and leaves with a draft.</summary>
    /// <returns>The draft's address.</returns>
    public async Task<string> DraftAsync(string pasted)
    {
        var outline = await SendAsync("/admin/read", "form:has(textarea)", ("Input.Text", pasted));
        var (_, address) = await SubmitAsync(outline, "/admin/read", "form[action='/admin/read/accept']");
        Assert.EndsWith("/edit", address, StringComparison.Ordinal);
        return address[..^"/edit".Length];
    }

    /// <summary>The cards of a draft once nobody is being asked about them any more.</summary>
    public async Task<IHtmlDocument> SettledAsync(string draft)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            var cards = await ReadAsync($"{draft}/cards");
            if (cards.QuerySelector("#filling")!.GetAttribute("data-asking") is null or "") return cards;
            Assert.True(watch.Elapsed < Patience, $"Still being asked after {Patience}: {cards.QuerySelector("#filling")!.TextContent.Trim()}");
        }
    }

    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var reply = await client.GetAsync(path);
        Assert.True(reply.IsSuccessStatusCode, $"{path}: {(int)reply.StatusCode}");
        return new HtmlParser().ParseDocument(await reply.Content.ReadAsStringAsync());
    }

    private async Task<IHtmlDocument> SendAsync(string page, string form, params (string Name, string Value)[] typed) =>
        (await SubmitAsync(await ReadAsync(page), page, form, typed)).Page;

    private async Task<(IHtmlDocument Page, string Address)> SubmitAsync(IHtmlDocument page, string at, string selector, params (string Name, string Value)[] typed)
    {
        var form = Assert.IsAssignableFrom<IHtmlFormElement>(page.QuerySelector(selector));
        var fields = typed.Select(t => KeyValuePair.Create(t.Name, t.Value)).ToList();
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { } name || typed.Any(t => t.Name == name)) continue;
            if (element is IHtmlInputElement input) fields.Add(new(name, input.Value));
            if (element is IHtmlTextAreaElement area) fields.Add(new(name, area.Value));
            if (element is IHtmlSelectElement select) fields.Add(new(name, select.Value ?? ""));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action") ?? at) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var reply = await client.SendAsync(request);
        var words = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.IsSuccessStatusCode, $"{at}: {(int)reply.StatusCode}");
        return (new HtmlParser().ParseDocument(words), reply.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+/set-up/[^""\s\\]+")]
    private static partial Regex SetUpLink();
}
