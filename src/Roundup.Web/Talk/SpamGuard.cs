using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Roundup.Model.Discussion;
using Roundup.Model.Text;

namespace Roundup.Web.Talk;

/// <summary>What tells a script from a person, without a puzzle. It holds, it never refuses: an editor may know better.</summary>
public sealed class SpamGuard(IDataProtectionProvider protection, WorkChallenge work, TimeProvider clock)
{
    /// <summary>Nobody reads a form, writes and sends it in less.</summary>
    public static readonly TimeSpan Quickest = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const string Asked = " work";

    private readonly IDataProtector _protector = protection.CreateProtector("Roundup.Talk.Opened");

    /// <summary>What <c>_Guard.cshtml</c> puts into a form.</summary>
    public sealed class Input
    {
        /// <summary>A field that no person sees.</summary>
        public string? Website { get; set; }

        /// <summary>When the form was opened, sealed.</summary>
        public string? Opened { get; set; }

        /// <summary>What the browser calculated, where it was asked to.</summary>
        public string? Work { get; set; }
    }

    /// <summary>For a form that is opened now.</summary>
    /// <param name="asksForWork">Whether it asks the browser to calculate; that it did is sealed with it.</param>
    public string Opened(bool asksForWork = false) => _protector.Protect($"{clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)}{(asksForWork ? Asked : "")}");

    /// <summary>For a form that is shown: when it was opened first, where it comes back with a refusal or a preview.</summary>
    public string Opened(HttpRequest request, bool asksForWork) =>
        request.HasFormContentType && request.Form["Guard.Opened"] is [{ Length: > 0 } opened] && Read(opened) is var (_, asked) && asked == asksForWork ? opened : Opened(asksForWork);

    /// <summary>What is against a form, by how it came.</summary>
    /// <param name="isKnown">Whether the writer has shown who they are: of them no work is asked.</param>
    public CommentHolds Look(Input input, bool isKnown = false) =>
        (string.IsNullOrEmpty(input.Website) ? CommentHolds.None : CommentHolds.Trap) | (TookItsTime(input, isKnown) ? CommentHolds.None : CommentHolds.TooQuick);

    /// <summary>What is against words, whoever sent them.</summary>
    public static CommentHolds Look(Prose words, DiscussionRules rules) =>
        (Links(words.Html) > rules.MostLinks ? CommentHolds.ManyLinks : CommentHolds.None) | (ListedWord(words.Source, rules) is not null ? CommentHolds.ListedWord : CommentHolds.None);

    /// <summary>The first word of the list that a text has, as it stands in the list; null for none. Spaces, case and accents don't hide one; parts of longer words are not meant.</summary>
    public static string? ListedWord(string text, DiscussionRules rules)
    {
        var spaced = Spaced(text);
        return rules.Words.FirstOrDefault(w => Spaced(w) is var word && word is not "  " && spaced.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Of words that are shown as they were typed.</summary>
    public static int Links(string text) => Regex.Count(text, @"://|\bwww\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static int Links(SafeHtml html) => Regex.Count(html.ToString(), "<a ", RegexOptions.CultureInvariant);

    private static string Spaced(string text) => $" {string.Join(' ', Regex.Split(text, @"[^\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant).Select(Letters.Only).Where(w => w is not ""))} ";

    private bool TookItsTime(Input input, bool isKnown) =>
        Read(input.Opened) is var (at, asked) && clock.GetUtcNow() - at is var age && age >= Quickest && age <= Longest && (!asked || isKnown || work.Takes(input.Work));

    private (DateTimeOffset At, bool Asked)? Read(string? sealedTime)
    {
        try
        {
            var opened = _protector.Unprotect(sealedTime ?? "");
            var asked = opened.EndsWith(Asked, StringComparison.Ordinal);
            return (new(long.Parse(asked ? opened[..^Asked.Length] : opened, CultureInfo.InvariantCulture), TimeSpan.Zero), asked);
        }
        catch (Exception mistake) when (mistake is CryptographicException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}
