using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Roundup.Web.Capturing;

/// <summary>The clipper as an address that a browser keeps among its bookmarks.</summary>
public static partial class Bookmarklet
{
    private static readonly string Code = Compact(Read());

    /// <param name="site">The address of this site, without a slash at its end.</param>
    public static string For(string site) => $"javascript:{Escape(Code.Replace("{site}", JavaScriptEncoder.Default.Encode(site), StringComparison.Ordinal))}";

    /// <summary>
    /// Without comments and needless blanks, and with the shorter word for a name. It knows no JavaScript: it relies on the rules that stand at the top of clipper.js, and a test runs
    /// the result in a browser.
    /// </summary>
    public static string Compact(string code)
    {
        var lines = code.Split('\n').Select(line => line.Trim()).Where(line => line is not "" && !line.StartsWith("//", StringComparison.Ordinal));
        return Parts().Replace(string.Join('\n', lines), part => part.ValueSpan[0] is '\'' ? part.Value : Blanks().Replace(part.Value, "$1").Replace(";}", "}", StringComparison.Ordinal).Replace("const ", "let ", StringComparison.Ordinal));
    }

    // What would be taken for an escape or an end, and blanks, which do not survive every way of copying an address. The code is ASCII.
    private static string Escape(string code)
    {
        var address = new StringBuilder(code.Length + 1024);
        foreach (var c in code)
        {
            if (c is '%' or '"' or '#' or ' ') address.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else address.Append(c);
        }

        return address.ToString();
    }

    private static string Read()
    {
        using var stream = typeof(Bookmarklet).Assembly.GetManifestResourceStream("clipper.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"'(?:\\.|[^'\\])*'|[^']+")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\s*([=+*/<>!&|?:;,(){}\[\]-])\s*|\n")]
    private static partial Regex Blanks();
}
