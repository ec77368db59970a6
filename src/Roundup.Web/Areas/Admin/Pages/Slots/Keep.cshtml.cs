using Microsoft.AspNetCore.Authorization;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Slots;

/// <summary>Takes a planned break back, until its slot has come.</summary>
[Authorize(Policies.Publish)]
public sealed class KeepModel(RoundupDb db, TimeProvider clock) : SlotPage(db, clock)
{
    protected override string Back => "/admin/slots/skip";

    protected override Refusal? Change(SlotRecord slot, DateTimeOffset at, DateTimeOffset now) => at <= now ? new("That slot has passed.") : slot.Reopen();

    protected override void Note(SlotRecord slot, DateTimeOffset now) => Db.Audit(User, "slot.kept", $"took the slot of {slot.Day:yyyy-MM-dd} back", Back, now);
}
