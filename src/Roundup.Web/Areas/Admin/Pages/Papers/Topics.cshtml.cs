using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Topics;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Model.Topics;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>Says what a paper is about. What somebody else added or took away meanwhile stays so: only what was changed in the form is changed.</summary>
[Authorize(Policies.Publish)]
public sealed class TopicsModel(RoundupDb db, TimeProvider clock) : PaperPage(db)
{
    /// <summary>Two who make the same topic at once mean the same.</summary>
    private const int Tries = 4;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public CardTopics Topics { get; private set; } = CardTopics.None;

    public CardTopicsForm Form => new(Id, "paper", Topics.Of(Id), Input.Place, Input.Line);

    public string BackPath => Input.Place is { } place ? $"/admin/issues/{place.Issue}/edit?open={place.Entry}#e-{place.Entry}" : PaperPath;

    public async Task OnGetAsync(CancellationToken cancel) => Topics = await CardTopics.ReadAsync(Db, [Paper], cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            if ((TopicNames.Read(Input.Line, out var names) ?? await FileAsync(names, cancel)) is { } refusal) return await RefuseAsync(refusal, cancel);

            Db.Audit(User, "paper.topics", $"said that “{Paper.Title}” is about {(Paper.Topics is [] ? "no topic" : TopicNames.Write(Paper.Topics.Select(t => t.Name)))}", PaperPath, clock.GetUtcNow());
            if (await Db.SaveAsync(cancel) is not { } race) return Redirect(BackPath);
            if (tries == Tries || !await ReadAgainAsync(cancel)) return await RefuseAsync(race with { Field = "" }, cancel);
        }
    }

    private async Task<Refusal?> FileAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var seen = (Input.Seen ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Topic.KeyOf).ToHashSet();
        var typed = await Db.TopicsNamedAsync(names, clock.GetUtcNow(), cancel);
        var before = Paper.Topics.ToList();
        var others = before.Where(t => !seen.Contains(t.Key));
        return Paper.File([.. others, .. typed.Where(t => !seen.Contains(t.Key) || before.Contains(t))]) is { } refusal ? refusal with { Field = nameof(Input.Names) } : null;
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancel)
    {
        Db.ChangeTracker.Clear();
        Topics = await CardTopics.ReadAsync(Db, [Paper], cancel);
        return this.Refuse(refusal);
    }

    public sealed class InputModel
    {
        /// <summary>Parted by commas.</summary>
        public string? Names { get; set; }

        /// <summary>One more, from a suggestion.</summary>
        public string? Also { get; set; }

        /// <summary>The topics that the form was filled with.</summary>
        public string? Seen { get; set; }

        public int? Issue { get; set; }

        public int? Entry { get; set; }

        internal (int Issue, int Entry)? Place => Issue is { } issue && Entry is { } entry ? (issue, entry) : null;

        internal string Line => string.IsNullOrWhiteSpace(Also) ? Names ?? "" : $"{Names}, {Also}";
    }
}
