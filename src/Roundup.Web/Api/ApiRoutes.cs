using System.ComponentModel;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Roundup.Web.Answers;
using Roundup.Web.Starting;

namespace Roundup.Web.Api;

/// <summary>The public reading interface and its description (OpenAPI 3.1).</summary>
internal static class ApiRoutes
{
    public const string Description = "/api/openapi.json";

    private const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddScoped<ApiAnswers>();
        // A number is written as one, and the description says so.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict);
        services.AddOpenApi(ApiDescription.Document, ApiDescription.Set);
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Description, DescribeAsync).ExcludeFromDescription();
        var api = routes.MapGroup(Root);
        api.MapRead("/issues", (ApiAnswers answers) => answers.IssuesAsync()).List<ListShape<IssueShape>>("listIssues", "Issues, the newest first, without their words.");
        api.MapRead("/issues/{number:int}", IssueAsync).One<WholeIssueShape>("getIssue", "An issue with all its words.");
        api.MapRead("/issues/{number:int}/comments", ([Description("Of the issue.")] int number, ApiAnswers answers) => answers.CommentsAsync(number)).List<ListShape<CommentShape>>("listComments", "What readers say about an issue, the first comment first.");
        api.MapRead("/papers", (ApiAnswers answers) => answers.PapersAsync()).List<ListShape<PaperShape>>("listPapers", "Papers, those that came here last first.");
        api.MapRead("/papers/{id:int}", ([Description("Of the paper.")] int id, ApiAnswers answers) => answers.PaperAsync(id)).One<WholePaperShape>("getPaper", "A paper with everything that was said about it.").MayMove();
        api.MapRead("/topics", (ApiAnswers answers) => answers.TopicsAsync()).List<ListShape<TopicLineShape>>("listTopics", "Topics by name.");
        api.MapRead("/{**rest}", (ApiAnswers answers) => answers.NotThere($"Nothing is here. {Description} says what is.")).ExcludeFromDescription();
        routes.MapRead("/issues/{number:int}.json", IssueAsync).One<WholeIssueShape>("getIssueBesideItsPage", "The same issue beside its page.");
    }

    private static Task<IResult> IssueAsync([Description("Of the issue.")] int number, ApiAnswers answers) => answers.IssueAsync(number);

    private static async Task<IResult> DescribeAsync(HttpContext context, [FromKeyedServices(ApiDescription.Document)] IOpenApiDocumentProvider provider, IOptions<SiteOptions> site)
    {
        var document = await provider.GetOpenApiDocumentAsync(context.RequestAborted);
        document.Servers = [new OpenApiServer { Url = $"{site.Value.OriginOf(context.Request)}/" }];
        using var written = new MemoryStream();
        await document.SerializeAsJsonAsync(written, OpenApiSpecVersion.OpenApi3_1, context.RequestAborted);
        return CacheableResult.Of(context, written.ToArray(), "application/json; charset=utf-8", CacheableResult.Briefly);
    }
}
