using Roundup.Model;

namespace Roundup.Data.People;

/// <summary>Words that somebody writes often, by a short name. Everybody has their own.</summary>
public sealed class Snippet
{
    public const int NameLength = 40;
    public const int TextLength = 4000;

    private Snippet() { }

    public Snippet(int personId) => PersonId = personId;

    public int Id { get; private set; }

    public int PersonId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Markdown, put in as it is.</summary>
    public string Text { get; private set; } = "";

    public int Version { get; private set; }

    public Refusal? Rewrite(string name, string text)
    {
        if (string.IsNullOrWhiteSpace(name)) return new("Give it a short name: it is found by that.", nameof(Name));
        if (name.Trim().Length > NameLength) return new($"A name has at most {NameLength} characters.", nameof(Name));
        if (string.IsNullOrWhiteSpace(text)) return new("A snippet needs words.", nameof(Text));
        if (text.Length > TextLength) return new($"A snippet has at most {TextLength:N0} characters.", nameof(Text));

        (Name, Text) = (name.Trim(), text);
        Version++;
        return null;
    }
}
