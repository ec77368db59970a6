namespace Roundup.Formats.Writing;

/// <summary>The formats that there are: every class of this assembly that is one.</summary>
public static class WrittenFormats
{
    /// <summary>For papers, and for issues as a list of papers.</summary>
    public static IReadOnlyList<IPaperFormat> OfPapers { get; } = Scan<IPaperFormat>();

    /// <summary>For issues with all their words.</summary>
    public static IReadOnlyList<IIssueFormat> OfIssues { get; } = Scan<IIssueFormat>();

    /// <summary>All that an issue can be had in.</summary>
    public static IReadOnlyList<IFormat> All { get; } = [.. OfPapers, .. OfIssues];

    internal static T[] Scan<T>() where T : IFormat =>
    [
        .. typeof(WrittenFormats).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(format => format.Name, StringComparer.Ordinal),
    ];
}
