using System.ComponentModel;

namespace Roundup.Web.Api;

// What the reading interface says. A property that was once there stays: programs of other people read it.

/// <summary>One page of a list.</summary>
public sealed record ListShape<T>(
    [property: Description("This page's part of the list.")] IReadOnlyList<T> Items,
    [property: Description("Which page this is, counted from 1.")] int Page,
    [property: Description("How many pages there are; 1 for an empty list.")] int Pages,
    [property: Description("How many there are on all pages together.")] int Total);

/// <summary>Words as they were written and as they are shown.</summary>
public sealed record TextShape(
    [property: Description("As written; empty for no words.")] string Markdown,
    [property: Description("As shown: sanitised, with formulas as MathML and whole addresses.")] string Html);

/// <summary>An issue as a list names it.</summary>
public record IssueShape(
    [property: Description("Its number, which never changes.")] int Number,
    [property: Description("What it is called; may be empty.")] string Title,
    [property: Description("What it is about, in a line; may be empty.")] string Theme,
    [property: Description("What stands over it: its theme, else its title.")] string Heading,
    [property: Description("Its page.")] string Url,
    [property: Description("Its picture for shared links: a PNG of 1200 by 630.")] string Picture,
    [property: Description("When it came out.")] DateTimeOffset PublishedAt,
    [property: Description("When its words were last corrected; null where they never were.")] DateTimeOffset? CorrectedAt,
    [property: Description("Who edited it; may be empty.")] string EditedBy,
    [property: Description("How many papers it has.")] int Papers,
    [property: Description("How many comments readers can see.")] int Comments);

/// <summary>An issue with all its words.</summary>
public sealed record WholeIssueShape(
    int Number, string Title, string Theme, string Heading, string Url, string Picture, DateTimeOffset PublishedAt, DateTimeOffset? CorrectedAt, string EditedBy, int Papers, int Comments,
    [property: Description("What stands before the papers.")] TextShape Introduction,
    [property: Description("What stands behind them.")] TextShape Closing,
    [property: Description("Its papers, in order.")] IReadOnlyList<EntryShape> Entries,
    [property: Description("What readers were told of changes since it came out, oldest first.")] IReadOnlyList<CorrectionShape> Corrections)
    : IssueShape(Number, Title, Theme, Heading, Url, Picture, PublishedAt, CorrectedAt, EditedBy, Papers, Comments);

/// <summary>A dated change to an issue that was out already.</summary>
public sealed record CorrectionShape(
    [property: Description("When it was made public.")] DateTimeOffset At,
    [property: Description("What changed, in plain text; may be empty.")] string Note);

/// <summary>A paper's place in an issue, and what is said about it there.</summary>
public sealed record EntryShape(
    [property: Description("Of the place; it never changes.")] int Id,
    [property: Description("Counted from 1.")] int Position,
    [property: Description("The heading that it stands under; null for none.")] string? Section,
    [property: Description("To the place on the issue's page.")] string Url,
    [property: Description("The paper itself.")] PaperShape Paper,
    [property: Description("The editor's summary; mostly empty.")] TextShape Summary,
    [property: Description("What the editors say about it.")] IReadOnlyList<OpinionShape> Opinions,
    [property: Description("What else to read.")] IReadOnlyList<LinkShape> Related,
    [property: Description("The readers who suggested it, by name.")] IReadOnlyList<string> Thanks);

/// <summary>What one editor says about a paper.</summary>
public sealed record OpinionShape(
    [property: Description("Whose it is; may be empty.")] string Author,
    [property: Description("What stands beside it: My opinion.")] string Label,
    [property: Description("How far the paper was read: abstract only, skimmed, read, ran the code; null where it is not said.")] string? Depth,
    [property: Description("Its words.")] TextShape Text);

/// <summary>One work, once, however often it is covered.</summary>
public record PaperShape(
    [property: Description("Here; it never changes.")] int Id,
    [property: Description("Its page.")] string Url,
    [property: Description("Plain text; formulas as TeX between dollars.")] string Title,
    [property: Description("In the order of the paper.")] IReadOnlyList<string> Authors,
    [property: Description("Where it appeared; may be empty.")] string Venue,
    [property: Description("When it first appeared; a year alone is 1 January. Null where it is not known.")] DateOnly? PublishedOn,
    [property: Description("What kind of work it is: Preprint, Article, ConferencePaper, Book, Chapter, Report, Thesis, Page, Dataset, Software, Unknown.")] string Kind,
    [property: Description("Where it is read; null for nowhere.")] string? Address,
    [property: Description("As its source has it, quoted.")] TextShape Abstract,
    [property: Description("What the world calls it.")] IReadOnlyList<IdentifierShape> Identifiers,
    [property: Description("Its PDF, code, data and the like.")] IReadOnlyList<LinkShape> Links,
    [property: Description("What it is about, as the editors say.")] IReadOnlyList<TopicShape> Topics,
    [property: Description("What happened to it since it was covered, as its page says it: the gravest first, and of versions the latest alone.")] IReadOnlyList<NewsShape> News);

/// <summary>Something that happened to a paper since it was covered.</summary>
public sealed record NewsShape(
    [property: Description("Retracted, Withdrawn, Corrected, NewVersion, Published.")] string Kind,
    [property: Description("In a few words, as the page has them: New version v3.")] string Words,
    [property: Description("The day on which it happened; a year alone is 1 January. Null where only the day on which it was noticed is known.")] DateOnly? HappenedOn,
    [property: Description("When it was noticed here.")] DateTimeOffset NoticedAt,
    [property: Description("Where it is announced; null for nowhere.")] string? Url);

/// <summary>A paper with everything that was said about it.</summary>
public sealed record WholePaperShape(
    int Id, string Url, string Title, IReadOnlyList<string> Authors, string Venue, DateOnly? PublishedOn, string Kind, string? Address, TextShape Abstract,
    IReadOnlyList<IdentifierShape> Identifiers, IReadOnlyList<LinkShape> Links, IReadOnlyList<TopicShape> Topics,
    IReadOnlyList<NewsShape> News,
    [property: Description("Where it was covered, the first issue first.")] IReadOnlyList<CoverageShape> Coverage)
    : PaperShape(Id, Url, Title, Authors, Venue, PublishedOn, Kind, Address, Abstract, Identifiers, Links, Topics, News);

/// <summary>What one issue says about a paper.</summary>
public sealed record CoverageShape(
    [property: Description("The issue's number.")] int Issue,
    [property: Description("What stands over the issue.")] string Heading,
    [property: Description("To the place on the issue's page.")] string Url,
    [property: Description("When the issue came out.")] DateTimeOffset PublishedAt,
    [property: Description("The editor's summary; mostly empty.")] TextShape Summary,
    [property: Description("What the editors say about it.")] IReadOnlyList<OpinionShape> Opinions);

/// <summary>An identifier.</summary>
public sealed record IdentifierShape(
    [property: Description("arxiv, doi, openreview and so on.")] string Scheme,
    [property: Description("Without version.")] string Value,
    [property: Description("Where it leads; null for nowhere.")] string? Url);

/// <summary>A link.</summary>
public sealed record LinkShape(
    [property: Description("What is behind it: Related, Code, Data, Project, Pdf, Video, Discussion.")] string Kind,
    [property: Description("Where it leads.")] string Url,
    [property: Description("What it is called; null where only the address is known.")] string? Label);

/// <summary>A topic.</summary>
public record TopicShape(
    [property: Description("As readers see it.")] string Name,
    [property: Description("In its address now. Former ones lead here too.")] string Slug,
    [property: Description("Its page.")] string Url);

/// <summary>A topic as the list of topics has it.</summary>
public sealed record TopicLineShape(
    string Name, string Slug, string Url,
    [property: Description("What belongs to it; may be empty.")] string About,
    [property: Description("How many papers of published issues it has.")] int Papers)
    : TopicShape(Name, Slug, Url);

/// <summary>What a reader said, as the page shows it.</summary>
public sealed record CommentShape(
    [property: Description("It never changes.")] int Id,
    [property: Description("To its place on the issue's page.")] string Url,
    [property: Description("The issue's number.")] int Issue,
    [property: Description("The entry that it is about; null for the issue as a whole.")] int? Entry,
    [property: Description("The comment that it answers; null for none that is shown.")] int? ReplyTo,
    [property: Description("The name under which it was written.")] string Name,
    [property: Description("Whether an editor wrote it.")] bool FromDesk,
    [property: Description("As shown: sanitised, with whole addresses.")] string Html,
    [property: Description("When it was written.")] DateTimeOffset WrittenAt,
    [property: Description("When it was last changed; null where it never was.")] DateTimeOffset? EditedAt);
