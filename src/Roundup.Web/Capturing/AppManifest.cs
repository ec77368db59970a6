using System.Text.Json.Serialization;

namespace Roundup.Web.Capturing;

/// <summary>The desk as an app of a phone, so that its share menu offers the inbox (W3C Web Application Manifest; Web Share Target).</summary>
internal sealed record AppManifest(
    string Id, string Name, [property: JsonPropertyName("short_name")] string ShortName, string Lang,
    [property: JsonPropertyName("start_url")] string StartUrl, string Scope, string Display,
    [property: JsonPropertyName("background_color")] string BackgroundColour, [property: JsonPropertyName("theme_color")] string ThemeColour,
    IReadOnlyList<AppManifest.Icon> Icons, [property: JsonPropertyName("share_target")] AppManifest.Target ShareTarget)
{
    public static AppManifest Of(string? title) => new(
        "/admin", $"{title ?? "Roundup"}, desk", title ?? "Roundup", "en", "/admin", "/", "standalone", "#fcfdfc", "#1d1a17",
        [new("/img/icon-192.png", "192x192"), new("/img/icon-512.png", "512x512"), new("/img/icon-512.png", "512x512", "maskable")],
        new("/capture", "GET", new("title", "text", "url")));

    internal sealed record Icon(string Src, string Sizes, string Purpose = "any", string Type = "image/png");

    internal sealed record Target(string Action, string Method, Words Params);

    internal sealed record Words(string Title, string Text, string Url);
}
