using Roundup.Model;
using Roundup.Model.Issues;

namespace Roundup.Formats.Writing;

/// <summary>A shape in which something leaves. Found by scanning this assembly: the addresses, the lists of downloads and the links between them follow.</summary>
public interface IFormat
{
    /// <summary>As people know it: BibTeX. Unique.</summary>
    string Name { get; }

    /// <summary>Without the first dot: bib, csl.json. Unique; addresses are made of it.</summary>
    string Extension { get; }

    /// <summary>Without a charset: what is written is UTF-8.</summary>
    string MediaType { get; }
}

/// <summary>Writes papers, one or a whole issue's.</summary>
public interface IPaperFormat : IFormat
{
    /// <summary>Never fails, whatever stands in the papers; no papers are an empty but valid file.</summary>
    string Write(IReadOnlyList<Reference> papers);
}

/// <summary>Writes an issue with all its words.</summary>
public interface IIssueFormat : IFormat
{
    /// <param name="issue">With its entries in order, their papers and opinions.</param>
    /// <param name="publication">Whose label stands beside the editor's opinions.</param>
    /// <param name="details">What else the file says of the issue and, where the papers come with theirs, of venues and topics; null for the words alone.</param>
    string Write(Issue issue, Publication publication, IssueDetails? details = null);
}
