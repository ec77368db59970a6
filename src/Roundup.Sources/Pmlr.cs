using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>Proceedings of Machine Learning Research: <c>v139/key21a</c>, page and PDF alike, also from its years at jmlr.org.</summary>
public sealed partial class Pmlr : IPaperScheme
{
    public string Name => "PMLR";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://proceedings.mlr.press/v139/sun21c.html", "http://proceedings.mlr.press/v9/glorot10a/glorot10a.pdf", "pmlr:v70/ravanbakhsh17a",
        "https://proceedings.mlr.press/v139/sun21c/sun21c-supp.pdf", "http://jmlr.org/proceedings/papers/v37/ioffe15.html",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (Pasted.After(text, "pmlr") is { } bare) return bare.Split('/') is [var ownVolume, var ownKey] ? Of(ownVolume, ownKey) : null;
        if (WebAddress.Read(text) is not { } address) return null;

        return address switch
        {
            { Segments: [var volume, var key, ..] } when address.IsAt("proceedings.mlr.press") => Of(volume, key),
            { Segments: ["mlresearch", var volume, "main", "assets", var key, ..] } when address.IsAt("raw.githubusercontent.com") => Of(volume, key),
            { Segments: ["proceedings", "papers", var volume, var key, ..] } when address.IsAt("jmlr.org", "jmlr.csail.mit.edu") => Of(volume, key),
            _ => null,
        };
    }

    private static PaperId? Of(string volume, string key)
    {
        if (key.IndexOf('.') is >= 0 and var dot) key = key[..dot];
        return Volume().IsMatch(volume) && Key().IsMatch(key) ? new(PaperScheme.Pmlr, $"{volume}/{key}".ToLowerInvariant()) : null;
    }

    [GeneratedRegex("^[vr][0-9]{1,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex Volume();

    [GeneratedRegex("^[a-z][a-z_-]*[0-9]{2}[a-z]{0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex Key();
}
