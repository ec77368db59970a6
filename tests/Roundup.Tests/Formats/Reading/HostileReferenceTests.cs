using System.Diagnostics;
using Roundup.Formats.Reading;
using Roundup.Sources;
using Roundup.Tests.Sources;

namespace Roundup.Tests.Formats.Reading;

/// <summary>Reference lists that somebody made to hurt: time linear in them, and no exception.</summary>
[Collection(Measured.Name)]
public sealed class HostileReferenceTests(ITestOutputHelper output)
{
    private static readonly PaperFinder Finder = new();

    private static readonly Dictionary<string, Func<int, string>> Pastes = new()
    {
        ["open braces"] = size => "@article{a, title = " + new string('{', size),
        ["closing braces"] = size => "@article{a, title = {T}}" + new string('}', size),
        ["open entries"] = size => Repeat("@article{", size),
        ["open entries with keys"] = size => Repeat("@article{a,", size),
        ["open entries, one a line"] = size => Repeat("@article{\n", size),
        ["open values"] = size => Repeat("@article{a,t={", size),
        ["open values, one a line"] = size => Repeat("@article{a, title={\n", size),
        ["open fields, one a line"] = size => "@article{a,\n" + Repeat("title={\n", size),
        ["open values behind whole ones"] = size => Repeat("@article{a,x={y},t={", size),
        ["open comments"] = size => Repeat("@comment{ ", size),
        ["open quotes"] = size => "@article{a, title=\"" + Repeat("{\" ", size),
        ["deep nesting"] = size => "@article{a, title={" + new string('{', size / 2) + new string('}', size / 2) + "}}",
        ["backslashes"] = size => "@article{a, title={" + new string('\\', size) + "}}",
        ["dollars"] = size => "@article{a, title={" + Repeat("$ ", size) + "}}",
        ["open commands"] = size => "@article{a, title={" + Repeat("\\href{", size / 2) + new string('}', size / 12) + "}}",
        ["authors"] = size => "@article{a, title={T}, author={" + Repeat("A, B and ", size) + "}}",
        ["environments"] = size => "@article{a, title={T}, author={" + Repeat("\\begin{", size / 2) + "}}",
        ["joined parts"] = size => "@article{a, title={T}, note=" + Repeat("{x} # ", size) + "{y}}",
        ["macros"] = size => "@string{m = {0123456789}}\n" + Repeat("@string{m = m # m}\n", Math.Min(size, 40_000)) + "@article{a, title=m}" + new string(' ', size),
        ["small entries"] = size => Repeat("@misc{a,title={T}}\n", size),
        ["nulls"] = size => "@article{a, title={T}}" + new string('\0', size / 100) + new string('x', size),
        ["lines of RIS"] = size => "TY  - JOUR\nTI  - T\n" + Repeat("KW  - word\n", size),
        ["beginnings of RIS"] = size => Repeat("TY  - JOUR\n", size),
        ["continued lines of RIS"] = size => "TY  - JOUR\nTI  - T\nAB  - a\n" + Repeat("word\n", size),
        ["small entries of RIS"] = size => Repeat("TY  - JOUR\nTI  - T\nER  - \n", size),
        ["remarks"] = size => "@misc{a,title={T}}\n" + Repeat("% x\n", size),
        ["fences"] = size => "@misc{a,title={T}}\n" + Repeat("```\n", size),
    };

    public static TheoryData<string> Names => [.. Pastes.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Reading_takes_linear_time_and_no_exception(string name)
    {
        Read(Pastes[name](5_000));
        var (half, whole) = (Time(Pastes[name](250_000), Read), Time(Pastes[name](500_000), Read));
        output.WriteLine($"FIGURE: reading {name}: t(2n)/t(n) = {whole / Math.Max(half, 0.1):F1} ({half:F0} ms, then {whole:F0} ms)");
        Assert.True(whole < 120_000, $"{whole:F0} ms");
    }

    [Theory, MemberData(nameof(Names))]
    public void Finding_takes_linear_time_and_no_exception(string name)
    {
        Finder.Find(Pastes[name](5_000));
        var (half, whole) = (Time(Pastes[name](500_000), text => Finder.Find(text)), Time(Pastes[name](1_000_000), text => Finder.Find(text)));
        output.WriteLine($"FIGURE: finding {name}: t(2n)/t(n) = {whole / Math.Max(half, 0.1):F1} ({half:F0} ms, then {whole:F0} ms)");
        Assert.True(whole < 120_000, $"{whole:F0} ms");
    }

    private static void Read(string paste)
    {
        // A refusal is an answer as well.
        if (new RoundupReader(Recognition.Of).Read(paste, out var reading) is not null) Assert.Empty(reading.Lines);
    }

    private static double Time(string text, Action<string> work)
    {
        var watch = Stopwatch.StartNew();
        work(text);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Repeat(string piece, int size) => string.Concat(Enumerable.Repeat(piece, size / piece.Length));
}
