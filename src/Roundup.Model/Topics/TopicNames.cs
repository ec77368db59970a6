using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Model.Topics;

/// <summary>Names of topics as an editor types them into one line.</summary>
public static class TopicNames
{
    /// <summary>In characters. Topics of one paper take a tenth of it.</summary>
    public const int LineLength = 2000;

    /// <summary>Model editing, Interpretability</summary>
    public static string Write(IEnumerable<string> names) => string.Join(", ", names);

    /// <summary>The names, each once whatever its case and accents, in the order in which they were typed.</summary>
    /// <param name="line">Parted by commas, semicolons or line breaks.</param>
    /// <returns>Why not, at the field "Names".</returns>
    public static Refusal? Read(string? line, out IReadOnlyList<string> names)
    {
        names = [];
        if (line?.Length > LineLength) return new("That is too long for a line of topics.", "Names");

        var typed = (line ?? "").Split([',', ';', '\n', '\r', '，', '、', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (typed.Find(t => Topic.KeyOf(Letters.Name(t)) is "") is { } odd) return new($"“{Letters.Cut(odd, Topic.NameLength)}” names no topic: it has no letter and no digit.", "Names");
        if (typed.Exists(t => Letters.Name(t).Length > Topic.NameLength)) return new($"A topic’s name has at most {Topic.NameLength} characters. Commas part topics.", "Names");

        names = [.. typed.Select(Letters.Name).DistinctBy(Topic.KeyOf)];
        return names.Count > Paper.TopicsAtMost ? new($"A paper has at most {Paper.TopicsAtMost} topics.", "Names") : null;
    }
}
