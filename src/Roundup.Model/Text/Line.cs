namespace Roundup.Model.Text;

/// <summary>One line of plain text with maths between dollars, as written and as readers see it: a title.</summary>
/// <param name="Html">Inline; made by Roundup.Formats.</param>
public sealed record Line(string Source, SafeHtml Html);
