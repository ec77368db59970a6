using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Roundup.Browser.Tests.Harness;

/// <summary>
/// What axe has against a page. The package's own way opens a second page for every look and loads half a megabyte of script into both; here it is
/// loaded once, into the page itself.
/// </summary>
internal static class Axe
{
    /// <summary>WCAG 2.2 AA as far as axe can tell, and what it holds for good beside.</summary>
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Look = """
        async tags => (await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], iframes: false }))
          .violations.flatMap(v => v.nodes.map(n => ({ rule: v.id, help: v.help, html: n.html })))
        """;

    public static async Task<IReadOnlyList<Finding>> LookAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<Finding[]>(Look, Tags);
    }

    public sealed class Finding
    {
        public string Rule { get; set; } = "";

        public string Help { get; set; } = "";

        public string Html { get; set; } = "";

        public override string ToString() => $"{Rule}: {Help} {Html}";
    }
}
