using Microsoft.AspNetCore.Http.Features;

namespace AccountNudge.Bot.Platforms;

/// <summary>Reads the body of a platform's delivery as it came: that is what was signed.</summary>
internal static class RequestBody
{
    /// <summary>The body; without one, the HTTP status that tells why.</summary>
    /// <param name="http">The request.</param>
    /// <param name="longest">Bytes it may have.</param>
    public static async Task<(byte[]? Body, int Status)> Read(HttpContext http, int longest)
    {
        if (http.Request.ContentLength > longest) return (null, StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = longest;
        using var memory = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        try
        {
            await http.Request.Body.CopyToAsync(memory, http.RequestAborted);
            return (memory.ToArray(), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException broken)
        {
            return (null, broken.StatusCode);
        }
    }
}
