namespace Roundup.Web.Areas.Admin.Pages.Comments.Writers;

internal static class WriterPage
{
    public const string ListPath = "/admin/comments/writers";
}
