using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>
/// Whether a page is for everybody: in both schemes, wide and narrow, axe has nothing against it, nothing reaches beyond the screen, at 320 px neither, and what can
/// be hit is 24 px tall.
/// </summary>
internal static class Look
{
    // A clipped overflow is no scroll bar, yet words are lost: what reaches beyond the screen must lie in something that scrolls by itself.
    private const string StickingOut = """
        () => [...document.body.querySelectorAll('*')].filter(e => {
          const r = e.getBoundingClientRect()
          if (!r.width || r.right <= innerWidth + 1 || !e.checkVisibility() || e.closest('.vh, .skip, [popover]:not(:popover-open), dt')) return false
          for (let up = e.parentElement; up; up = up.parentElement) if (/auto|scroll/.test(getComputedStyle(up).overflowX) && up.getBoundingClientRect().right <= innerWidth + 1) return false
          return true
        }).slice(0, 3).map(e => `${Math.round(e.getBoundingClientRect().right)} px: ${e.outerHTML.slice(0, 160)}`)
        """;

    private const string TooSmall = """
        () => [...document.querySelectorAll('button, a[href], input:not([type=hidden]), select, summary')]
          .filter(e => e.checkVisibility() && !e.closest('p:not(.acts), li li, td, q, dd, .vh, .skip, .prose, .live, blockquote, label'))
          .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 120)]).filter(([r]) => r.height < 23.5 || r.width < 23.5).map(([r, html]) => `${r.width}x${r.height} ${html}`)
        """;

    /// <param name="shoot">Makes a picture under a name, for whoever wants to look too.</param>
    public static async Task AtEveryWidthAsync(IPage page, Func<string, Task> shoot)
    {
        var complaints = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark), (320, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await shoot($"{width}-{scheme}".ToLowerInvariant());
            complaints.AddRange((await AtAsync(page, withAxe: width > 320)).Select(c => $"{width} px, {scheme}: {c}"));
        }

        Assert.True(complaints is [], string.Join(Environment.NewLine, complaints));
    }

    private static async Task<IEnumerable<string>> AtAsync(IPage page, bool withAxe)
    {
        var found = (await page.EvaluateAsync<string[]>(StickingOut)).Concat(await page.EvaluateAsync<string[]>(TooSmall));
        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")) found = found.Append("It scrolls sideways.");
        if (!withAxe) return found;

        // Axe waits for ever for a frame in which no script may run; what stands in it is looked at as a page of its own.
        var frames = await page.EvaluateAsync<int>("() => { const all = [...document.querySelectorAll('iframe')]; for (const f of all) f.remove(); return all.length }");
        var violations = (await Axe.LookAsync(page)).Where(f => !IsReachedAnyway(f.Rule, f.Html)).Select(f => $"{f}").ToList();
        if (frames > 0) await page.ReloadAsync();
        return found.Concat(violations);
    }

    // Axe asks for a tabindex, which stored MathML can't carry; browsers take what scrolls into the tab order by themselves, as a test of ours has it.
    private static bool IsReachedAnyway(string rule, string html) => rule is "scrollable-region-focusable" && html.StartsWith("<math", StringComparison.Ordinal);
}
