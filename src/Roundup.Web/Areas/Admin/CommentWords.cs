using Roundup.Model.Discussion;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin;

/// <summary>Comments and what is done to them, as the desk speaks of them.</summary>
internal static class CommentWords
{
    /// <summary>Why an editor should look at it.</summary>
    public static IEnumerable<CommentRow.Reason> Reasons(CommentRow row, DiscussionRules rules, bool bearsAnEditorsName)
    {
        bool Has(CommentHolds hold) => row.State is CommentState.Held && row.Holds.HasFlag(hold);

        if (Has(CommentHolds.FirstComment)) yield return new("person", "First comment", IsOdd: false);
        if (Has(CommentHolds.ManyLinks)) yield return new("link", Links(SpamGuard.Links(row.Html), rules.MostLinks), IsOdd: false);
        if (Has(CommentHolds.ListedWord)) yield return new("flag", SpamGuard.ListedWord(row.Text, rules) is { } word ? $"Has “{word}”, which is on the list" : "Had a word of the list when it was sent", IsOdd: false);
        if (Has(CommentHolds.TooQuick)) yield return new("flag", $"Looks like spam: sent faster than a person writes{(rules.AsksForWork ? ", or without what its browser was to calculate" : "")}", IsOdd: true);
        if (Has(CommentHolds.Trap)) yield return new("flag", "Looks like spam: filled in a field that no person sees", IsOdd: true);
        if (row.Reports is not []) yield return new("flag", $"Reported {Times(row.Reports.Count)}: {string.Join(", ", row.Reports.Select(r => $"“{r}”"))}", IsOdd: true);
        if (bearsAnEditorsName && !row.FromDesk) yield return new("flag", "Bears the name of an editor, and was not written by one who was signed in", IsOdd: true);
    }

    /// <summary>Trusted, 6 comments.</summary>
    public static string Standing(CommentRow row)
    {
        var comments = row.Accepted == 0 ? "" : $", {InWords.Count(row.Accepted, "comment", "comments")}";
        if (row.FromDesk) return "edits here";
        return $"{(row.IsBanned ? "banned" : row.IsTrusted ? "trusted" : row.IsConfirmed ? "confirmed address" : "unconfirmed address")}{comments}";
    }

    /// <summary>How a comment stands that is not held.</summary>
    public static string State(CommentRow row) => row.State switch
    {
        CommentState.Held when row.Holds is CommentHolds.None => "Goes public when its writer confirms the address",
        CommentState.Hidden => $"Hidden{By(row)}",
        CommentState.Deleted => $"Deleted{By(row)}",
        CommentState.Spam => $"Marked as spam{By(row)}",
        _ => "",
    };

    /// <summary>What was done, for the list of what was just done and the line that says so.</summary>
    public static string Done(ModerationAct act, int comments, IReadOnlyList<string> names)
    {
        var one = comments > 1 ? InWords.Count(comments, "comment", "comments") : names is [var name, ..] && name is not "" ? name : "one comment";
        return act switch
        {
            ModerationAct.Approve => $"Approved: {one}",
            ModerationAct.Trust => $"Approved and trusted: {one}",
            ModerationAct.Hide => $"Hidden: {one}",
            ModerationAct.Spam => $"Marked as spam: {one}",
            ModerationAct.Delete => $"Deleted: {one}",
            ModerationAct.Ban => comments > 1 ? $"Banned, and {one} marked as spam" : $"Banned: {one}",
            ModerationAct.Keep => $"Kept: {one}",
            ModerationAct.Unban => $"No longer banned: {one}",
            _ => $"No longer trusted: {one}",
        };
    }

    /// <summary>The same as the log says it: approved the comment by Hanna Lindqvist.</summary>
    public static string Logged(ModerationAct act, int comments, IReadOnlyList<string> names)
    {
        var what = comments > 1 ? InWords.Count(comments, "comment", "comments") : $"the comment by {Who(names)}";
        return act switch
        {
            ModerationAct.Approve => $"approved {what}",
            ModerationAct.Trust => comments == 0 ? $"trusts {Who(names)}" : $"approved {what} and trusts its writer",
            ModerationAct.Hide => $"hid {what}",
            ModerationAct.Spam => $"marked {what} as spam",
            ModerationAct.Delete => $"deleted {what}",
            ModerationAct.Ban => comments == 0 ? $"banned {Who(names)}" : $"banned {string.Join(", ", names.Select(n => n is "" ? "somebody" : n).Distinct())}, and marked {what} as spam",
            ModerationAct.Keep => $"kept {what}, which was reported",
            ModerationAct.Unban => $"lifted the ban of {Who(names)}",
            _ => $"trusts {Who(names)} no longer",
        };
    }

    public static string Icon(ModerationAct act) => act is ModerationAct.Approve or ModerationAct.Trust or ModerationAct.Keep or ModerationAct.Unban ? "ok" : "flag";

    private static string Who(IReadOnlyList<string> names) => names is [var name, ..] && name is not "" ? name : "somebody";

    private static string By(CommentRow row) => row.StateBy is "" ? "" : $" by {row.StateBy}";

    private static string Links(int links, int most) => $"{Capital(InWords.Number(links))} {(links == 1 ? "link" : "links")}; the limit is {InWords.Number(most)}";

    private static string Times(int times) => times switch { 1 => "once", 2 => "twice", _ => $"{InWords.Number(times)} times" };

    public static string Capital(string words) => words is "" ? "" : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
