using System.Text.RegularExpressions;

namespace Roundup.Tests.House;

/// <summary>A page that shows "14:22" in one run and "27 Nov, 14:22" in the next breaks its lines elsewhere: what a browser sees has a clock of its own.</summary>
public sealed partial class ClockTests
{
    private const string Folder = "tests/Roundup.Browser.Tests";

    [Fact]
    public void What_a_browser_sees_does_not_depend_on_the_hour_of_the_run()
    {
        // A site in a process of its own has the machine's clock; the cookies of every site have it, since the browser has.
        var asking = Repository.Files(Folder, "*.cs")
            .Where(file => file is not $"{Folder}/Harness/BrowserSite.cs" && Repository.Text(file) is var text && MachineClock().IsMatch(text) && !text.Contains("SiteProcess.Start", StringComparison.Ordinal));

        Assert.Empty(asking);
    }

    [GeneratedRegex(@"\bTimeProvider\.System\b|\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex MachineClock();
}
