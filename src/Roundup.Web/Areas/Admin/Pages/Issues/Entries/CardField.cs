using Roundup.Model.Papers;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>One field of a card's form.</summary>
/// <param name="Name">As it is posted.</param>
/// <param name="Theirs">What somebody saved in the meantime.</param>
/// <param name="Rows">0 for a line.</param>
/// <param name="From">Where what is kept came from.</param>
/// <param name="IsMarkdown">Whether it gets the tools for Markdown.</param>
public sealed record CardField(
    string Name, string Label, string? Value, string? Theirs, int Rows = 0, string Hint = "", string Type = "text", FieldOrigin? From = null, bool IsMarkdown = false);
