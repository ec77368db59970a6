using System.Text;
using Roundup.Model.Text;
using SkiaSharp;

namespace Roundup.Web.Pictures;

/// <summary>
/// The site's own fonts, as the build fetched them. They have Latin, Greek, Cyrillic and signs; what they have no letter for is left out, for boxes
/// in its place would say less, and a machine that serves pages has no other fonts.
/// </summary>
internal sealed class PictureFonts(IWebHostEnvironment host) : IDisposable
{
    private readonly Lazy<SKTypeface> _serif = new(() => Read(host, "stix-two-text-500.ttf"));
    private readonly Lazy<SKTypeface> _sans = new(() => Read(host, "instrument-sans-500.ttf"));
    private readonly Lazy<SKTypeface> _strong = new(() => Read(host, "instrument-sans-600.ttf"));

    public SKFont Serif(float size) => Font(_serif.Value, size);

    public SKFont Sans(float size) => Font(_sans.Value, size);

    public SKFont Strong(float size) => Font(_strong.Value, size);

    /// <summary>The words without the characters that the font has no letters for; empty where nothing readable is left.</summary>
    public static string Readable(SKFont font, string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in Letters.Normal(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(letter)) kept.Append(' ');
            else if (font.GetGlyph(letter.Value) != 0) kept.Append(letter);
            // The script N of a formula, as a plain one.
            else foreach (var plain in Letters.Normal(letter.ToString(), NormalizationForm.FormKC).EnumerateRunes())
                if (font.GetGlyph(plain.Value) != 0) kept.Append(plain);
        }

        var words = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Any(char.IsLetterOrDigit) ? words : "";
    }

    /// <summary>Of names between commas those whose letters the font has: half a name, or its comma alone, says less than nothing.</summary>
    public static string ReadableParts(SKFont font, string text) =>
        string.Join(", ", text.Split(", ").Where(part => part.EnumerateRunes().Where(Rune.IsLetter).All(letter => Readable(font, letter.ToString()) is not "")));

    public void Dispose()
    {
        foreach (var face in new[] { _serif, _sans, _strong }.Where(f => f.IsValueCreated)) face.Value.Dispose();
    }

    private static SKFont Font(SKTypeface face, float size) => new(face, size) { Edging = SKFontEdging.Antialias, Subpixel = true };

    // Built without the fonts (-p:FrontEnd=false), a picture has its ring and its lines.
    private static SKTypeface Read(IWebHostEnvironment host, string name)
    {
        var file = host.WebRootFileProvider.GetFileInfo($"lib/pictures/{name}");
        if (!file.Exists) return SKTypeface.Default;

        using var stream = file.CreateReadStream();
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? SKTypeface.Default;
    }
}
