using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Model.Topics;

/// <summary>What papers are about, in the editors' words. It keeps every address that it ever had.</summary>
public sealed partial class Topic
{
    /// <summary>In characters.</summary>
    public const int NameLength = 80;

    /// <summary>In characters of Markdown's plain words: a line or two at the top of its page.</summary>
    public const int AboutLength = 500;

    private readonly List<TopicSlug> _slugs = [];
    private readonly List<Paper> _papers = [];

    private Topic() { }

    public int Id { get; private set; }

    /// <summary>As readers see it, sentence case: “Model editing”.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name without case, accents, spaces and most marks (<see cref="KeyOf"/>): one topic a key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>In its address now; one of <see cref="Slugs"/>.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>What belongs to it, as plain text; may be empty.</summary>
    public string About { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Every address that leads to it: its own, former ones, and those of topics that went into it.</summary>
    public IReadOnlyList<TopicSlug> Slugs => _slugs;

    public IReadOnlyList<Paper> Papers => _papers;

    /// <summary>A new one, without papers.</summary>
    /// <param name="name">As typed.</param>
    public static Refusal? Open(string name, DateTimeOffset now, out Topic topic)
    {
        topic = new Topic { CreatedAt = now };
        return topic.Rename(name, now);
    }

    /// <summary>What a typed name is compared by; empty for what names nothing. “C”, “C++” and “C#” are three, “Vision + language” and “Vision-language” one.</summary>
    public static string KeyOf(string name)
    {
        var (whole, key, from) = (Letters.Normal(name, NormalizationForm.FormKD), new StringBuilder(), 0);
        foreach (var end in WordsEnd().EnumerateMatches(whole))
        {
            key.Append(Letters.Only(whole[from..end.Index])).Append(whole.AsSpan(end.Index, end.Length));
            from = end.Index + end.Length;
        }

        return Letters.Cut(key.Append(Letters.Only(whole[from..])).ToString(), NameLength);
    }

    [GeneratedRegex(@"(?<=[\p{L}\p{M}\p{Nd}])(?>[+#]+)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex WordsEnd();

    /// <summary>
    /// Where a name leads. Names of one key have one address, and names of different keys never the same: what an address can't say, other
    /// scripts above all, stands in it as a part of the key's hash.
    /// </summary>
    public static string SlugOf(string name)
    {
        var (key, slug) = (KeyOf(name), Text.Slug.Of(name));
        if (key is "") return "";
        if (slug.Replace("-", "", StringComparison.Ordinal) == key) return slug;

        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 5));
        return slug is "" ? $"topic-{mark}" : $"{Letters.Cut(slug, Text.Slug.MaxLength - mark.Length - 1).TrimEnd('-')}-{mark}";
    }

    /// <summary>Its address follows its name; the old one still leads to it.</summary>
    public Refusal? Rename(string name, DateTimeOffset now)
    {
        var shown = Letters.Name(name);
        if (KeyOf(shown) is not { Length: > 0 } key) return new("Give the topic a name.", nameof(Name));
        if (shown.Length > NameLength) return new($"A topic's name has at most {NameLength} characters.", nameof(Name));

        (Name, Key, Slug) = (shown, key, SlugOf(shown));
        if (_slugs.TrueForAll(s => s.Slug != Slug)) _slugs.Add(new TopicSlug(Slug, now));
        Version++;
        return null;
    }

    public Refusal? Describe(string about)
    {
        var said = Letters.Keepable(about).Trim();
        if (said.Length > AboutLength) return new($"At most {AboutLength} characters.", nameof(About));

        About = said;
        Version++;
        return null;
    }
}

/// <summary>An address of a topic, below /topics/. One topic an address.</summary>
public sealed class TopicSlug
{
    private TopicSlug() { }

    internal TopicSlug(string slug, DateTimeOffset now) => (Slug, Since) = (slug, now);

    /// <summary>As <see cref="Text.Slug.Of"/> makes it.</summary>
    public string Slug { get; private set; } = "";

    public int TopicId { get; private set; }

    public DateTimeOffset Since { get; private set; }
}
