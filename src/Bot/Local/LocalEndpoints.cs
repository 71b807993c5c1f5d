using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Bot.Local.Sample;
using AccountNudge.Core.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;

namespace AccountNudge.Bot.Local;

/// <summary>Puts the local page together: what it needs, and the addresses it answers at.</summary>
public static class LocalEndpoints
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Assets = new(StringComparer.Ordinal)
    {
        ["page.css"] = "text/css; charset=utf-8",
        ["page.js"] = "text/javascript; charset=utf-8",
        ["composer.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    };

    /// <summary>
    /// Registers the local page and its platform. Expects <c>ChatStore</c> (scoped), <c>IClock</c> and <c>Conversation</c>;
    /// takes <see cref="LocalTravel"/> when it is registered.
    /// </summary>
    public static IServiceCollection AddLocalPage(this IServiceCollection services)
    {
        services.AddSingleton<LocalEvents>().AddSingleton<LocalChat>().AddSingleton<LocalTalk>();
        services.AddSingleton<LocalPlatform>().AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<LocalPlatform>());
        services.AddSingleton<LocalClock>().AddSingleton<PageViews>().AddSingleton<LocalSetup>().AddSingleton<SampleLoader>();
        services.AddSingleton<LocalActs>().AddSingleton<PageRenderer>();
        services.AddSingleton<EraseElsewhere>(provider => provider.GetRequiredService<LocalChat>().Erase);
        services.TryAddSingleton<LocalForgetting>(provider => cancellation =>
            provider.GetRequiredService<Stores>().ForgetWorkspace(LocalPlace.Platform, LocalPlace.Platform, cancellation));
        services.TryAddSingleton<LocalAnswer>(provider => async (turn, cancellation) =>
        {
            await using var scope = provider.CreateAsyncScope();
            try
            {
                return await scope.ServiceProvider.GetRequiredService<TurnHandler>().Answer(turn, cancellation);
            }
            catch (Exception failure) when (failure.IsOfDatabase())
            {
                return Replies.Failed(turn);
            }
        });
        return services;
    }

    /// <summary>
    /// Maps the page at <c>/</c> and what it asks for under <c>/local</c>. The caller guards both: whoever reaches them can speak as anyone.
    /// Acts are JSON, which a foreign site cannot send without being asked first.
    /// </summary>
    public static IEndpointConventionBuilder MapLocalPage(this IEndpointRouteBuilder endpoints)
    {
        var page = endpoints.MapGroup("");
        page.MapGet("/", Show);
        page.MapGet("/local/events", Events);
        page.MapGet("/local/commands", (string? @as, LocalActs acts, CancellationToken cancellation) => acts.Commands(@as, cancellation));
        page.MapGet("/local/form/{name}", (string name, [AsParameters] Viewer viewer, LocalActs acts, HttpContext http) => acts.OpenForm(name, viewer, Browser(http), http.RequestAborted));
        MapActs(page);
        foreach (var (name, type) in Assets) page.MapGet("/local/" + name, Asset(name, type));
        return page;
    }

    /// <summary>Acts are finished even when the window that began them is closed.</summary>
    private static void MapActs(RouteGroupBuilder page)
    {
        page.MapPost("/local/say", (SayRequest request, LocalActs acts) => acts.Say(request, CancellationToken.None));
        page.MapPost("/local/press", (PressRequest request, LocalActs acts) => acts.Press(request, CancellationToken.None));
        page.MapPost("/local/submit", (SubmitRequest request, LocalActs acts, HttpContext http) => acts.Submit(request, Browser(http), CancellationToken.None));
        page.MapPost("/local/file", ([AsParameters] FileRequest request, LocalActs acts, HttpContext http) => Send(request, acts, http));
        page.MapPost("/local/travel", (TravelRequest request, LocalActs acts, IHostApplicationLifetime lifetime) => acts.Travel(request, lifetime.ApplicationStopping));
        page.MapPost("/local/travel/stop", (ActRequest _, LocalClock clock) => clock.Stop());
        page.MapPost("/local/sample", (ActRequest _, LocalActs acts, HttpContext http) => acts.LoadSample(Browser(http), CancellationToken.None));
    }

    /// <summary>A foreign site cannot send bytes of this type without being asked first.</summary>
    private static async Task<IResult> Send(FileRequest request, LocalActs acts, HttpContext http) => http.Request.ContentType == "application/octet-stream"
        ? TypedResults.Ok(await acts.Send(request, http.Request.Body, CancellationToken.None))
        : TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);

    /// <summary>A try-out that nobody is in yet fills itself with the sample, unless <c>?start=empty</c> is asked for.</summary>
    private static async Task<ContentHttpResult> Show(
        [AsParameters] Viewer viewer, int? most, string? start, PageViews views, SampleLoader sample, LocalClock clock, PageRenderer renderer, HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var view = sample.Progress is null ? await views.Gather(viewer.As, viewer.In, most, Browser(http), http.RequestAborted) : null;
        var html = view is null
            ? await renderer.Draw<WelcomePage>(new()
            {
                [nameof(WelcomePage.Voice)] = Browser(http),
                [nameof(WelcomePage.Progress)] = sample.Progress,
                [nameof(WelcomePage.FillsItself)] = clock.CanTravel && start != "empty",
            })
            : await renderer.Draw<LocalPage>(new() { [nameof(LocalPage.View)] = view });
        return TypedResults.Content(html, "text/html; charset=utf-8");
    }

    /// <summary>One event per change. Ends with the host, so that an open page does not hold up its stop.</summary>
    private static ServerSentEventsResult<long> Events(LocalEvents events, IHostApplicationLifetime lifetime, CancellationToken cancellation) =>
        TypedResults.ServerSentEvents(Changes(events, lifetime.ApplicationStopping, cancellation));

    private static async IAsyncEnumerable<SseItem<long>> Changes(LocalEvents events, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        var changes = events.Listen(either.Token).GetAsyncEnumerator(either.Token);
        await using (changes.ConfigureAwait(false))
        {
            while (await Next(changes)) yield return new SseItem<long>(changes.Current, "changed");
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<long> changes)
    {
        try
        {
            return await changes.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static Func<HttpContext, FileContentHttpResult> Asset(string name, string type)
    {
        using var stream = typeof(LocalEndpoints).Assembly.GetManifestResourceStream("local/" + name) ?? throw new InvalidOperationException($"{name} is missing in the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var content = memory.ToArray();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
        return http =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return TypedResults.File(content, type, entityTag: tag);
        };
    }

    /// <summary>The voice the browser would like best of those there are.</summary>
    internal static Voice Browser(HttpContext http) => PageTexts.VoiceFor(http.Request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality != 0).OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value).FirstOrDefault(PageTexts.Speaks));
}
