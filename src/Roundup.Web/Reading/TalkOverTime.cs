using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Model.Text;

namespace Roundup.Web.Reading;

/// <summary>What readers said of a paper at one of its places: how much, and the beginning of what came last.</summary>
public sealed record TalkAtPlace(int EntryId, IssueName Issue, int Count, IReadOnlyList<TalkAtPlace.Said> Last)
{
    public sealed record Said(int Id, string Name, SafeHtml Html, DateTimeOffset WrittenAt)
    {
        public string By => Name is "" ? "A reader" : Name;

        public string Words => FirstWords.Of(Html);
    }

    /// <summary>To all that is said there.</summary>
    public string Path => $"{Issue.Path}#talk-e-{EntryId}";

    public string PathOf(Said said) => $"{Issue.Path}#c-{said.Id}";
}

public static class TalkReading
{
    private const int LastAtMost = 2;

    extension(RoundupDb db)
    {
        /// <summary>The discussions of a paper in published issues, that of the newest issue first.</summary>
        public Task<List<TalkAtPlace>> ReadTalkAsync(int paper, CancellationToken cancel = default)
        {
            var shown = db.Comments.Shown;
            return db.PublishedEntries.Where(e => e.PaperId == paper && shown.Any(c => c.EntryId == e.Id)).OrderByDescending(e => e.Issue.Number).ThenBy(e => e.Position)
                .Select(e => new TalkAtPlace(
                    e.Id, new IssueName(e.Issue.Number, e.Issue.Title, e.Issue.Theme), shown.Count(c => c.EntryId == e.Id),
                    shown.Where(c => c.EntryId == e.Id).OrderByDescending(c => c.WrittenAt).ThenByDescending(c => c.Id).Take(LastAtMost)
                        .Select(c => new TalkAtPlace.Said(c.Id, c.Name, c.Words.Html, c.WrittenAt)).ToList()))
                .AsSingleQuery().ToListAsync(cancel);
        }
    }
}
