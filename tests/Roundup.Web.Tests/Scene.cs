using Roundup.Data;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Web.Tests;

/// <summary>Short ways to what most tests need on the site first. Everything goes through the rules of the model.</summary>
public static class Scene
{
    public static readonly DateTimeOffset FirstFriday = new(2026, 1, 2, 8, 0, 0, TimeSpan.Zero);

    public static Prose Words(string markdown)
    {
        Insist(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose;
    }

    public static void Insist(Refusal? refusal) => Assert.Null(refusal);

    extension(RoundupDb db)
    {
        public async Task SetUpAsync(string title = "The Slow Shelf", Cadence? cadence = null)
        {
            var publication = new Publication(title, FirstFriday);
            Insist(publication.Describe(title, "Ten papers at a time.", Words("We read *slowly*."), "Ines Marlowe", "CC BY 4.0", "My opinion"));
            Insist(publication.Keep(cadence ?? new Cadence(DayOfWeek.Friday, new TimeOnly(9, 0), 1, "Europe/Berlin")));
            db.Add(publication);
            await db.SaveChangesAsync();
        }

        /// <summary>A week later for each number.</summary>
        public async Task<Issue> PublishAsync(int number, string theme, params Paper[] papers)
        {
            var issue = await db.DraftAsync(number, theme, papers);
            Insist(issue.Publish("Ines Marlowe", FirstFriday.AddDays(7 * (number - 1))));
            await db.SaveChangesAsync();
            return issue;
        }

        public async Task<Issue> DraftAsync(int number, string theme, params Paper[] papers)
        {
            var issue = new Issue(number, FirstFriday);
            Insist(issue.Name($"Shelf {number}", theme, FirstFriday));
            issue.Frame(Words("What this shelf holds."), Words("That is the shelf."), FirstFriday);
            foreach (var paper in papers) issue.Add(paper, FirstFriday).Opine("", Words($"Read **{(paper.Slug is "" ? "this" : paper.Slug)}** twice."), FirstFriday);
            db.Add(issue);
            await db.SaveChangesAsync();
            return issue;
        }
    }

    public static Paper Paper(string title, string arxiv = "", params string[] authors)
    {
        var paper = new Paper(title, FirstFriday);
        if (arxiv is not "") paper.Identify(new(PaperScheme.Arxiv, arxiv));
        Insist(paper.Describe(Typeset.Line(title), authors, PlainText.Render($"We study {title}."), "NeurIPS", "", FirstFriday));
        return paper;
    }
}
