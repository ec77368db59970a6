using Roundup.Model.Papers;

namespace Roundup.Sources.Fetching;

/// <summary>How a source that answers in JSON is asked: what it sends is an answer, nothing, or a sentence for the editor.</summary>
/// <param name="key">Opens the source to this installation, where it wants one.</param>
internal sealed class Inquiry(GuardedClient client, SourceTerms source, SourceKey? key = null)
{
    private static readonly FetchLimits Limits = new() { MediaTypes = ["application/json", "application/vnd.api+json", "text/json"] };

    /// <summary>What the editor reads when the source refuses us (401, 403), given what it said.</summary>
    public Func<Fetched, string> Refusal { get; init; } = answer =>
        $"{source.Name} refuses to answer us ({answer.Status}). Check the key in the settings, or paste the details instead.";

    /// <summary>Why the source is not asked at all; null where it is.</summary>
    public string? WhyOff { get; init; }

    /// <summary>Null where the source says that there is no such thing, in whatever form it says so.</summary>
    /// <exception cref="SourceException">No answer, or something else than JSON.</exception>
    public async Task<JsonAnswer?> AskAsync(string address, CancellationToken cancel)
    {
        // Who asks all the same is not to believe that it knows nothing.
        if (WhyOff is not null) throw new SourceException(source.Name, WhyOff);

        var answer = await GetAsync(new Uri(address), cancel);
        if (answer.IsSuccess) return JsonAnswer.Read(source, answer.Body);
        if (answer.Status is 404 or 410) return null;

        throw answer.Status is 401 or 403
            ? new SourceException(source.Name, Refusal(answer))
            : new SourceException(source.Name, $"{source.Name} answered with an error ({answer.Status}). Try again later, or paste the details instead.")
            {
                IsPassing = answer.Status >= 500,
            };
    }

    /// <summary>
    /// One question an id, each once, in order. A source that is out of reach is not asked for the rest; what it can't say about one paper
    /// does not cost the others theirs.
    /// </summary>
    /// <exception cref="SourceException">The source can't be asked now, or none of the questions got an answer.</exception>
    public static async Task<IReadOnlyList<PaperRecord>> EachAsync(IEnumerable<PaperId> ids, Func<PaperId, Task<PaperRecord?>> ask)
    {
        var (records, failure) = (new List<PaperRecord>(), (SourceException?)null);
        foreach (var id in ids.Distinct())
        {
            try
            {
                if (await ask(id) is { } record) records.Add(record);
            }
            catch (SourceException e) when (!e.IsPassing)
            {
                failure ??= e;
            }
        }
        return records is [] && failure is not null ? throw failure : records;
    }

    private async Task<Fetched> GetAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            return await client.GetAsync(source, address, Limits, key, cancel);
        }
        catch (SourceException e) when (!e.IsPassing && !e.Message.Contains(source.Name, StringComparison.Ordinal))
        {
            throw new SourceException(source.Name, $"{source.Name} did not answer as it should. {e.Message}", e);
        }
    }
}
