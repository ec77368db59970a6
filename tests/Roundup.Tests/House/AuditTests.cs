namespace Roundup.Tests.House;

/// <summary>What is done at the desk is in its log, or stands here with the reason why not.</summary>
public sealed class AuditTests
{
    private const string Desk = "src/Roundup.Web/Areas/Admin/Pages/";

    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Preview"] = "changes nothing",
        ["Read/Index"] = "changes nothing",
        ["Read/Mend"] = "changes nothing",
        ["Issues/Edit"] = "words of a draft carry who saved them and when",
        ["Issues/Entries/Edit"] = "a card carries who changed it and when",
        ["Issues/Entries/FollowUp"] = "a link beside an entry, seen at once and taken out there",
        ["Issues/Entries/Move"] = "an order is seen at once, and logging each step would hide the rest",
        ["Issues/Entries/Opine"] = "an opinion carries its author and when",
        ["Issues/Fill"] = "asks sources, decides nothing",
        ["Issues/StopFilling"] = "asks sources, decides nothing",
        ["Inbox/Note"] = "a note for the desk",
        ["Issues/Notes/Settle"] = "a note carries who settled it and when",
        ["Issues/Notes/Reopen"] = "a note of an outsider, seen at once",
        ["Session"] = "changes nothing",
        ["Reminders"] = "somebody's own mail",
        ["Snippets/New"] = "somebody's own words, in nobody's sight",
        ["Snippets/Edit"] = "somebody's own words, in nobody's sight",
        ["Snippets/Delete"] = "somebody's own words, in nobody's sight",
        ["Inbox/Paste"] = "an item carries who named it and when",
    };

    [Fact]
    public void Every_page_that_posts_writes_a_record_or_says_why_not()
    {
        // A page may have its OnPost from what it is made of.
        var bases = Repository.Files(Desk, "*Page.cs").Where(file => Repository.Text(file).Contains("OnPost", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.NotEmpty(bases);
        bool Posts(string text) => text.Contains("OnPost", StringComparison.Ordinal) || bases.Exists(name => text.Contains($": {name}(", StringComparison.Ordinal));
        var silent = Repository.Files(Desk, "*.cshtml.cs")
            .Where(file => Repository.Text(file) is var text && Posts(text) && !text.Contains(".Audit(", StringComparison.Ordinal))
            .Select(file => file[Desk.Length..^".cshtml.cs".Length])
            .ToList();

        Assert.Empty(silent.Except(Exempt.Keys));
        Assert.Empty(Exempt.Keys.Except(silent));
    }
}
