using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Text;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Topics;

/// <summary>Renames a topic and says what belongs to it. Its former addresses lead to it still.</summary>
[Authorize(Policies.Publish)]
public sealed class EditModel(RoundupDb db, TimeProvider clock) : TopicPage(db)
{
    [BindProperty]
    public TopicInput Input { get; set; } = new();

    /// <summary>Its name before what was typed.</summary>
    public string Shown { get; private set; } = "";

    public void OnGet() => (Input, Shown) = (new() { Name = Topic.Name, About = Topic.About, Version = Topic.Version }, Topic.Name);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Shown = Topic.Name;
        if (Input.Version != Topic.Version) return Renewed();
        if (await TopicInput.TakenAsync(Db, Letters.Name(Input.Name ?? ""), Id, cancel) is { } taken) return this.Refuse(taken);
        if ((Topic.Rename(Input.Name ?? "", clock.GetUtcNow()) ?? Topic.Describe(Input.About ?? "")) is { } refusal) return this.Refuse(refusal);

        Db.Audit(User, "topic.changed", Topic.Name == Shown ? $"changed the topic “{Shown}”" : $"renamed the topic “{Shown}” to “{Topic.Name}”", $"/admin/topics/{Id}/edit", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/topics#t-{Id}");
    }

    private IActionResult Renewed()
    {
        ModelState.Remove("Input.Version");
        Input.Version = Topic.Version;
        return this.Refuse(new Refusal($"Somebody changed this topic in the meantime: it is “{Topic.Name}” now. Saving again keeps yours."));
    }
}
