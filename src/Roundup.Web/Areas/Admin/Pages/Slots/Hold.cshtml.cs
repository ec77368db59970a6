using Microsoft.AspNetCore.Authorization;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Slots;

/// <summary>Answers for an overdue slot: the issue waits, an editor publishes it later.</summary>
[Authorize(Policies.Publish)]
public sealed class HoldModel(RoundupDb db, TimeProvider clock) : SlotPage(db, clock)
{
    protected override string Back => "/admin";

    protected override Refusal? Change(SlotRecord slot, DateTimeOffset at, DateTimeOffset now) =>
        slot.Outcome is SlotOutcome.Asked && at <= now ? slot.Decide(SlotOutcome.Held, slot.IssueNumber, User.PrintedName(), now) : new("Nothing is to be decided about that slot.");

    protected override void Note(SlotRecord slot, DateTimeOffset now) => Db.Audit(User, "slot.held", $"held the slot of {slot.Day:yyyy-MM-dd}", Back, now);
}
