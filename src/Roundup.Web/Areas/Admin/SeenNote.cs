using Roundup.Model.Issues;
using Roundup.Web.Seen;

namespace Roundup.Web.Areas.Admin;

/// <summary>What is said of a paper that was seen before, at the place where it is named again.</summary>
/// <param name="Number">The issue that it is named for; null for none.</param>
/// <param name="Entry">Its entry there, to which an earlier one can be linked; null while there is none.</param>
public sealed record SeenNote(Sighting Seen, int? Number = null, Entry? Entry = null)
{
    private const int PlacesAtMost = 4;

    public IEnumerable<SeenPlace> Places => Seen.Places.Reverse().Take(PlacesAtMost);

    public int More => Seen.Places.Count - Places.Count();

    /// <summary>In, The same title is in, or: Perhaps “Title”, in.</summary>
    public string Lead => Seen.Sureness switch
    {
        Sureness.Id => "In ",
        Sureness.Title => "The same title is in ",
        _ => $"Perhaps the same as “{Seen.Title}”, in ",
    };

    /// <summary>What the place is called from here.</summary>
    public string NameOf(SeenPlace place) => place.Issue.Number == Number ? $"this issue already, as paper {place.Position + 1}" : place.Name;

    /// <summary>Whether the entry links to it already.</summary>
    public bool IsLinked(SeenPlace place) => Entry?.Links.Any(l => l.Url.EndsWith($"#e-{place.EntryId}", StringComparison.Ordinal)) is true;

    public bool MayLink(SeenPlace place) => Entry is not null && place.IsPublished && place.Issue.Number != Number && !IsLinked(place);
}
