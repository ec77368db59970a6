using Roundup.Sources.Pages;

namespace Roundup.Tests.Sources.Pages;

public class Closed_doors(ITestOutputHelper output)
{
    private static readonly (string Sentence, string[] Titles)[] Doors =
    [
        (ClosedDoor.Refuses,
        [
            "Just a moment...", "Attention Required! | Cloudflare", "Verify you are human", "Verifying you are human", "Access denied", "Access Denied | www.example.org used Cloudflare to restrict access",
            "Access to this page has been denied.", "Checking your browser before accessing example.org", "403 Forbidden", "Forbidden", "Error 403", "Robot Check", "Pardon Our Interruption", "Client Challenge",
            "Are you a robot?", "Human Verification", "DDoS-Guard", "Security Check", "Vercel Security Checkpoint", "Making sure you're not a bot!", "Sorry, you have been blocked", "Radware Bot Manager Captcha",
            "Request Rejected", "Too Many Requests", "One moment, please...", "Just a moment… - Example",
        ]),
        (ClosedDoor.WantsSignIn,
        [
            "Sign in", "Log in", "Login - Example", "Sign in - Example Accounts", "Sign in to your account", "Log in to Example", "Login required", "Institutional Login", "Log In | Example", "Authentication required",
            "Shibboleth Authentication Request", "Redirecting...", "Create an account", "Session expired",
        ]),
        (ClosedDoor.WantsConsent,
            ["Before you continue to YouTube", "Cookie consent", "We value your privacy", "Privacy settings", "Cookie Absent", "DPG Media Privacy Gate", "Consent required", "Please enable cookies to continue"]),
        (ClosedDoor.NotFound,
        [
            "404 Not Found", "404", "Page not found", "Page not found | Example", "404 - Page not found - Example", "Article not found", "[1910.06444] Article not found", "Not Found", "Error 404", "Oops! Something went wrong",
            "Page Not Found - LessWrong", "DOI Not Found", "The page you requested was not found", "This page could not be found", "Post not found", "500 Internal Server Error", "502 Bad Gateway", "Site not found · GitHub Pages",
            "Application error: a client-side exception has occurred",
        ]),
        (ClosedDoor.Parked,
        [
            "example.org is for sale", "This domain is for sale", "example.org - This domain may be for sale!", "HugeDomains.com - Shop for over 300,000 Premium Domains", "Parked Domain name on Hostinger DNS system", "Account Suspended",
            "Welcome to nginx!", "Apache2 Ubuntu Default Page: It works", "Index of /papers", "Coming Soon", "Domain default page",
        ]),
        (ClosedDoor.WantsScript, ["Enable JavaScript and cookies to continue", "Please enable JavaScript", "Loading..."]),
    ];

    [Fact]
    public void Each_is_recognised_and_none_becomes_a_paper()
    {
        var wrong = new List<string>();
        foreach (var (sentence, titles) in Doors)
            foreach (var title in titles)
            {
                var found = Record.Exception(() => Read.Page($"<html><head><title>{title}</title></head><body><p>Some words.</p></body></html>"))?.Message ?? "a paper";
                if (found != sentence) wrong.Add($"{title}: {found}");
            }
        var all = Doors.Sum(door => door.Titles.Length);
        output.WriteLine($"FIGURE: closed doors recognised by their titles = {all - wrong.Count}/{all}");
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Access denied: how the web was lost")]
    [InlineData("Just a moment of clarity")]
    [InlineData("Sign language recognition in the wild")]
    [InlineData("404 things I learned")]
    [InlineData("Login walls and their discontents")]
    [InlineData("Error bars")]
    [InlineData("Verify, then trust")]
    [InlineData("Cookies and consent: a field study")]
    [InlineData("Not found wanting")]
    [InlineData("Coming soon to a lab near you")]
    [InlineData("Robot checkers: playing draughts")]
    [InlineData("Security checks for smart contracts")]
    [InlineData("A domain for sale: pricing names")]
    [InlineData("Loading and unloading of ships")]
    [InlineData("Attention is required")]
    public void A_title_that_only_begins_like_one_is_a_title(string title) =>
        Assert.Equal(title, Read.Page($"<meta property=og:type content=article><title>{title}</title><h1>{title}</h1><p>Text.").Title);

    [Theory]
    [InlineData("""<title>www.example.org</title><script>window._cf_chl_opt={cvId:'3'};</script><noscript>Enable JavaScript and cookies to continue</noscript>""")]
    [InlineData("""<title>example.org</title><script src="https://challenges.cloudflare.com/turnstile/v0/api.js" async></script><body>Verify""")]
    [InlineData("""<title>example.org</title><script data-cfasync="false" src="https://geo.captcha-delivery.com/captcha/x.js"></script>""")]
    [InlineData("""<html><head><META NAME="robots" CONTENT="noindex,nofollow"></head><body>Request unsuccessful. Incapsula incident ID: 1-2</body></html>""")]
    public void A_wall_is_recognised_by_its_machinery(string html) => Assert.Equal(ClosedDoor.Refuses, Read.Refusal(html));

    [Fact]
    public void A_comment_form_with_a_robot_test_makes_no_wall() =>
        Assert.Equal("Why lists", Read.Page($"<title>Why lists</title><meta name=author content='Jane Doe'><script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script><body><h1>Why lists</h1><p>{new string('x', 50)} {string.Join(' ', Enumerable.Repeat("word", 400))}").Title);

    [Theory]
    [InlineData("", ClosedDoor.SaysNothing)]
    [InlineData("<html><body></body></html>", ClosedDoor.SaysNothing)]
    [InlineData("<title> </title><p>Words without a name.</p>", ClosedDoor.SaysNothing)]
    [InlineData("<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>", ClosedDoor.WantsScript)]
    public void A_page_that_says_nothing_is_no_paper(string html, string sentence) => Assert.Equal(sentence, Read.Refusal(html));

    [Fact]
    public void Each_sentence_says_what_to_do() =>
        Assert.All([.. Doors.Select(door => door.Sentence), ClosedDoor.SaysNothing], sentence => Assert.Contains("paste the details", sentence));
}
