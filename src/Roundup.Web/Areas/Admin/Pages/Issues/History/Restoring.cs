using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Text;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Issues.History;

/// <summary>Puts the words of a version back where they stood.</summary>
internal static class Restoring
{
    /// <summary>A mark of a text as it stands; of one that was taken out too.</summary>
    public static string Mark(string? text) => text is null ? "gone" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));

    /// <param name="place">The entry for a text that was taken out with its own.</param>
    public static Refusal? Apply(Issue issue, NamedText text, Revision version, int? place, ClaimsPrincipal person, DateTimeOffset now)
    {
        if (text.Of is RevisedText.Title) return issue.Name(version.Text, issue.Theme, now);
        if (text.Of is RevisedText.Theme) return issue.Name(issue.Title, version.Text, now);
        if (SafeMarkdown.Render(version.Text, ProseKind.Editorial, out var words) is { } unfit) return unfit;
        if (text.Of is RevisedText.Introduction or RevisedText.Closing)
        {
            issue.Frame(text.Of is RevisedText.Introduction ? words : issue.Introduction, text.Of is RevisedText.Closing ? words : issue.Closing, now);
            return null;
        }

        if ((EntryOf(issue, version) ?? (place is { } id ? issue.Entry(id) : null)) is not { } entry) return new("Say which paper of this issue it speaks of.");
        if (text.Of is RevisedText.Entry && entry.Annotate(entry.Section, words, entry.Links) is { } odd) return odd;
        if (text.Of is RevisedText.Opinion && Say(entry, text.OpinionIn(issue), words, version, person, now) is { } refused) return refused;

        issue.NoteChange(now);
        return null;
    }

    /// <summary>The entry that it was said in; null where that was taken out.</summary>
    public static Entry? EntryOf(Issue issue, Revision version) => version.EntryId is { } id ? issue.Entry(id) : null;

    private static Refusal? Say(Entry entry, Opinion? opinion, Prose words, Revision version, ClaimsPrincipal person, DateTimeOffset now)
    {
        // One that was taken out comes back as whoever asks says it, who is its author; who has said something else since keeps that as a version.
        opinion ??= person.OpinionIn(entry);
        if (opinion is not null && !person.MayRewrite(opinion)) return new("An opinion is its author’s. Nobody else brings it back.");

        if (opinion is null) entry.Opine(person.Byline(), words, now, version.PersonId is null ? null : person.Id());
        else opinion.Rewrite(words, now);
        return null;
    }
}
