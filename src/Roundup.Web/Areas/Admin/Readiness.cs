using Roundup.Formats;
using Roundup.Formats.Mail;
using Roundup.Model.Issues;
using Roundup.Web.Drawings;
using Roundup.Web.Seen;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin;

/// <summary>What an issue has and what it lacks, each with the place where it is mended. Nothing here forbids to publish; the issue does.</summary>
public sealed record Readiness(Issue Issue, IReadOnlyList<Readiness.Check> Checks)
{
    public enum State
    {
        Ok,
        Warn,
        Bad,
    }

    /// <param name="Fragment">Where it is mended on the issue's page; empty for nowhere.</param>
    public sealed record Place(string Words, string Fragment)
    {
        /// <summary>Where it is mended on another page; null for the issue's own.</summary>
        public string? Path { get; init; }
    }

    public sealed record Check(State State, string Words, IReadOnlyList<Place> Places);

    /// <summary>What the issue itself can't say.</summary>
    /// <param name="Seen">Where its papers stand elsewhere, by the id of their entry.</param>
    /// <param name="Mail">What it would be as a mail; null for an issue that is out.</param>
    /// <param name="Send">When it goes out; null for an issue that is out, and where there is no cadence.</param>
    /// <param name="Notes">Notes of outsiders that nobody has settled, each with the entry that it is about.</param>
    public sealed record Around(IReadOnlyDictionary<int, Sighting> Seen, MailParts? Mail, SendTime? Send, IReadOnlyList<int?> Notes)
    {
        public static Around Nothing { get; } = new(new Dictionary<int, Sighting>(), null, null, []);
    }

    public bool IsReady => Checks.All(c => c.State is State.Ok);

    public static Readiness Of(Issue issue, Around around) => new(issue, [.. Find(issue, around).OrderBy(c => c.State)]);

    /// <summary>The issue as a ring, with the numbers of the papers that still need something.</summary>
    public Round Round
    {
        get
        {
            var round = Round.Cover(Issue.Number, [.. Issue.Entries.Select(e => new Round.Sector(e.Paper.Abstract.Words, Said(e)))]);
            var lacking = Issue.Entries.Where(e => Said(e) == 0 || e.Paper.Abstract.IsEmpty || e.Paper.IsUntitled).Select(e => e.Position + 1).ToHashSet();
            return round with { Marks = [.. round.Marks.Where(m => lacking.Contains(m.Number))] };
        }
    }

    public static int Said(Entry entry) => entry.Opinions.Sum(o => o.Words.Words);

    private static IEnumerable<Check> Find(Issue issue, Around around)
    {
        yield return issue.Entries.Count == 0
            ? new(State.Bad, "No paper yet", [new("paste one", "paste")])
            : new(State.Ok, InWords.Count(issue.Entries.Count, "paper", "papers"), []);
        yield return string.IsNullOrWhiteSpace(issue.Title)
            ? new(State.Bad, "No title", [new("give it one", "title")])
            : new(State.Ok, issue.Theme is "" ? "Title" : "Title and theme", []);
        yield return issue.Introduction.IsEmpty
            ? new(State.Warn, "No introduction", [new("write one", "introduction")])
            : new(State.Ok, InWords.Count(issue.Introduction.Words, "word of introduction", "words of introduction"), []);
        foreach (var check in OfPapers(issue, around).Concat(OfTexts(issue)).OfType<Check>()) yield return check;
        if (around.Notes is not []) yield return OfNotes(issue, around.Notes);
        if (around.Mail is { } mail && issue.Entries is not [])
            yield return new(mail.IsTooLarge ? State.Warn : State.Ok, MailWords.Of(mail), [new("look", "") { Path = $"/admin/issues/{issue.Number}/preview?as=mail" }]);
        if (around.Send is { } send) yield return new(State.Ok, send.Words, [new(send.IsCertain ? "change" : "publish", "publish-h")]);
    }

    private static IEnumerable<Check?> OfPapers(Issue issue, Around around)
    {
        if (issue.Entries.Count == 0) yield break;

        yield return Papers(issue, e => Said(e) == 0, "without opinion", e => $"o-{e.Key}") ?? new(State.Ok, "An opinion on each", []);
        yield return Papers(issue, e => e.Paper.Abstract.IsEmpty, "without abstract") ?? new(State.Ok, "An abstract of each", []);
        yield return Papers(issue, e => e.Paper.IsUntitled, "without title");
        yield return Papers(issue, IsAgain, "in this issue twice");
        yield return Papers(issue, e => IsSeen(e, around), "seen before", e => $"seen-{e.Key}");
        yield return Papers(issue, e => e.Paper.OpenLinks.Any() || e.Links.Any(l => l.IsDead), "with a dead link");
    }

    // What stands at several places of an entry is counted once, with the entry.
    private static IEnumerable<Check?> OfTexts(Issue issue)
    {
        yield return Texts(issue, "Maths left as TeX", UnsetMaths.IsIn(issue.Introduction.Html), UnsetMaths.IsIn(issue.Closing.Html), e =>
            e.Opinions.Any(o => UnsetMaths.IsIn(o.Words.Html)) ? $"o-{e.Key}"
            : UnsetMaths.IsIn(e.Paper.Title, e.Paper.TitleHtml) || UnsetMaths.IsIn(e.Paper.Abstract.Html) || UnsetMaths.IsIn(e.Text.Html) ? e.Anchor : null);
        yield return Texts(issue, "Pictures without alternative text", IsWordless(issue.Introduction.Source), IsWordless(issue.Closing.Source), e =>
            e.Opinions.Any(o => IsWordless(o.Words.Source)) ? $"o-{e.Key}" : IsWordless(e.Text.Source) ? e.Anchor : null);
    }

    private static bool IsWordless(string markdown) => SafeMarkdown.WordlessImages(markdown) > 0;

    /// <summary>Whether the paper stands in the issue already, further up.</summary>
    private static bool IsAgain(Entry entry) => entry.Issue.Entries.Any(e => e.Position < entry.Position && (e.Paper == entry.Paper || (e.PaperId != 0 && e.PaperId == entry.PaperId)));

    /// <summary>Whether readers had it before and nobody has linked what was said then.</summary>
    private static bool IsSeen(Entry entry, Around around) =>
        around.Seen.GetValueOrDefault(entry.Id) is { Sureness: not Sureness.Perhaps } seen && new SeenNote(seen, entry.Issue.Number, entry) is var note
        && seen.Places.Any(p => p.IsPublished && p.Issue.Number != entry.Issue.Number) && !seen.Places.Any(note.IsLinked);

    private static Check? Papers(Issue issue, Func<Entry, bool> lack, string without, Func<Entry, string>? fragment = null)
    {
        var lacking = issue.Entries.Where(lack).ToList();
        return lacking is [] ? null : new(State.Warn, $"{lacking.Count} {without}", [.. lacking.Select(e => new Place($"{e.Position + 1}", fragment?.Invoke(e) ?? e.Anchor))]);
    }

    private static Check? Texts(Issue issue, string words, bool isInIntroduction, bool isInClosing, Func<Entry, string?> fragment)
    {
        List<Place> places = isInIntroduction ? [new("introduction", "introduction")] : [];
        places.AddRange(issue.Entries.Where(e => fragment(e) is not null).Select(e => new Place($"{e.Position + 1}", fragment(e)!)));
        if (isInClosing) places.Add(new("closing words", "closing"));
        return places is [] ? null : new(State.Warn, words, places);
    }

    private static Check OfNotes(Issue issue, IReadOnlyList<int?> notes)
    {
        var entries = issue.Entries.Where(e => notes.Contains(e.Id)).ToList();
        List<Place> places = [.. entries.Select(e => new Place($"{e.Position + 1}", $"notes-{e.Id}"))];
        if (notes.Any(n => !entries.Exists(e => e.Id == n))) places.Add(new("the issue", "") { Path = $"/admin/issues/{issue.Number}/notes" });
        return new(State.Warn, $"{InWords.Count(notes.Count, "open note", "open notes")} of readers of the draft", places);
    }
}
