using Roundup.Data.Outbox;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Talk;

/// <summary>Asks whoever has an address whether a suggestion is theirs.</summary>
public sealed class SuggestionMail(TalkMail mail, CurrentPublication current)
{
    /// <summary>
    /// One mail for what was sent at once. Anyone can type any address, so that nothing of a stranger's own words stands in it: no name, no title, no note, and of
    /// pages that no authority names no address.
    /// </summary>
    /// <param name="voices">At least one, new.</param>
    public async Task<QueuedMail> AskAsync(Commenter to, IReadOnlyList<SuggestionVoice> voices)
    {
        var title = (await current.ShownAsync()).Title;
        var named = voices.Select(v => v.Suggestion.Named).Where(id => id.Scheme is not (PaperScheme.Url or Suggestion.ByTitle) && id.Value.Length <= 100).Select(LinkWords.Of).ToList();
        var what = InWords.Count(voices.Count, "paper", "papers");
        var text = $"Somebody, most likely you, suggested {what} for {title} from this address{(named is [] ? "" : $": {InWords.List(named)}")}.\n\nThe editors see it once you have pressed the button on this page. If it wasn’t you, do nothing.";
        return await mail.WriteAsync(to, $"suggested:{voices[0].Token}", $"Confirm what you suggested for {title}", text, TalkMail.PathOf(to));
    }
}
