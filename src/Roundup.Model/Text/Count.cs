namespace Roundup.Model.Text;

public static class Count
{
    /// <summary>Words as a reader counts them: runs of characters between white space.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var character in text)
        {
            var blank = char.IsWhiteSpace(character);
            if (!blank && !inside) words++;
            inside = !blank;
        }

        return words;
    }
}
