using System.Text.RegularExpressions;

namespace Roundup.Sources.Pages;

/// <summary>
/// Recognises what stands where a paper should: walls against robots, sign-in forms, consent forms, pages that were not found, domains for
/// sale. Only a page without a bibliographic title is suspected: a paper may well be called "Access denied".
/// </summary>
internal static partial class ClosedDoor
{
    public const string Refuses = "This page refuses servers. Open it and use the clipper, or paste the details.";
    public const string WantsSignIn = "That page wants a sign-in first. Open it and use the clipper, or paste the details.";
    public const string WantsConsent = "That page asks about cookies before it shows anything. Open it and use the clipper, or paste the details.";
    public const string WantsScript = "That page is empty without script. Open it and use the clipper, or paste the details.";
    public const string NotFound = "There is no paper at that address: the page says that nothing was found. Check it, or paste the details.";
    public const string Parked = "There is no page at that address, only an empty or parked site. Check it, or paste the details.";
    public const string SaysNothing = "That page says nothing about itself that could be read. Open it and use the clipper, or paste the details.";

    /// <summary>The sentence for the editor; null for a page that is one.</summary>
    public static string? Sentence(PageOutline page)
    {
        if (page.Has("citation_title", "bepress_citation_title", "eprints.title", "dc.title", "dcterms.title")) return null;

        // With a title of its own and much text, a page that carries a robot test carries it for its comment form.
        if (page.IsChallenge && (page.Beginning.Length < 1000 || !IsDescribed(page))) return Refuses;

        var titles = new[] { PageText.OfText(page.Title, 500), PageText.OfText(page.First("og.title"), 500), page.Headings.Count is 1 ? page.Headings[0] : "" }.Where(title => title is not "").ToList();
        foreach (var title in titles)
            if (OfTitle(page, title) is { } sentence) return sentence;

        if (Incident().IsMatch(page.Beginning)) return Refuses;
        var isBare = page is { JsonLd: [], FrontMatter: [], Beginning.Length: < 400 } && titles.All(page.Site.IsName);
        return isBare && NeedsScript().IsMatch(page.Beginning) ? WantsScript : null;
    }

    private static string? OfTitle(PageOutline page, string title)
    {
        // "[1910.06444] Article not found".
        var parts = SiteWords.Parts(Bracket().Replace(title, "")).ToArray();
        foreach (var (pattern, sentence) in Kinds)
        {
            if (!parts.Any(part => pattern.IsMatch(part))) continue;

            // "Access denied – a story" by somebody is a story; "Sign in – Google Accounts" is not.
            var rest = parts.Where(part => !pattern.IsMatch(part) && !page.Site.IsName(part) && !Noise().IsMatch(part));
            if (!rest.Any() || (pattern.IsMatch(parts[0]) && !IsDescribed(page))) return sentence;
        }
        return null;
    }

    private static bool IsDescribed(PageOutline page) =>
        page.First("og.type") is "article" || page.Has("article.published_time", "author", "article.author") || page.JsonLd.Count > 0;

    private static readonly (Regex Pattern, string Sentence)[] Kinds =
    [
        (Challenge(), Refuses), (SignIn(), WantsSignIn), (Consent(), WantsConsent), (Script(), WantsScript), (Missing(), NotFound), (Sale(), Parked),
    ];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?:just a moment|one moment,? please|please wait|attention required|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|access (?:to this page has been )?denied|you have been blocked|sorry, you have been blocked|blocked|forbidden|403(?: forbidden| error)?|error 403|checking your browser.{0,40}|security (?:check|checkpoint|verification)|human verification|robot (?:check|verification)|bot (?:verification|check|protection)|pardon our interruption|client challenge|captcha(?: challenge)?|recaptcha|ddos[- ](?:guard|protection).{0,20}|unusual traffic.{0,40}|vercel security checkpoint|making sure you.re not a bot|performing security verification|request (?:rejected|blocked)|radware (?:bot manager )?captcha|validate user|too many requests|rate limit(?:ed| exceeded)|unauthorized|401(?: unauthorized)?)\s*[!.…?]*$", Options)]
    private static partial Regex Challenge();

    [GeneratedRegex(@"^(?:(?:please )?(?:sign|log)[ -]?in(?: (?:to|with|or|required|page|into).{0,60})?|login(?: (?:page|required|form|to).{0,40})?|log on|sign up|register|(?:institutional|member|user|account) (?:login|sign[ -]in)|authentication (?:required|request)|shibboleth authentication request|create (?:an |your )?account|session expired|redirecting.{0,20}|you need to (?:log|sign) in.{0,40}|subscribe to (?:read|continue).{0,40})\s*[!.…]*$", Options)]
    private static partial Regex SignIn();

    [GeneratedRegex(@"^(?:before you continue.{0,30}|(?:cookie|privacy) (?:consent|settings|preferences|notice|wall)|we value your privacy|your privacy(?: choices| matters)?|consent(?: form| required)?|cookies? (?:absent|required|disabled|policy|error)|please (?:enable|accept) cookies.{0,30}|cookies? (?:is|are) (?:disabled|required).{0,20}|dpg media privacy gate)\s*[!.…]*$", Options)]
    private static partial Regex Consent();

    [GeneratedRegex(@"^(?:(?:please )?enable javascript.{0,60}|javascript (?:is )?(?:required|disabled|not available).{0,40}|you need to enable javascript.{0,60}|loading)\s*[!.…]*$", Options)]
    private static partial Regex Script();

    [GeneratedRegex(@"^(?:(?:error )?404(?: error)?(?: not found| page not found| \(not found\))?|error|oops.{0,30}|not found|(?:the )?(?:page|article|document|file|paper|post|item|record|content|url|resource|doi|site|publication|preprint|profile) (?:you requested )?(?:was |could |is |can )?(?:not (?:be )?found|missing|unavailable|no longer available|does ?n.t exist)|page (?:does not|doesn.t) exist|this page (?:isn.t available|could not be found|does not exist)|nothing (?:was )?found|no (?:such )?(?:page|paper|article)(?: found)?|doi not found|(?:500|502|503|504)(?: .{0,30})?|(?:internal )?server error|bad gateway|gone|410(?: gone)?|service unavailable|under maintenance|(?:site )?maintenance(?: mode)?|application error.{0,60})\s*[!.…]*$", Options)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^(?:(?:this )?domain (?:name )?(?:(?:is |may be )?(?:for sale|parked|available)|default page|expired)|\S+\.[a-z]{2,10} is for sale|buy this domain.{0,20}|(?:this )?(?:web)?site (?:is )?(?:parked|suspended|coming soon|under construction|not published)|parked (?:domain|page).{0,40}|hugedomains(?:\.com)?.{0,40}|account suspended|welcome to nginx|apache2? .{0,20}default page.{0,20}|iis windows server|index of /.{0,200}|coming soon|under construction|future home of.{0,80}|default web ?site page|plesk.{0,40})\s*[!.…]*$", Options)]
    private static partial Regex Sale();

    [GeneratedRegex(@"^(?:cloudflare|[0-9]{3}|error|akamai|\S+\.[a-z]{2,6}|arxiv(?: e-print archive)?|log ?in|sign ?in|github pages)$", Options)]
    private static partial Regex Noise();

    [GeneratedRegex(@"^\s*\[[^\]]{1,40}\]\s*")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"incapsula incident id|performance (?:&|and) security by cloudflare|cloudflare ray id|checking (?:if the site connection is secure|your browser before)|enable javascript and cookies to continue|please complete the security check|press (?:&|and) hold to confirm you are", Options)]
    private static partial Regex Incident();

    [GeneratedRegex(@"(?:enable|requires?|needs?|turn on|without) javascript|javascript (?:is )?(?:required|disabled|enabled)", Options)]
    private static partial Regex NeedsScript();
}
