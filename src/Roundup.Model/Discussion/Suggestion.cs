using System.Security.Cryptography;
using System.Text;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Model.Discussion;

/// <summary>What became of a suggested paper.</summary>
public enum SuggestionState
{
    Received = 0,

    /// <summary>It waits in the inbox, or stands in a draft.</summary>
    Shortlisted = 1,

    /// <summary>It is in a published issue.</summary>
    InIssue = 2,

    /// <summary>Not this time.</summary>
    Declined = 3,
}

/// <summary>A paper that readers named, once, however many of them did.</summary>
public sealed class Suggestion
{
    /// <summary>In characters; a longer key is kept as its hash.</summary>
    public const int KeyLength = 400;

    public const int TitleLength = 1000;
    public const int LinkLength = 2000;
    public const int WordLength = 300;

    /// <summary>The scheme of what is known by its title alone. No authority's, so it stands in no paper.</summary>
    public const string ByTitle = "title";

    private readonly List<SuggestionVoice> _voices = [];

    private Suggestion() { }

    /// <param name="paper">By what it is known.</param>
    /// <param name="link">Where it can be read, as far as that was said; a web address or empty.</param>
    public Suggestion(PaperId paper, string title, string link, DateTimeOffset now)
    {
        (Key, Scheme, Value) = (KeyOf(paper), paper.Scheme, paper.Value);
        (Title, Link) = (Letters.Cut(title, TitleLength), link.Length > LinkLength ? "" : link);
        (CreatedAt, StateAt) = (now, now);
    }

    public int Id { get; private set; }

    /// <summary>One suggestion a paper.</summary>
    public string Key { get; private set; } = "";

    /// <summary>One of <see cref="PaperScheme"/>.</summary>
    public string Scheme { get; private set; } = "";

    public string Value { get; private set; } = "";

    /// <summary>As the reader gave it; empty where only an id was named.</summary>
    public string Title { get; private set; } = "";

    public string Link { get; private set; } = "";

    /// <summary>The paper, once there is one: only what an editor or the checks let through makes one.</summary>
    public int? PaperId { get; private set; }

    public Paper? Paper { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public SuggestionState State { get; private set; }

    public DateTimeOffset StateAt { get; private set; }

    /// <summary>The editor who decided; empty for nobody.</summary>
    public string StateBy { get; private set; } = "";

    /// <summary>Why not, in the editor's words.</summary>
    public string Word { get; private set; } = "";

    /// <summary>The published issue that has it; null for none.</summary>
    public int? IssueNumber { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<SuggestionVoice> Voices => _voices;

    public PaperId Named => new(Scheme, Value);

    /// <summary>Whether there is nothing but a title to go by.</summary>
    public bool IsTitleOnly => Scheme is ByTitle;

    /// <summary>The voices that count, the first to name it first.</summary>
    public IEnumerable<SuggestionVoice> Heard => _voices.Where(v => v.Counts).OrderBy(v => v.At).ThenBy(v => v.Id);

    /// <summary>Of the voices that count, as they are printed with thanks.</summary>
    public IEnumerable<string> Printed => Heard.Select(v => v.Name).Where(n => n is not "").Distinct();

    public static PaperId Titled(string title) => new(ByTitle, PaperTwins.TitleKey(title));

    public static string KeyOf(PaperId paper) => paper.Key.Length <= KeyLength ? paper.Key : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(paper.Key)))}";

    /// <summary>Whether it is about a paper: the one that it stands for or was put together with, or one that has its name or its title.</summary>
    /// <param name="paper">With its identifiers.</param>
    public bool Names(Paper paper) =>
        Paper == paper || (paper.Id != 0 && (PaperId == paper.Id || Paper?.MergedIntoId == paper.Id))
        || Key == KeyOf(Titled(paper.Title)) || paper.Identifiers.Any(i => Key == KeyOf(i.ToPaperId() with { Version = null }));

    /// <summary>Somebody names it. The same reader counts once; whoever only typed their address changes nothing of what they said.</summary>
    /// <param name="token">At least 128 random bits, Base64url: for the page that says what became of it.</param>
    public SuggestionVoice Name(Naming naming, string token, DateTimeOffset now)
    {
        var by = naming.By;
        if (_voices.Find(v => v.Commenter == by || (v.CommenterId == by.Id && by.Id != 0)) is { } there)
        {
            if (naming is { IsProven: true, Comment: null }) there.Repeat(naming, now);
            if (naming.IsProven) there.Confirm(now);
            return there;
        }

        var voice = new SuggestionVoice(this, naming, token, now);
        if (naming.IsProven) voice.Confirm(now);
        // Two who name it at the same moment are not in each other's way.
        _voices.Add(voice);
        return voice;
    }

    /// <summary>
    /// A voice that may count by now. Where an editor said no before it came, the paper is asked about again; where it had appeared before, only a
    /// form asks for it once more, which said so and was sent all the same.
    /// </summary>
    public void Hear(SuggestionVoice voice, DateTimeOffset now)
    {
        if (!voice.Counts || voice.At < StateAt) return;
        if (State is SuggestionState.Declined || (State is SuggestionState.InIssue && voice.IsFromForm)) Stand(SuggestionState.Received, "", now);
    }

    public void Mute(SuggestionVoice voice)
    {
        voice.WantMail(false);
        Version++;
    }

    /// <summary>Its writer took back what named it.</summary>
    public void Forget(SuggestionVoice voice)
    {
        _voices.Remove(voice);
        Version++;
    }

    public void Become(Paper paper)
    {
        Paper = paper;
        Version++;
    }

    public Refusal? Shortlist(string by, DateTimeOffset now)
    {
        if (State is SuggestionState.InIssue) return new($"It is in issue {IssueNumber} already.");
        Stand(SuggestionState.Shortlisted, by, now);
        return null;
    }

    /// <param name="word">Why not; may be empty.</param>
    public Refusal? Decline(string word, string by, DateTimeOffset now)
    {
        if (State is SuggestionState.InIssue) return new($"It is in issue {IssueNumber} already.");
        if (word.Length > WordLength) return new($"Say it in at most {WordLength} characters.", nameof(Word));
        Word = word.Trim();
        Stand(SuggestionState.Declined, by, now);
        return null;
    }

    /// <summary>It left the draft that it was for, and waits nowhere: an editor is asked again.</summary>
    public void Reopen(DateTimeOffset now)
    {
        if (State is SuggestionState.Shortlisted) Stand(SuggestionState.Received, "", now);
    }

    /// <summary>It came out.</summary>
    public void Appear(int issueNumber, string by, DateTimeOffset now)
    {
        IssueNumber = issueNumber;
        Stand(SuggestionState.InIssue, by, now);
    }

    private void Stand(SuggestionState state, string by, DateTimeOffset now)
    {
        (State, StateBy, StateAt) = (state, by, now);
        // What was said the last time is seen by whoever decides anew.
        if (state is not (SuggestionState.Declined or SuggestionState.Received)) Word = "";
        Version++;
    }
}
