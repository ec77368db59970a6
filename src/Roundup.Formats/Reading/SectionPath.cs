namespace Roundup.Formats.Reading;

/// <summary>The headings that a paper stands under. A heading that no paper stood under is not lost: it is handed back.</summary>
internal sealed class SectionPath
{
    /// <summary>Of a line that is no heading: below them all.</summary>
    private const int NoHeading = 7;

    private readonly List<Step> _steps = [];

    /// <returns>Headings that nothing stood under, as they were written.</returns>
    public IReadOnlyList<string> Enter(string markdown)
    {
        var marks = markdown.TakeWhile(character => character == '#').Count();
        var level = marks is > 0 and < NoHeading ? marks : NoHeading;
        var left = _steps.Where(step => step.Level >= level).ToArray();
        _steps.RemoveAll(step => step.Level >= level);
        _steps.Add(new Step(level, PlainText.Heading(markdown), markdown));
        return [.. left.Where(step => !step.IsUsed && !Sections.SayNothing(step.Name)).Select(step => step.Markdown)];
    }

    /// <summary>Where a paper that begins now stands; null for nowhere.</summary>
    public string? Path()
    {
        foreach (var step in _steps) step.IsUsed = true;
        var names = _steps.Select(step => step.Name).Where(name => !Sections.OpensIssue(name) && !Sections.ClosesIssue(name)).ToArray();
        if (names.Length > 1) names = [.. names.Where(name => !Sections.HoldsPapers(name))];
        return names.Length == 0 ? null : string.Join(" / ", names);
    }

    /// <summary>The headings that text stands under now and no paper does, as Markdown; each is handed out once.</summary>
    public string Unused()
    {
        var unused = _steps.Where(step => !step.IsUsed).ToArray();
        foreach (var step in unused) step.IsUsed = true;
        return string.Join("\n\n", unused.Where(step => !Sections.SayNothing(step.Name)).Select(step => step.Markdown));
    }

    private sealed record Step(int Level, string Name, string Markdown)
    {
        public bool IsUsed { get; set; }
    }
}
