using Roundup.Model.Text;

namespace Roundup.Formats;

/// <summary>Titles as readers see them.</summary>
public static class Typeset
{
    /// <summary>One line of plain text; maths between dollars is set.</summary>
    public static Line Line(string text) => new(text, MathsInText.Find(text).Any() ? PlainText.Line(text) : SafeHtml.Empty);
}
