using Roundup.Model.Issues;

namespace Roundup.Web.Reading;

/// <summary>What an outsider noted on a draft through their link, and the forms for more.</summary>
public sealed record PreviewTalk(PreviewLink Link)
{
    /// <summary>What was typed into a form and not kept; null for nothing.</summary>
    public Refused? Lost { get; init; }

    /// <param name="entry">The id of an entry; null for the issue as a whole.</param>
    /// <param name="what">paper 3</param>
    public Place About(int? entry, string what) => new(
        Link.Token, entry, what, [.. Link.Notes.Where(n => n.EntryId == entry)], Link.Name, Lost is { } lost && lost.Entry == entry ? lost : null);

    public sealed record Refused(int? Entry, string By, string Text, string Why);

    /// <summary>The notes on one thing, and the form below them.</summary>
    public sealed record Place(string Token, int? Entry, string What, IReadOnlyList<PreviewNote> Notes, string Name, Refused? Lost)
    {
        public string Id => Entry is { } entry ? $"note-{entry}" : "note-issue";
    }
}
