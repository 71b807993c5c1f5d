using AccountNudge.Bot.Conversation.Privacy;
using AccountNudge.Bot.Hosting;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Files;

/// <summary>
/// Where files are fetched. Whoever has the address gets the file, once: so it is told to the asker alone and works for minutes. It is
/// handed out in answer to a press alone, for there are programs that look at every link in a message before people do.
/// </summary>
public static class FileEndpoints
{
    private static readonly Text Title = new($"A file from AccountNudge", $"Eine Datei von AccountNudge");
    private static readonly Text Once = new($"It can be downloaded once.", $"Sie lässt sich einmal herunterladen.");
    private static readonly Text Download = new($"Download", $"Herunterladen");
    private static readonly Text Gone = new(
        $"There’s no file here any more: it has been downloaded, or its 15 minutes are over. Ask for it again in the chat.",
        $"Hier liegt keine Datei mehr: Sie ist schon abgerufen, oder ihre 15 Minuten sind um. ‹Frag|Fragen Sie› im Chat noch einmal danach.");

    /// <summary>Maps it, for everybody.</summary>
    public static void MapFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/files/{token}", (HttpContext http) => Page(http, StatusCodes.Status200OK, Once, Download)).AllowPublicAccess();
        endpoints.MapPost("/files/{token}", Fetch).AllowPublicAccess();
    }

    private static async Task<IResult> Fetch(string token, Stores stores, IClock clock, HttpContext http)
    {
        await using var store = stores.Open(Scope.Nothing);
        if (await store.TakeFile(FileTokens.Hash(token), clock.GetCurrentInstant(), http.RequestAborted) is not { } file) return Page(http, StatusCodes.Status404NotFound, Gone, null);
        Protect(http);
        // Never shown as a page of ours, whatever is in it.
        return Results.File(file.Content, "application/octet-stream", file.Name);
    }

    private static IResult Page(HttpContext http, int status, Text line, Text? button)
    {
        Protect(http);
        var voice = Replies.VoiceOf(new ChatPerson("", "", http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault()?.Value.ToString()));
        var press = button is null ? "" : $"<form method=\"post\"><button>{System.Net.WebUtility.HtmlEncode(button.Plain(voice))}</button></form>";
        var html = $"<!doctype html><html lang=\"{(voice.Language == Language.German ? "de" : "en")}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Title.Plain(voice)}</title><body><h1>{Title.Plain(voice)}</h1><p>{System.Net.WebUtility.HtmlEncode(line.Plain(voice))}</p>{press}</body></html>";
        return Results.Content(html, "text/html; charset=utf-8", statusCode: status);
    }

    private static void Protect(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers.XContentTypeOptions = "nosniff";
    }
}
