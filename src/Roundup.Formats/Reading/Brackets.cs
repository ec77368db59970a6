namespace Roundup.Formats.Reading;

/// <summary>Which square bracket closes which, found once for a whole paragraph.</summary>
internal sealed class Brackets
{
    private readonly Dictionary<int, int> _closeOf = [];

    public Brackets(string text)
    {
        var open = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '[') open.Push(at);
            else if (text[at] == ']' && open.TryPop(out var from)) _closeOf[from] = at;
        }
    }

    /// <summary>Where the bracket at that place is closed; -1 where it never is.</summary>
    public int CloseOf(int open) => _closeOf.GetValueOrDefault(open, -1);
}
