using System.Text;
using Microsoft.Extensions.Options;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>
/// Asks OpenReview's two interfaces (docs.openreview.net/reference/api-v2), the newer first: what was submitted before 2023 is mostly in the older
/// one. Since the summer of 2026 both answer servers with a challenge, unless they come with the token of an account.
/// </summary>
public sealed class OpenReviewApi : IPaperSource
{
    private static readonly string[] Interfaces = ["https://api2.openreview.net/notes?id=", "https://api.openreview.net/notes?id="];

    private const string RefusesServers = "OpenReview refuses servers. Open the page and use the clipper, or paste the details.";

    private readonly Inquiry _inquiry;

    public OpenReviewApi(GuardedClient client, IOptions<SourcesOptions> options)
    {
        var token = options.Value.OpenReviewToken?.Trim() ?? "";
        IsOn = token is not "";
        _inquiry = new(client, Terms, IsOn ? new SourceKey("Authorization", $"Bearer {token}") : null)
        {
            WhyOff = IsOn ? null : RefusesServers,
            Refusal = answer => Encoding.UTF8.GetString(answer.Body).Contains("ChallengeRequired", StringComparison.Ordinal)
                ? RefusesServers
                : answer.Status is 401 ? "OpenReview no longer takes our token. Put a new one into the settings, or open the page and use the clipper."
                : "OpenReview does not show us this paper. Open the page and use the clipper, or paste the details.",
        };
    }

    public SourceTerms Terms { get; } = new("OpenReview", SourceTrust.Home, TimeSpan.FromSeconds(1));

    public bool IsOn { get; }

    public bool Covers(PaperId id) => id.Scheme is PaperScheme.OpenReview && id.Value is not "";

    public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) =>
        Inquiry.EachAsync(ids.Where(Covers), id => AskAsync(id, cancel));

    private async Task<PaperRecord?> AskAsync(PaperId id, CancellationToken cancel)
    {
        foreach (var place in Interfaces)
        {
            if (await _inquiry.AskAsync(place + Uri.EscapeDataString(id.Value), cancel) is not { } answer) continue;

            if (!answer["notes"].IsList) throw JsonAnswer.Unreadable(Terms);
            // Reviews and comments are notes as well; a paper is the one that its forum is named for.
            var note = answer["notes"].Items.FirstOrDefault(n => n["id"].Text == id.Value && (n["forum"].Text is "" || n["forum"].Text == id.Value));
            if (note.IsObject) return OpenReviewNote.Read(note, id, Terms.Name);
        }
        return null;
    }
}
