using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>IEEE Xplore: no DOI stands in its addresses, and the number of the document is the same in all of them.</summary>
public sealed partial class Ieee : IPaperScheme
{
    public string Name => "IEEE Xplore";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://ieeexplore.ieee.org/document/10412086", "https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=10412086",
        "url:https://ieeexplore.ieee.org/document/10412086",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (WebAddress.Read(Pasted.After(text, "url") ?? text) is not { } address || !address.IsAt("ieeexplore.ieee.org")) return null;

        var number = address.Segments switch
        {
            ["document", var document, ..] => document,
            ["abstract", "document", var document, ..] => document,
            _ => address.Parameter("arnumber"),
        };
        return number is not null && Number().IsMatch(number) ? new(PaperScheme.Url, $"https://ieeexplore.ieee.org/document/{number}") : null;
    }

    [GeneratedRegex("^[1-9][0-9]{3,9}$")]
    private static partial Regex Number();
}
