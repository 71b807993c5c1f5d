using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace AccountNudge.Bot.Slack.Installations.OAuth;

/// <summary>One small page: a heading, a few sentences, one way on.</summary>
/// <param name="Heading">What happened.</param>
/// <param name="Paragraphs">What it means.</param>
/// <param name="Button">Where to go from here.</param>
/// <param name="Address">The button's address.</param>
internal sealed record InstallPage(Text Heading, IReadOnlyList<Text> Paragraphs, Text Button, Uri Address)
{
    private const string Style = """
        :root { color-scheme: light dark; --ground: #f4f2ee; --surface: #fff; --ink: #20272b; --soft: #566066; --line: #dcd8cf; --accent: #1f6f5c; --on: #fff;
          font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #14191b; --surface: #1a2023; --ink: #e8ebea; --soft: #a5b0b3; --line: #323b3f; --accent: #6fcbb1; --on: #0d211b; } }
        *, *::before, *::after { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--ground); color: var(--ink); overflow-wrap: anywhere; }
        main { width: 100%; max-width: 34rem; padding: clamp(24px, 6vw, 44px); background: var(--surface); border: 1px solid var(--line); border-radius: 16px; }
        svg { width: 44px; height: 44px; display: block; }
        h1 { margin: 18px 0 10px; font-size: 1.5rem; line-height: 1.25; }
        p { margin: 0 0 14px; color: var(--soft); }
        a { display: inline-block; margin-top: 10px; padding: 11px 20px; border-radius: 10px; background: var(--accent); color: var(--on); font-weight: 600; text-decoration: none; }
        a:hover { filter: brightness(1.08); }
        a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
        """;

    private const string Mark = """
        <svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" fill="#1f6f5c"/><path d="M9 21c0-6 2-11 7-11s7 5 7 11zM13.5 23.5a2.6 2.6 0 0 0 5 0" fill="#fff"/><circle cx="23" cy="9" r="3.5" fill="#ffb454"/></svg>
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Answers with the page, in the language the browser asks for.</summary>
    public Task Write(HttpContext http, int status)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = "Accept-Language";
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Html(VoiceOf(http.Request)), http.RequestAborted);
    }

    private string Html(Voice voice)
    {
        var heading = Encoded(Heading.Plain(voice));
        var paragraphs = string.Concat(Paragraphs.Select(paragraph => $"<p>{Encoded(paragraph.Plain(voice))}</p>\n"));
        return $"""
            <!DOCTYPE html>
            <html lang="{(voice.Language == Language.German ? "de" : "en")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{heading}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            {Mark}
            <h1>{heading}</h1>
            {paragraphs}<a href="{Encoded(Address.AbsoluteUri)}">{Encoded(Button.Plain(voice))}</a>
            </main>
            </body>
            </html>
            """;
    }

    private static Voice VoiceOf(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value ?? "").FirstOrDefault() ?? "";
        if (!wanted.StartsWith("de", StringComparison.OrdinalIgnoreCase)) return Voice.English;
        return new Voice(Language.German, FormOfAddress.Sie, SharpS: !wanted.Equals("de-CH", StringComparison.OrdinalIgnoreCase));
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
