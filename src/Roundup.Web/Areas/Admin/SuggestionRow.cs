using Microsoft.EntityFrameworkCore;
using Roundup.Data.Discussion;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;
using Roundup.Web.Seen;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin;

/// <summary>What readers ask for, in the inbox.</summary>
public sealed record SuggestionRow(Suggestion Suggestion, Sighting? Seen)
{
    private const int NamesAtMost = 5;

    public IReadOnlyList<SuggestionVoice> Voices { get; } = [.. Suggestion.Heard];

    public string Title => SuggestionFates.TitleOf(Suggestion);

    public string Address => Suggestion.Paper?.Address is { Length: > 0 } address ? address : PaperAddress.Of(Suggestion.Named) ?? Suggestion.Link;

    /// <summary>Ann, T. Adeyemi and 3 others.</summary>
    public string Names
    {
        get
        {
            var names = Voices.Select(v => v.Name is "" ? "a reader" : v.Name).ToList();
            return names.Count <= NamesAtMost ? InWords.List(names) : $"{string.Join(", ", names.Take(NamesAtMost))} and {InWords.Count(names.Count - NamesAtMost, "other", "others")}";
        }
    }

    public IEnumerable<SuggestionVoice> Notes => Voices.Where(v => v.Note is not "");

    public IEnumerable<Comment> Comments => Voices.Select(v => v.Comment).OfType<Comment>();

    public static async Task<IReadOnlyList<SuggestionRow>> ReadAsync(IQueryable<Suggestion> suggestions, NamedPapers names, CancellationToken cancel = default)
    {
        var found = await suggestions.Whole.AsNoTracking().ToListAsync(cancel);
        var seen = await names.BeforeAsync(found, cancel);
        return [.. found.Zip(seen, (suggestion, before) => new SuggestionRow(suggestion, before is { IsSeen: true } ? before : null))];
    }
}
