using System.Text.RegularExpressions;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>
/// One submission. Its fields stand bare in the older interface and as <c>{"value": …}</c> in the newer one. Whether it was accepted only its
/// <c>venueid</c> says; the page's <c>citation_conference_title</c> does not.
/// </summary>
internal static partial class OpenReviewNote
{
    /// <summary>How a venue calls what it has not accepted.</summary>
    private static readonly string[] NotAccepted =
    [
        "Submission", "Rejected_Submission", "Withdrawn_Submission", "Desk_Rejected_Submission", "Submitted", "Under_Review", "Decision_Pending", "Rejected",
        "Withdrawn", "Desk_Rejected", "Retracted_Acceptance",
    ];

    /// <summary>Null for what has no title.</summary>
    public static PaperRecord? Read(JsonAnswer note, PaperId asked, string source)
    {
        if (MarkupText.Clean(Value(note, "title").Text) is not { Length: > 0 } title) return null;

        var (text, venue, venueId) = (MarkupText.Abstract(WithoutMarkdown(Value(note, "abstract").Text)), MarkupText.Clean(Value(note, "venue").Text), Value(note, "venueid").Text);
        var isAccepted = IsAccepted(venueId, venue);
        return new()
        {
            Id = asked with { Version = null },
            Title = title,
            Authors = [.. Value(note, "authors").Items.Select(Name).Where(name => name is not "")],
            Abstract = text,
            Kind = isAccepted ? (venueId.Contains('/') ? PaperKind.ConferencePaper : PaperKind.Article) : IsSelfClaim(venueId) ? PaperKind.Unknown : PaperKind.Preprint,
            Venue = isAccepted ? venue : null,
            Imprint = isAccepted ? new(IssuedOn: note["pdate"].Moment) : PaperImprint.None,
            PublishedOn = note["odate"].Moment ?? note["pdate"].Moment ?? note["cdate"].Moment ?? note["tcdate"].Moment,
            Links = [.. Links(note, asked), .. LinksInText.Of(text ?? "")],
            Notices = [.. Notices(note, asked, isAccepted, venue, venueId)],
            Source = source,
        };
    }

    private static JsonAnswer Value(JsonAnswer note, string name) => note["content"][name] is { IsObject: true } wrapped ? wrapped["value"] : note["content"][name];

    private static string Name(JsonAnswer author) =>
        MarkupText.Clean(author.IsObject ? (author["fullname"].Text is { Length: > 0 } name ? name : author["name"].Text) : author.Text);

    private static bool IsAccepted(string venueId, string venue) =>
        venueId is not "" && venue is not "" && !IsSelfClaim(venueId) && !NotAccepted.Contains(venueId.Split('/')[^1])
        && !venue.StartsWith("Submitted to", StringComparison.OrdinalIgnoreCase);

    // Whoever uploads a paper of elsewhere writes what he likes there.
    private static bool IsSelfClaim(string venueId) =>
        venueId is "" || venueId.StartsWith("dblp.org", StringComparison.OrdinalIgnoreCase) || venueId.StartsWith("OpenReview.net/", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<PaperLink> Links(JsonAnswer note, PaperId id)
    {
        if (Value(note, "pdf").Text is not "") yield return new(LinkKind.Pdf, $"https://openreview.net/pdf?id={Uri.EscapeDataString(id.Value)}");
        foreach (var name in (string[])["code", "code_link", "code_URL"])
            if (Value(note, name).Address is { } code) yield return new(LinkKind.Code, code);
    }

    private static IEnumerable<PaperNotice> Notices(JsonAnswer note, PaperId id, bool isAccepted, string venue, string venueId)
    {
        if (isAccepted) yield return new(PaperChangeKind.Published, venue, note["pdate"].Moment, PaperAddress.Of(id));
        if (venueId.Split('/')[^1] is "Withdrawn_Submission" or "Withdrawn") yield return new(PaperChangeKind.Withdrawn, "Withdrawal", null, PaperAddress.Of(id));
    }

    // Abstracts may hold Markdown and TeX; the TeX stays.
    private static string WithoutMarkdown(string text) => Link().Replace(Bold().Replace(text, "${words}"), "${words} (${address})");

    [GeneratedRegex(@"\*\*(?<words>[^*\n$]{1,300})\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\[(?<words>[^\[\]\n]{1,300})\]\((?<address>https?://[^\s()]{1,500})\)")]
    private static partial Regex Link();
}
