using System.Globalization;
using System.Text;
using Roundup.Web.Site;

namespace Roundup.Web.Drawings;

/// <summary>
/// An issue drawn from its own words, read clockwise from twelve: outside a stroke for every so many words of an abstract, inside
/// for the editor's; a pause parts the papers.
/// </summary>
/// <param name="Outer">The path of the papers' strokes.</param>
/// <param name="Inner">The path of the editor's strokes.</param>
/// <param name="WordsPerStroke">More in a long issue, so that strokes stay apart.</param>
public sealed record Round(int Number, string Outer, string Inner, IReadOnlyList<Round.Mark> Marks, int WordsPerStroke, string Label)
{
    private const double Pause = 3.2;
    private const int MarksAtMost = 40;
    private static readonly int[] Scale = [1, 2, 5, 10, 20, 50, 100];

    /// <summary>How much is said in one place of an issue, in words.</summary>
    public readonly record struct Sector(int Abstract, int Said);

    /// <summary>The number of a paper beside its sector.</summary>
    public readonly record struct Mark(string X, string Y, int Number);

    /// <summary>Large, with the papers' numbers: ten words a stroke.</summary>
    public static Round Cover(int number, IReadOnlyList<Sector> sectors) =>
        Draw(number, sectors, words: 10, strokes: 320, marked: true,
            $"A ring of {(sectors.Count == 1 ? "one sector" : $"{InWords.Number(sectors.Count)} sectors, one for each paper")}. Outer strokes count the words of the abstracts, inner strokes the words of the editor.");

    /// <summary>Small, beside an issue in a list.</summary>
    public static Round Seal(int number, IReadOnlyList<Sector> sectors) =>
        Draw(number, sectors, words: 22, strokes: 150, marked: false, $"Issue {number}, drawn from {InWords.Count(sectors.Count, "paper", "papers")}");

    private static Round Draw(int number, IReadOnlyList<Sector> sectors, int words, int strokes, bool marked, string label)
    {
        var per = Scale.Select(s => s * words).FirstOrDefault(p => sectors.Sum(s => Width(s, p)) <= strokes, Scale[^1] * words);
        var step = Math.Tau / (sectors.Sum(s => Width(s, per)) + (Pause * sectors.Count));
        var (outer, inner, marks, from) = (new StringBuilder(), new StringBuilder(), new List<Mark>(), 0.0);
        for (var place = 0; place < sectors.Count; place++)
        {
            var sector = sectors[place];
            for (var k = 0; k < Outside(sector, per); k++) Stroke(outer, k % 5 == 0 ? 127 : 134, 168, (from + k) * step);
            for (var k = 0; k < Strokes(sector.Said, per); k++) Stroke(inner, 86, 116, (from + k) * step);
            if (marked && (sectors.Count <= MarksAtMost || place % 5 == 4)) marks.Add(MarkAt((from + 0.2) * step, place + 1));
            from += Width(sector, per) + Pause;
        }

        return new(number, outer.ToString(), inner.ToString(), marks, per, label);
    }

    private static int Strokes(int words, int per) => words == 0 ? 0 : Math.Max(1, (int)Math.Round((double)words / per, MidpointRounding.AwayFromZero));

    // A paper without a word still has its stroke; an opinion that is longer than the abstract widens the sector.
    private static int Outside(Sector sector, int per) => sector is { Abstract: 0, Said: 0 } ? 1 : Strokes(sector.Abstract, per);

    private static int Width(Sector sector, int per) => Math.Max(1, Math.Max(Strokes(sector.Abstract, per), Strokes(sector.Said, per)));

    private static void Stroke(StringBuilder path, int from, int to, double angle) =>
        path.Append('M').Append(X(from, angle)).Append(' ').Append(Y(from, angle)).Append('L').Append(X(to, angle)).Append(' ').Append(Y(to, angle));

    private static Mark MarkAt(double angle, int number) => new(X(182, angle), Y(182, angle), number);

    private static string X(int radius, double angle) => Tenths(radius * Math.Sin(angle));

    private static string Y(int radius, double angle) => Tenths(-radius * Math.Cos(angle));

    private static string Tenths(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);
}
