using Roundup.Model.Papers;
using Roundup.Sources;

namespace Roundup.Web.Jobs;

/// <summary>One paper on its way from source to source, the most trusted first, until nothing is missing or nobody is left to ask.</summary>
internal sealed class FillRide(PaperErrand errand)
{
    private static readonly PaperFinder Finder = new();

    private readonly HashSet<(string Source, string Id)> _asked = [];
    private readonly List<SourceException> _failures = [];
    private readonly List<string> _ignorant = [];
    private List<PaperId> _names = [];
    private bool _wants = true;
    private bool _isUnseen;
    private bool _hasCode;
    private string _lack = "";

    public int ErrandId => errand.Id;

    public int PaperId { get; private set; } = errand.PaperId;

    /// <summary>Whether asking again later may bring more.</summary>
    public bool MayTryAgain => _wants && _failures.Exists(f => f.IsPassing);

    public DateTimeOffset? RetryAt => _failures.Max(f => f.RetryAt);

    /// <summary>What the paper is called and what it lacks, as it is kept now. Names that a source added open more sources.</summary>
    public void See(Paper paper)
    {
        // A source may have said that it is another paper, which stands for both from then on.
        PaperId = paper.Id;
        _names = [.. paper.Identifiers.Select(i => i.ToPaperId()).Concat(NamesOf(paper.Link)).DistinctBy(n => n.Key)];
        (_wants, _isUnseen, _hasCode) = (paper.WantsFilling, paper.FilledAt is null, paper.Links.Any(l => l.Kind is LinkKind.Code));
        _lack = paper.IsUntitled ? "title" : paper.Abstract.IsEmpty ? "abstract" : "list of authors";
    }

    /// <summary>
    /// An editor's link is one more name: whose page it is can be asked. The address itself is asked only where the name alone leads nowhere,
    /// as that of a NeurIPS paper, so that a source is never gone round by way of its web pages.
    /// </summary>
    private static IEnumerable<PaperId> NamesOf(string link)
    {
        if (link is "") return [];

        var page = new PaperId(PaperScheme.Url, link.Split('#')[0]);
        return Finder.Recognise(link) is not { } name ? [page] : PaperAddress.Of(name) is null ? [name, page] : [name];
    }

    /// <summary>Who is asked next, and for which of the paper's names; null when the ride is over.</summary>
    public (IPaperSource Source, PaperId Id)? Next(IEnumerable<IPaperSource> byTrust)
    {
        foreach (var source in byTrust)
        {
            // A paper that came complete is looked up once all the same: its date, its version and its code are worth a question.
            if (source.Terms.IsSupplement ? _hasCode : !_wants && !_isUnseen) continue;
            if (_names.Find(n => source.Covers(n) && !_asked.Contains((source.Terms.Name, n.Key))) is { } name) return (source, name);
        }

        return null;
    }

    public void Asked(IPaperSource source, PaperId id) => _asked.Add((source.Terms.Name, id.Key));

    public void Failed(IPaperSource source, SourceException failure)
    {
        // That an index of links is silent is nothing that an editor could mend.
        if (!source.Terms.IsSupplement) _failures.Add(failure);
    }

    public void Unknown(IPaperSource source)
    {
        if (!source.Terms.IsSupplement) _ignorant.Add(source.Terms.Name);
    }

    /// <summary>Why something is still missing, and what to do; for the editor.</summary>
    public string Sentence => this switch
    {
        { _failures: [var first, ..] } => first.Message,
        { _ignorant: [], _asked.Count: 0 } => "No source can be asked about this one. Fill it in by hand, or send its page with the clipper.",
        { _ignorant: [] } => $"The sources have no {_lack} of it. Fill it in by hand, or send its page with the clipper.",
        { _ignorant: [var one] } => $"{one} knows no paper {_names.FirstOrDefault()?.Value}. Check it, or fill it in by hand.",
        _ => $"Neither {string.Join(" nor ", _ignorant)} knows {_names.FirstOrDefault()?.Value}. Check it, or fill it in by hand.",
    };
}
