using Roundup.Formats;
using Roundup.Formats.Mail;
using Roundup.Model.Text;

namespace Roundup.Tests.Formats.Mail;

/// <summary>Issues as they are mailed.</summary>
internal static class MailShelf
{
    public static IssueMail Issue(params MailPaper[] papers) => new("The Slow Shelf", "https://shelf.example", "https://shelf.example/issues/7/order", 7, "Order", papers);

    public static MailPaper Paper(int number, string title = "A paper", string @abstract = "", string opinion = "", string? section = null) => new(number, $"e-{number}", section, title, "Meng & Bau. NeurIPS, 2022.")
    {
        Abstract = PlainText.Render(@abstract).Html,
        Opinions = opinion is "" ? [] : [new("My opinion", Words(opinion))],
    };

    public static SafeHtml Words(string markdown)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose.Html;
    }

    /// <summary>Of everything a little.</summary>
    public static IssueMail Small() => Issue(
        Paper(1, "Locating & Editing Facts in GPT: An $O(n)$ Story", "We measure $x_{i} < 2$ at 50% & more, again and again, until nobody asks for it any more.\n\nAgain: https://example.org/a_(b).", Opinion, "First thoughts") with
        {
            Links = [new("arXiv:2202.05262", "https://arxiv.org/abs/2202.05262"), new("kmeng01/rome", "https://github.com/kmeng01/rome"), new("Odd", "javascript:alert(1)")],
            Words = Words("It is about *memory*."),
            Related = [new("Earlier: issue 3", "https://shelf.example/issues/3/it#e-9")],
        },
        Paper(2, "漢字の論文", "本論文では、事実の連想がどこに記憶されているかを調べる。本論文では、事実の連想がどこに記憶されているかを調べる。", section: "Second thoughts"),
        Paper(3, "Only a link") with { Links = [new("example.org", "https://example.org/paper")] }) with
    {
        Day = "Friday, 20 November 2026",
        Facts = "3 papers, one with code. 2 minutes. Edited by Ines Marlowe.",
        Beginning = "3 papers: Locating & Editing Facts in GPT",
        Introduction = Words("What this *shelf* holds, and [what it does not](/about)."),
        Closing = Words("That is the shelf."),
        Reason = "You asked for these mails on 2 September 2026.",
        Leave = "https://shelf.example/preferences/abc",
    };

    private const string Opinion = """
        ## Why

        I **like** it, and [the code](https://github.com/kmeng01/rome) runs; see [above](#e-2), <https://example.org/plain> and [the code again](https://github.com/kmeng01/rome).

        - one thing that is long enough to be broken over two lines of a mail that nobody widens
        - another
          1. within
          2. it

        > They say
        >
        > two things.

            let x = 1
              in x

        | a | b |
        |---|---|
        | 1 | 2 |

        ---

        Done.
        """;
}
