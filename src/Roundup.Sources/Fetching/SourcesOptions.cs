namespace Roundup.Sources.Fetching;

/// <summary>How this installation introduces itself to the sources that it asks. Section <c>Sources</c>.</summary>
public sealed class SourcesOptions
{
    public const string Section = "Sources";

    /// <summary>The public address of this site, for the User-Agent.</summary>
    public string? Site { get; set; }

    /// <summary>Whom a source may write to when this installation bothers it: an e-mail address, for the User-Agent.</summary>
    public string? Contact { get; set; }

    /// <summary>A token of an OpenReview account; without one OpenReview refuses servers and is not asked.</summary>
    public string? OpenReviewToken { get; set; }

    /// <summary>A key of Semantic Scholar's API; without one it is not asked.</summary>
    public string? SemanticScholarKey { get; set; }

    /// <summary>A key of OpenAlex's API; without one it is not asked.</summary>
    public string? OpenAlexKey { get; set; }

    /// <summary>Lets this machine itself be fetched from, on any port. Only tests set it, for their own server.</summary>
    public bool AllowLoopback { get; set; }

    internal bool IsPresentable =>
        (Site is null or "" || (Uri.TryCreate(Site, UriKind.Absolute, out var site) && site.Scheme is "http" or "https"))
        && (Contact is null or "" || System.Net.Mail.MailAddress.TryCreate(Contact, out _));

    /// <summary><c>Roundup/0.1.0 (+https://site; mailto:admin)</c>, as arXiv and Crossref ask for.</summary>
    internal string UserAgent
    {
        get
        {
            var version = typeof(SourcesOptions).Assembly.GetName().Version?.ToString(3);
            var who = string.Join("; ", new[] { Site is { Length: > 0 } ? $"+{Site}" : null, Contact is { Length: > 0 } ? $"mailto:{Contact}" : null }
                .OfType<string>().Select(part => new string([.. part.Where(c => c is > ' ' and < (char)127 and not ('(' or ')'))])));
            return who is "" ? $"Roundup/{version}" : $"Roundup/{version} ({who})";
        }
    }
}
