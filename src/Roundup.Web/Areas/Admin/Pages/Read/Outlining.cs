using Roundup.Formats.Reading;
using Roundup.Model.Importing;

namespace Roundup.Web.Areas.Admin.Pages.Read;

/// <summary>The words in which the outline speaks.</summary>
public static class Outlining
{
    private const int SummaryLength = 280;

    public static string Word(LineRole role) => role switch
    {
        LineRole.IssueTitle => "Title of the issue",
        LineRole.Introduction => "Introduction",
        LineRole.Section => "Section heading",
        LineRole.PaperTitle => "Paper: title",
        LineRole.Authors => "Authors",
        LineRole.Abstract => "Abstract",
        LineRole.OpinionLabel => "Opinion: label",
        LineRole.Opinion => "Opinion",
        LineRole.Links => "Links",
        LineRole.Text => "Text beside it",
        LineRole.Closing => "Closing words",
        LineRole.Reference => "Reference entry",
        LineRole.Detail => "Detail of the file",
        _ => "Aside, kept",
    };

    /// <summary>What was understood, in one sentence.</summary>
    public static string Sentence(ImportedIssue read)
    {
        if (read.Entries is []) return "No paper was found in this";

        var opinions = read.Entries.Count(e => e.Opinions.Count > 0);
        var abstracts = read.Entries.Count(e => e.Abstract is not "");
        return $"{Papers(read.Entries.Count)}, {Of(opinions)} an opinion, {Of(abstracts)} an abstract";
    }

    /// <summary>The first words of a line, on one line.</summary>
    public static string Beginning(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, 60, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= SummaryLength ? line : $"{line[..line.LastIndexOf(' ', SummaryLength, SummaryLength / 2).Or(SummaryLength)]} …";
    }

    public static int Rows(string text) => Math.Clamp(text.Length / 80 + text.Count(c => c is '\n') + 1, 2, 16);

    private static string Papers(int count) => count == 1 ? "One paper" : $"{count} papers";

    private static string Of(int count) => count == 0 ? "none with" : $"{count} with";

    private static int Or(this int position, int otherwise) => position > 0 ? position : otherwise;
}
