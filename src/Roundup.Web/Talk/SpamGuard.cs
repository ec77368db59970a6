using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Roundup.Model.Discussion;
using Roundup.Model.Text;

namespace Roundup.Web.Talk;

/// <summary>What tells a script from a person, without a puzzle. It holds, it never refuses: an editor may know better.</summary>
public sealed class SpamGuard(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Nobody reads a form, writes and sends it in less.</summary>
    public static readonly TimeSpan Quickest = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly IDataProtector _protector = protection.CreateProtector("Roundup.Talk.Opened");

    /// <summary>What <c>_Guard.cshtml</c> puts into a form.</summary>
    public sealed class Input
    {
        /// <summary>A field that no person sees.</summary>
        public string? Website { get; set; }

        /// <summary>When the form was opened, sealed.</summary>
        public string? Opened { get; set; }
    }

    /// <summary>For a form that is opened now.</summary>
    public string Opened() => _protector.Protect(clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>For a form that is shown: when it was opened first, where it comes back with a refusal or a preview.</summary>
    public string Opened(HttpRequest request) =>
        request.HasFormContentType && request.Form["Guard.Opened"] is [{ Length: > 0 } opened] && IsWhole(opened) ? opened : Opened();

    /// <summary>What is against a form, by how it came.</summary>
    public CommentHolds Look(Input input) =>
        (string.IsNullOrEmpty(input.Website) ? CommentHolds.None : CommentHolds.Trap) | (TookLongEnough(input.Opened) ? CommentHolds.None : CommentHolds.TooQuick);

    /// <summary>What is against words, whoever sent them.</summary>
    public static CommentHolds Look(Prose words, DiscussionRules rules) =>
        (Links(words) > rules.MostLinks ? CommentHolds.ManyLinks : CommentHolds.None) | (HasListedWord(words.Source, rules) ? CommentHolds.ListedWord : CommentHolds.None);

    private static int Links(Prose words) => Regex.Count(words.Html.ToString(), "<a ", RegexOptions.CultureInvariant);

    // Spaces, case and accents don't hide a word; parts of longer words are not meant.
    private static bool HasListedWord(string text, DiscussionRules rules)
    {
        var listed = rules.Words.Select(Spaced).Where(w => w is not "  ").ToList();
        if (listed is []) return false;

        var spaced = Spaced(text);
        return listed.Exists(w => spaced.Contains(w, StringComparison.Ordinal));
    }

    private static string Spaced(string text) => $" {string.Join(' ', Regex.Split(text, @"[^\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant).Select(Letters.Only).Where(w => w is not ""))} ";

    private bool TookLongEnough(string? opened) => Read(opened) is { } at && clock.GetUtcNow() - at is var age && age >= Quickest && age <= Longest;

    private bool IsWhole(string opened) => Read(opened) is not null;

    private DateTimeOffset? Read(string? opened)
    {
        try
        {
            return new DateTimeOffset(long.Parse(_protector.Unprotect(opened ?? ""), CultureInfo.InvariantCulture), TimeSpan.Zero);
        }
        catch (Exception mistake) when (mistake is CryptographicException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}
