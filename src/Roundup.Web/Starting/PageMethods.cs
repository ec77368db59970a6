using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Roundup.Web.Answers;

namespace Roundup.Web.Starting;

/// <summary>A page takes the methods that it has handlers for, and routing answers any other with 405 and their names. By itself a page is shown for whatever method, without its handler.</summary>
internal sealed class PageMethods : IPageRouteModelConvention
{
    private const string Errors = "/Pages/Error.cshtml";

    public void Apply(PageRouteModel page)
    {
        // It is shown in place of any answer, whatever the method was.
        if (page.RelativePath is Errors) return;

        // Behind a door nobody hears before it what is taken.
        var takesForms = page.AreaName is not null || TypeOf(page).GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal));
        string[] methods = takesForms ? [.. ReadRoutes.Methods, HttpMethods.Post] : ReadRoutes.Methods;
        foreach (var selector in page.Selectors) selector.EndpointMetadata.Add(new HttpMethodMetadata(methods));
    }

    // Folders are name spaces; a page that breaks with that is found out at the start.
    private static Type TypeOf(PageRouteModel page) =>
        typeof(PageMethods).Assembly.GetType($"Roundup.Web{page.RelativePath.Replace(".cshtml", "Model", StringComparison.Ordinal).Replace('/', '.')}", throwOnError: true)!;
}
