namespace Roundup.Model.Text;

public static class WebAddress
{
    /// <summary>Whether a text is an absolute http or https address with a host: what a reader may be sent to.</summary>
    public static bool IsOne(string text) =>
        text.Length <= 2000
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.Host is not "";
}
