namespace Roundup.Model.Text;

/// <summary>
/// What a person wrote, as written (Markdown or plain text) and as readers see it. It is rendered once, when it is saved.
/// </summary>
/// <param name="Source">As written. Never altered by rendering, so that it can be rendered again.</param>
/// <param name="Html">As readers see it.</param>
/// <param name="Renderer">The version of the renderer that made <paramref name="Html"/>; 0 for nothing rendered.</param>
public sealed record Prose(string Source, SafeHtml Html, int Renderer)
{
    /// <summary>No text at all.</summary>
    public static Prose Empty { get; } = new("", SafeHtml.Empty, 0);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Source);

    /// <summary>Words as a reader counts them; kept, so that an archive is drawn without reading every text.</summary>
    public int Words { get; private init; } = Count.Words(Source);
}
