using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace Roundup.Web.Api;

/// <summary>The public reading interface and its description (OpenAPI 3.1).</summary>
internal static class ApiRoutes
{
    public const string Description = "/api/openapi.json";

    /// <summary>Scripts of any site may read; nothing that they send is looked at, no cookie either.</summary>
    private const string AnySite = "reading";

    private const string Root = "/api/v1";
    private const string PageWords = "Which page of the list, counted from 1; 1 if it is left out.";
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void AddApi(this IServiceCollection services)
    {
        services.AddScoped<ApiAnswers>();
        // A number is written as one, and the description says so.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict);
        services.AddCors(cors => cors.AddPolicy(AnySite, any => any.AllowAnyOrigin().WithMethods(Reads).WithHeaders("If-None-Match").WithExposedHeaders("ETag", "Link", "Retry-After")));
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = described => described.HttpMethod is "GET" && described.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true && !described.RelativePath.Contains('*');
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Roundup",
                    Version = "1",
                    Description = "Reads what is published: issues, papers, topics and comments. Nothing to sign up for. Answers carry an ETag: send it back as If-None-Match. Lists come in pages; follow the Link header.",
                };
                return Task.CompletedTask;
            });
        });
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi(Description).RequireCors(AnySite);
        var api = routes.MapGroup(Root).RequireCors(AnySite);
        List<ListShape<IssueShape>>(api.MapMethods("/issues", Reads, ([FromQuery, Description(PageWords)] string? page, ApiAnswers answers) => answers.IssuesAsync(page)), "Issues, the newest first, without their words.");
        One<WholeIssueShape>(api.MapMethods("/issues/{number:int}", Reads, ([Description("Of the issue.")] int number, ApiAnswers answers) => answers.IssueAsync(number)), "An issue with all its words.");
        List<ListShape<CommentShape>>(api.MapMethods("/issues/{number:int}/comments", Reads, ([Description("Of the issue.")] int number, [FromQuery, Description(PageWords)] string? page, ApiAnswers answers) => answers.CommentsAsync(number, page)), "What readers say about an issue, the first comment first.");
        List<ListShape<PaperShape>>(api.MapMethods("/papers", Reads, ([FromQuery, Description(PageWords)] string? page, ApiAnswers answers) => answers.PapersAsync(page)), "Papers, those that came here last first.");
        One<WholePaperShape>(api.MapMethods("/papers/{id:int}", Reads, ([Description("Of the paper.")] int id, ApiAnswers answers) => answers.PaperAsync(id)), "A paper with everything that was said about it.");
        List<ListShape<TopicLineShape>>(api.MapMethods("/topics", Reads, ([FromQuery, Description(PageWords)] string? page, ApiAnswers answers) => answers.TopicsAsync(page)), "Topics by name.");
        api.MapMethods("/{**rest}", Reads, () => ApiAnswers.NotThere($"Nothing is here. {Description} says what is."));
        // The same shape beside the issue's page.
        routes.MapMethods("/issues/{number:int}.json", Reads, (int number, ApiAnswers answers) => answers.IssueAsync(number)).RequireCors(AnySite);
    }

    private static void One<T>(RouteHandlerBuilder route, string summary) => Described(route.Produces<T>(), summary);

    private static void List<T>(RouteHandlerBuilder route, string summary) => Described(route.Produces<T>().ProducesProblem(StatusCodes.Status400BadRequest), summary);

    private static void Described(RouteHandlerBuilder route, string summary) => route.WithSummary(summary).WithTags("Reading")
        .Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);
}
