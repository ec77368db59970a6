using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>Cards fill in while somebody writes.</summary>
[Collection(Clipboard.Name)]
public sealed partial class Cards_fill_in(BrowserSite site) : BrowserTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { Permissions = ["clipboard-read", "clipboard-write"] };

    [Fact]
    public async Task A_card_fills_in_while_its_opinion_is_written()
    {
        var gate = new TaskCompletionSource();
        Site.Network = async (address, cancel) =>
        {
            if (address.Host is not "export.arxiv.org") return null;
            await gate.Task.WaitAsync(cancel);
            return Feed(address);
        };
        await Paste.IntoDraftAsync(Site, Page, "https://arxiv.org/abs/2204.00001\nhttps://arxiv.org/abs/2204.00002");
        await Assertions.Expect(Page.Locator("#filling")).ToContainTextAsync("being asked");
        await ShootAsync("asking");
        var opinion = Page.Locator(".outline > .item textarea").First;
        await opinion.FillAsync("Half a sentence, and then");

        gate.SetResult();

        await Assertions.Expect(Page.Locator(".outline > .item h3").First).ToHaveTextAsync("On 2204.00001");
        await Assertions.Expect(Page.Locator(".outline > .item h3").Nth(1)).ToHaveTextAsync("On 2204.00002");
        await Assertions.Expect(Page.Locator("#filling progress")).ToHaveCountAsync(0);
        await Assertions.Expect(opinion).ToHaveValueAsync("Half a sentence, and then");
        await ShootAsync("filled");
    }

    private static HttpResponseMessage Feed(Uri address)
    {
        var entries = ArxivIds().Matches(address.Query).Select(id => $"<entry><id>http://arxiv.org/abs/{id.Value}v1</id><title>On {id.Value}</title><summary>We study {id.Value}.</summary><author><name>Ada One</name></author><published>2022-04-01T00:00:00Z</published></entry>");
        return new()
        {
            Content = new StringContent($"<?xml version='1.0' encoding='UTF-8'?><feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Concat(entries)}</feed>", Encoding.UTF8, "application/atom+xml"),
        };
    }

    [GeneratedRegex(@"\d{4}\.\d{5}")]
    private static partial Regex ArxivIds();
}
