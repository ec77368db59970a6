using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources.Pages;

/// <summary>A source that reads the page of each paper.</summary>
public abstract class PageSource(GuardedClient client, SourceTerms terms) : IPaperSource
{
    /// <summary>Pages at once; each host answers one at a time anyway.</summary>
    private const int AtOnce = 4;

    public SourceTerms Terms { get; } = terms;

    public bool Covers(PaperId id) => AddressOf(id) is not null;

    /// <summary>The pages among these that could be read. One that could not is absent where others could.</summary>
    /// <exception cref="SourceException">None could be read; the sentence is the first one's.</exception>
    public async Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel)
    {
        var asked = ids.Where(Covers).Distinct().ToArray();
        var (records, failures) = (new PaperRecord?[asked.Length], new SourceException?[asked.Length]);
        await Parallel.ForAsync(0, asked.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (at, stop) =>
        {
            try
            {
                records[at] = await ReadAsync(asked[at], stop);
            }
            catch (SourceException e)
            {
                failures[at] = e;
            }
        });

        var read = records.OfType<PaperRecord>().ToList();
        return read is [] && failures.FirstOrDefault(failure => failure is not null) is { } first ? throw first : read;
    }

    /// <summary>Where the paper's page is; null where this source doesn't know. Pure.</summary>
    protected abstract Uri? AddressOf(PaperId id);

    /// <summary>Whether a page that is not there means that there is no such paper, rather than that a link is dead.</summary>
    protected virtual bool KnowsAll => true;

    private async Task<PaperRecord?> ReadAsync(PaperId id, CancellationToken cancel)
    {
        var answer = await client.GetAsync(Terms, AddressOf(id)!, cancel: cancel);
        if (answer.IsSuccess) return PageReader.Read(answer.Body, answer.Address, id, Terms.Name, answer.Charset);
        if (answer.Status is 404 && KnowsAll) return null;

        throw new SourceException(Terms.Name, Sentence(answer.Status)) { IsPassing = answer.Status >= 500 };
    }

    private static string Sentence(int status) => status switch
    {
        401 => ClosedDoor.WantsSignIn,
        404 => "There is nothing at that address (404). Check it, or paste the details.",
        410 => "That page has been taken down (410). Check the address, or paste the details.",
        >= 500 => $"The page's server has trouble ({status}). Try again later, or paste the details instead.",
        _ => ClosedDoor.Refuses,
    };
}
