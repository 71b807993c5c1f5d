using AccountNudge.Bot.Feeds;
using AccountNudge.Bot.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AccountNudge.Bot.Api;

/// <summary>Puts what other systems and calendars reach over HTTP into the host.</summary>
internal static class ApiRegistration
{
    private const string Document = "v1";
    private const string Scheme = "token";

    /// <summary>Registers the API, the calendars, their limits and the API's description. Needs the storage and the conversation.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services, BotSettings settings, ApiLimits? limits = null)
    {
        services.AddSingleton<ApiAccess>().AddSingleton<ApiRecording>().AddSingleton<ApiEndpoints>().AddSingleton<CalendarEndpoint>();
        services.AddSingleton(provider => new PublicAddress(settings, provider));
        services.AddRateLimiter((limits ?? new ApiLimits()).Set);
        return services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = call => call.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(Describe);
        });
    }

    /// <summary>Maps the three calls, their description, and the calendars.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/api/v1").AllowPublicAccess().RequireRateLimiting(ApiLimits.Policy);
        Recording<NewInteraction>(calls.MapPost("/interactions", (HttpContext http, [FromHeader(Name = "Idempotency-Key")] string? key, ApiEndpoints api) => api.Note(http, key)))
            .WithName("noteInteraction").WithSummary("Notes something said or done between the team and a client.");
        Recording<NewComplaint>(calls.MapPost("/complaints", (HttpContext http, [FromHeader(Name = "Idempotency-Key")] string? key, ApiEndpoints api) => api.Log(http, key)))
            .WithName("logComplaint").WithSummary("Logs a complaint; the team hears of it at once, in its working hours.");
        Answers(calls.MapGet("/brief", (HttpContext http, [FromQuery] string? phone, ApiEndpoints api) => api.Brief(http, phone)).Produces<CallBrief>())
            .WithName("readBrief").WithSummary("Everything for one call, by the number that is calling, for a telephone's screen.");
        routes.Map("/api/{**call}", (HttpRequest request) => new ApiProblem(StatusCodes.Status404NotFound, "no-such-call", ApiTexts.NoSuchCall).For(request))
            .AllowPublicAccess().RequireRateLimiting(ApiLimits.Policy).ExcludeFromDescription();
        routes.MapOpenApi("/openapi/{documentName}.json").AllowPublicAccess();
        routes.MapGet(Conversation.Access.CalendarAddress.Route, (HttpContext http, string secret, CalendarEndpoint calendars) => calendars.Read(http, secret))
            .AllowPublicAccess().RequireRateLimiting(ApiLimits.CalendarPolicy).ExcludeFromDescription();
    }

    /// <summary>The body is described here and not by what the route accepts: it reads whatever comes, and says itself what is wrong with it.</summary>
    private static RouteHandlerBuilder Recording<T>(RouteHandlerBuilder call) => Answers(call.Produces<Recorded>(StatusCodes.Status201Created))
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .AddOpenApiOperationTransformer(async (operation, context, cancellation) => operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellation) } },
        });

    private static RouteHandlerBuilder Answers(RouteHandlerBuilder call)
    {
        int[] problems = [
            StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
            StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable,
        ];
        foreach (var status in problems) call.ProducesProblem(status);
        return call;
    }

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "AccountNudge", Version = Document, Description = "What a telephone, mail or ticket system may tell and ask. A manager makes a token in chat with “token create NAME”." };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The team's token." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
