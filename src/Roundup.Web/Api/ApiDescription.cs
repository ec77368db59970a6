using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Roundup.Web.Api;

/// <summary>What the description of the reading interface says beside the shapes: parameters, statuses and headers.</summary>
internal static class ApiDescription
{
    public const string Document = "v1";

    public static void Set(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = described => described.HttpMethod is "GET" or "HEAD" && described.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().Any();
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
    }

    extension(RouteHandlerBuilder route)
    {
        public RouteHandlerBuilder One<T>(string name, string summary) => route.Produces<T>().WithName(name).WithSummary(summary).WithTags("Reading")
            .Produces(StatusCodes.Status304NotModified).Produces(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .AddOpenApiOperationTransformer((operation, context, _) => Finish(operation, context.Description.HttpMethod is "HEAD"));

        public RouteHandlerBuilder List<T>(string name, string summary) => route.ProducesProblem(StatusCodes.Status400BadRequest).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "page",
                In = ParameterLocation.Query,
                Description = "Which page of the list, counted from 1; 1 if it is left out.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Default = 1 },
            });
            Add(operation, StatusCodes.Status200OK, "Link", "The first, previous, next and last page (RFC 8288).");
            return Task.CompletedTask;
        }).One<T>(name, summary);

        /// <summary>What was taken for two things and is one.</summary>
        public RouteHandlerBuilder MayMove() => route.Produces(StatusCodes.Status302Found).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            Add(operation, StatusCodes.Status302Found, "Location", "Of the paper that it was put together with.");
            return Task.CompletedTask;
        });
    }

    private static Task Finish(OpenApiOperation operation, bool isOfHead)
    {
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = "If-None-Match",
            In = ParameterLocation.Header,
            Description = "The ETag of an answer that you kept.",
            Schema = Text(),
        });
        Add(operation, StatusCodes.Status200OK, "ETag", "Of this answer: it changes with it.");
        Add(operation, StatusCodes.Status304NotModified, "ETag", "Of the answer that you kept.");
        Add(operation, StatusCodes.Status429TooManyRequests, "Retry-After", "In so many seconds.");
        if (!isOfHead) return Task.CompletedTask;

        // The same without the words, under a name of its own.
        operation.OperationId += "Head";
        foreach (var response in operation.Responses!.Values.OfType<OpenApiResponse>()) response.Content = null;
        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, int status, string header, string words)
    {
        if (operation.Responses![Status(status)] is OpenApiResponse response) (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[header] = new OpenApiHeader { Description = words, Schema = Text() };
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static string Status(int status) => status.ToString(CultureInfo.InvariantCulture);
}
