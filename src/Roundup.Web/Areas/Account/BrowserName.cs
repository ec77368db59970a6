namespace Roundup.Web.Areas.Account;

/// <summary>What a browser calls itself, in plain words. Half of what it says is about other browsers, so that the order matters.</summary>
public static class BrowserName
{
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Vivaldi", "Vivaldi"), ("FxiOS", "Firefox"), ("Firefox/", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("Linux", "Linux")];

    /// <summary>Firefox on Windows.</summary>
    public static string InWords(string userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        return (browser, system) switch
        {
            ("", "") => "A browser that does not say what it is",
            ("", _) => $"A browser on {system}",
            (_, "") => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string Find((string Sign, string Name)[] known, string userAgent) => Array.Find(known, k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name ?? "";
}
