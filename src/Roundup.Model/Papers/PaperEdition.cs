using System.Security.Cryptography;
using System.Text;
using Roundup.Model.Text;

namespace Roundup.Model.Papers;

/// <summary>One state of a paper's text at its source: what was covered, and what is there now.</summary>
/// <param name="Version">The source's number for it, where it counts; arXiv does.</param>
/// <param name="On">When it appeared, where the source says.</param>
/// <param name="Fingerprint">Of title and abstract, see <see cref="FingerprintOf"/>.</param>
/// <param name="SeenAt">When we saw it.</param>
public sealed record PaperEdition(string Source, int? Version, DateOnly? On, string Fingerprint, DateTimeOffset SeenAt)
{
    public static PaperEdition Of(PaperRecord record, DateTimeOffset now) =>
        new(record.Source, record.Id.Version, record.UpdatedOn ?? record.PublishedOn, FingerprintOf(record.Title, record.Abstract ?? ""), now);

    /// <summary>
    /// 32 hex digits (128 bits of SHA-256) over the letters and digits of title and abstract, in lower case: blanks, punctuation and TeX's
    /// ways of writing them don't count, words do.
    /// </summary>
    public static string FingerprintOf(string title, string @abstract)
    {
        var letters = $"{Letters.Only(title)}\n{Letters.Only(@abstract)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)).AsSpan(0, 16));
    }
}
