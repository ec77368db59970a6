namespace Roundup.Model.Papers;

/// <summary>A paper that was named somewhere in a text.</summary>
/// <param name="Id">What was named, in canonical form.</param>
/// <param name="Text">The characters that named it, as found.</param>
/// <param name="Start">Where they begin, in UTF-16 code units from the start of the text.</param>
public sealed record FoundPaper(PaperId Id, string Text, int Start);
