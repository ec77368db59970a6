using Roundup.Formats.Reading.References;
using Roundup.Model;
using Roundup.Model.Importing;
using Roundup.Model.Papers;

namespace Roundup.Formats.Reading;

/// <summary>
/// Reads a pasted roundup: Markdown, HTML, plain text, a list of ids and addresses, entries of BibTeX and RIS among them. Pure: no I/O and no clock. It goes by structure, and
/// keeps every word: what it cannot place stays as text where it stood.
/// </summary>
/// <param name="recognise">Which paper an address or an id names; null for nobody's.</param>
public sealed class RoundupReader(Func<string, PaperId?> recognise)
{
    /// <summary>Reads a paste.</summary>
    /// <returns>Why it cannot be read; null where it was.</returns>
    public Refusal? Read(string pasted, out Reading reading)
    {
        reading = new Reading([], new ImportedIssue());
        if (Pasted.Read(pasted, out var paste) is { } refusal) return refusal;
        var library = Bibliography.Of(paste.Sources, recognise);
        var lines = Lines(paste, library);
        reading = new Reading(lines, Assemble(lines, library));
        return null;
    }

    /// <summary>Puts lines together by their roles: the reader's own, or those that an editor mended. Pure.</summary>
    public ImportedIssue Assemble(IReadOnlyList<Line> lines) =>
        Assemble(lines, Bibliography.Of(lines.Where(line => line.Role == LineRole.Reference).Select(line => line.Text), recognise));

    private ImportedIssue Assemble(IReadOnlyList<Line> lines, Bibliography library) => new IssueAssembly(new PaperMarks(recognise), library).Assemble(lines);

    private IReadOnlyList<Line> Lines(Pasted paste, Bibliography library)
    {
        var blocks = WithReferences(IdLines.Part(BlockCutter.Cut(paste.Markdown, paste.Sources)), library);
        var marks = new PaperMarks(recognise) { TakesAnyAddress = blocks.All(block => block.Source is not null || PaperMarks.IsBare(block.Text)) };
        if (paste.Sources.Count == 0 && Flattened.Is(blocks)) return Flattened.Lines(blocks, paste.PageTitle);
        var parted = OwnDetails.Part(blocks);
        var outline = new Outline(parted, new LeadFinder(marks), marks);
        // Without papers it is no issue, whatever it calls itself.
        if (outline.Papers == 0 && !ReferenceEquals(parted, blocks)) outline = new Outline(blocks, new LeadFinder(marks), marks);
        return outline.Papers == 0 && Untitled.Are(outline) ? Untitled.Lines(outline, paste.PageTitle) : LineMaker.Lines(outline, paste.PageTitle);
    }

    private static IReadOnlyList<Block> WithReferences(IReadOnlyList<Block> blocks, Bibliography library) =>
        [.. blocks.Select(block => block.Source is { } source ? block with { Reference = library.Find(source) } : block)];
}
