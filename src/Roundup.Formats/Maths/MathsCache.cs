namespace Roundup.Formats.Maths;

/// <summary>
/// What became of the expressions seen lately, bounded in characters: when one half is full, the other is forgotten. An expression that could
/// not be read is remembered too.
/// </summary>
internal sealed class MathsCache(int mostCharacters)
{
    private readonly Lock _lock = new();
    private Dictionary<(string Tex, bool IsDisplay), string?> _young = [];
    private Dictionary<(string Tex, bool IsDisplay), string?> _old = [];
    private int _characters;

    public bool Knows(string tex, bool isDisplay, out string? markup)
    {
        lock (_lock)
        {
            if (_young.TryGetValue((tex, isDisplay), out markup)) return true;
            if (!_old.TryGetValue((tex, isDisplay), out markup)) return false;
        }

        Keep(tex, isDisplay, markup);
        return true;
    }

    public void Keep(string tex, bool isDisplay, string? markup)
    {
        lock (_lock)
        {
            if (!_young.TryAdd((tex, isDisplay), markup)) return;
            _characters += tex.Length + (markup?.Length ?? 0) + 50;
            if (_characters < mostCharacters / 2) return;
            (_old, _young, _characters) = (_young, [], 0);
        }
    }
}
