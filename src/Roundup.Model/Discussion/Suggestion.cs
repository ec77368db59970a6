using System.Security.Cryptography;
using System.Text;
using Roundup.Model.Papers;

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

    private readonly List<SuggestionVoice> _voices = [];

    private Suggestion() { }

    /// <param name="paper">By what it is known.</param>
    /// <param name="link">Where it can be read, as far as that was said; a web address or empty.</param>
    public Suggestion(PaperId paper, string title, string link, DateTimeOffset now)
    {
        (Key, Scheme, Value) = (KeyOf(paper), paper.Scheme, paper.Value);
        (Title, Link) = (title.Length > TitleLength ? title[..TitleLength] : title, link.Length > LinkLength ? "" : link);
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

    public static string KeyOf(PaperId paper) => paper.Key.Length <= KeyLength ? paper.Key : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(paper.Key)))}";

    /// <summary>Somebody names it. The same reader counts once; a paper that was declined before is asked about again.</summary>
    /// <param name="token">At least 128 random bits, Base64url: for the page that says what became of it.</param>
    public SuggestionVoice Name(Commenter by, Comment? comment, string note, bool isProven, bool wantsMail, string token, DateTimeOffset now)
    {
        if (_voices.Find(v => v.Commenter == by || (v.CommenterId == by.Id && by.Id != 0)) is { } there) return there;

        var voice = new SuggestionVoice(by, comment, note, wantsMail, token, now);
        if (isProven) voice.Confirm(now);
        _voices.Add(voice);
        if (State is SuggestionState.Declined) Stand(SuggestionState.Received, "", now);
        Version++;
        return voice;
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

    /// <summary>It came out.</summary>
    public void Appear(int issueNumber, string by, DateTimeOffset now)
    {
        IssueNumber = issueNumber;
        Stand(SuggestionState.InIssue, by, now);
    }

    private void Stand(SuggestionState state, string by, DateTimeOffset now)
    {
        (State, StateBy, StateAt) = (state, by, now);
        if (state is not SuggestionState.Declined) Word = "";
        Version++;
    }
}
