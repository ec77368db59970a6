using Roundup.Model.Importing;
using Roundup.Model.Papers;

namespace Roundup.Formats.Reading.References;

/// <summary>Adds to what a paste says of a paper what its entry in a reference list says.</summary>
internal static class ReferenceWords
{
    /// <param name="isNamedByReference">Whether the paper stands in the paste by its entry alone, so that the entry says where it is read.</param>
    public static ImportedEntry Added(ImportedEntry entry, Reference reference, bool isNamedByReference)
    {
        var url = isNamedByReference ? reference.Url ?? entry.Url : entry.Url ?? reference.Url;
        var links = entry.Links.Concat(reference.Links).Concat(isNamedByReference && entry.Url is { } own && own != url ? [new(LinkKinds.Of(own), own)] : []);
        return entry with
        {
            Url = url,
            Authors = entry.Authors is [] ? reference.Authors : entry.Authors,
            Abstract = entry.Abstract is "" ? string.Join("\n\n", reference.Abstract) : entry.Abstract,
            Links = [.. links.Where(link => link.Url != url).DistinctBy(link => link.Url)],
            Ids = reference.Ids,
            Kind = reference.Kind,
            Venue = reference.Venue,
            Imprint = reference.Kind.IsInPrint ? reference.Imprint with { IssuedOn = reference.PublishedOn } : reference.Imprint,
            PublishedOn = reference.PublishedOn,
            Text = string.Join("\n\n", new[] { entry.Text, reference.Note }.Where(text => text is not "")),
        };
    }
}
