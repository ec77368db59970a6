namespace Roundup.Sources;

/// <summary>Names of authors as they are printed: given name first.</summary>
internal static class PrintedName
{
    private static readonly string[] Suffixes = ["jr", "sr", "ii", "iii", "iv", "md", "phd", "msc", "inc", "ltd", "llc", "et al"];

    /// <summary>Given and family name, of which either may be missing, and what stands behind: Donald Hora Jr.</summary>
    public static string Of(string given, string family, string suffix = "") =>
        MarkupText.Clean(string.Join(' ', new[] { given, family, suffix }.Where(part => part is not "")));

    /// <summary>Turns <c>Becker, D. J.</c> round; leaves <c>Donald Hora, Jr.</c> and the names of groups as they are.</summary>
    public static string Turned(string name)
    {
        var plain = MarkupText.Clean(name);
        if (plain.Split(',', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } family, { Length: > 0 } given]) return plain;

        return Suffixes.Contains(given.Replace(".", "").ToLowerInvariant()) ? plain : $"{given} {family}";
    }
}
