namespace Roundup.Model;

/// <summary>
/// Why a command did nothing: one sentence for the person who asked, and the field that it is about.
/// A refusal is an ordinary answer; a mistake of ours is an exception.
/// </summary>
/// <param name="Sentence">A whole sentence, shown as it is.</param>
/// <param name="Field">The property of the input that the sentence belongs to; empty for the whole form.</param>
public sealed record Refusal(string Sentence, string Field = "");
