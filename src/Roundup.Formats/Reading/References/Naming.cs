using System.Text.RegularExpressions;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Formats.Reading.References;

/// <summary>Gathers what an entry calls its paper: ids best first, the address where it is read, and the other links.</summary>
internal sealed partial class Naming(Func<string, PaperId?> recognise)
{
    private readonly List<PaperId> _ids = [];
    private readonly List<string> _urls = [];

    /// <summary>arXiv's id first, as it has the text for everybody; then a DOI; then the others in the order of the entry.</summary>
    public IReadOnlyList<PaperId> Ids => [.. _ids.DistinctBy(id => id.Key).OrderBy(RankOf)];

    public bool IsFromArxiv => _ids.Exists(id => id.Scheme is PaperScheme.Arxiv);

    public void Id(string value)
    {
        if (value is "" || value.Length > PaperId.MaxLength) return;
        if (recognise(value) is { Scheme: not PaperScheme.Url } id) _ids.Add(id);
    }

    /// <returns>Whether the value is an id.</returns>
    public bool IdIn(string value)
    {
        if (value is "" || value.Length > 300) return false;
        var before = _ids.Count;
        Id(value);
        // "arXiv preprint arXiv:1706.03762 [cs]"
        if (_ids.Count == before && LabelledArxiv().Match(value) is { Success: true } match) Id($"arXiv:{match.Groups[1].Value}");
        return _ids.Count > before;
    }

    public void Url(string value)
    {
        var url = value.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"https://{value}" : value;
        if (url is "") return;
        if (recognise(url) is { } id) _ids.Add(id);
        if (WebAddress.IsOne(url)) _urls.Add(url);
    }

    /// <summary>Where the paper is read: the best id's page, else the first address that the entry gives.</summary>
    public string? Address
    {
        get
        {
            var given = _urls.FirstOrDefault(url => recognise(url) is null);
            var best = Ids.Select(PaperAddress.Of).OfType<string>().FirstOrDefault();
            return best ?? _urls.FirstOrDefault(url => recognise(url) is not null) ?? given;
        }
    }

    /// <summary>The addresses that no id stands for.</summary>
    public IReadOnlyList<PaperLink> Links
    {
        get
        {
            var own = Address;
            var others = _urls.Where(url => url != own && url.Length <= PaperLink.MaxLength && !IsKnown(url)).Distinct();
            return [.. others.Select(url => new PaperLink(LinkKinds.Of(url), url))];
        }
    }

    private bool IsKnown(string url) => recognise(url) is { } id && _ids.Exists(known => known.IsSameAs(id)) && LinkKinds.Of(url) is not LinkKind.Pdf;

    private static int RankOf(PaperId id) => id.Scheme switch
    {
        PaperScheme.Arxiv => 0,
        PaperScheme.Doi or PaperScheme.BioRxiv or PaperScheme.MedRxiv or PaperScheme.Acl or PaperScheme.Ssrn => 1,
        PaperScheme.Url => 3,
        _ => 2,
    };

    [GeneratedRegex(@"arXiv\s*[:.]\s*([a-z.-]{0,20}/?[0-9]{4}[0-9.]*(?:v[0-9]+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex LabelledArxiv();
}
