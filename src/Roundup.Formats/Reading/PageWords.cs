using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Words that a page, a mail or a newsletter puts around a post, and the ways in which editors take their leave.</summary>
internal static partial class PageWords
{
    /// <summary>Buttons and counters that were copied along.</summary>
    public static bool AreFurniture(string text) => FurniturePattern().IsMatch(text.Trim());

    /// <summary>Whether a paragraph at the end turns to the readers and takes leave of them.</summary>
    public static bool Close(string text) => text.Length < 1500 && ClosePattern().IsMatch(text.Replace('’', '\''));

    /// <summary>Whether a line names a recurring publication.</summary>
    public static bool NameIssue(string text) => IssuePattern().IsMatch(text);

    [GeneratedRegex(@"^(mentioned in|new comment|\d+ ?\w? ?(min )?read(er)?s?|\d+A? Reader|share|like|subscribe( now)?|comments?|\d+ (comments?|likes?|karma)|reply|view in (your )?browser|read (online|in app)|unsubscribe|forwarded this email\?.*|follow|sign (in|up)|\d+|cross-?post(ed)?( from.{0,100})?|edit(ed)?|posted (on|by).*|\d{1,2}(st|nd|rd|th)? \w{3,9} \d{4}|\w{3,9} \d{1,2}, \d{4}|[↑↓⬆⬇•·|]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex FurniturePattern();

    [GeneratedRegex(@"\b(thanks for reading|thank you for reading|thanks to everyone|i hope (that |you|this|the )|we hope (that |you|this|the )|see you|until next|that's (all|it) (for|folks)|that is all for|stay tuned|happy reading|next (week|month|time|issue)'?s?\b.{0,40}(focus|will|back|topic|issue)|feel free to|let (me|us) know|please (send|share|leave|reply|email|write|subscribe|link)|(leave|drop) (a |your )?(comment|link)|in the comments|subscribe|feedback|if you (enjoyed|liked|have a (story|paper)|know (of )?a paper)|reply to this (e-?mail|post)|send (me|us) (an )?(e-?mail|your)|back next (week|month)|bis (nächste|zum nächsten)|danke fürs lesen|vielen dank|à (la semaine|bientôt)|merci (de|d'avoir|pour)|n'hésitez pas|hasta (la próxima|pronto)|gracias por|nos vemos)|感谢阅读|下周见|下期见|欢迎留言|また来週|次回", RegexOptions.IgnoreCase)]
    private static partial Regex ClosePattern();

    [GeneratedRegex(@"\b(roundup|round-up|newsletter|digest|weekly|biweekly|monthly|week|issue|edition|volume|vol\.|papers|reading list|readings|links|bulletin|review|recap|rundbrief|wochenrückblick|woche|ausgabe|lettre|semaine|numéro|boletín|semana|número|episode)\b|#\s?\d|周报|周刊|月报|第\s?\d+\s?期|週報|今週", RegexOptions.IgnoreCase)]
    private static partial Regex IssuePattern();
}
