using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Slack;

/// <summary>A file that the app has sent.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Channel">Where.</param>
/// <param name="Content">Its bytes.</param>
public sealed record FakeUpload(string Name, string Channel, byte[] Content);

public sealed partial class FakeSlack
{
    private readonly Dictionary<string, byte[]> files = [];
    private readonly Dictionary<string, (string Name, byte[]? Content)> uploads = [];
    private readonly List<FakeUpload> sent = [];

    /// <summary>Files that the app has sent and that stand somewhere.</summary>
    public IReadOnlyList<FakeUpload> Uploads
    {
        get
        {
            lock (gate) return [.. sent];
        }
    }

    /// <summary>Where files say they are; null for here.</summary>
    public Uri? FilesElsewhere { get; set; }

    /// <summary>Without <c>files:read</c> a file is a page to log in at.</summary>
    public bool MayReadFiles { get; set; } = true;

    /// <summary>Somebody drops a file into their direct message with the app (docs.slack.dev/reference/events/message/file_share).</summary>
    public FakeDelivery SendFile(string user, string name, byte[] content)
    {
        var message = Say(user, DirectChannel(user).Id, "");
        var id = $"F{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        lock (gate) files[id] = content;
        var address = new Uri(FilesElsewhere ?? ApiUrl, $"/files/{id}/{Uri.EscapeDataString(name)}");
        return Event(users[user].Team, new JsonObject
        {
            ["type"] = "message", ["subtype"] = "file_share", ["channel_type"] = "im", ["user"] = user, ["text"] = "", ["ts"] = message.Ts, ["channel"] = message.Channel, ["event_ts"] = message.Ts,
            ["files"] = new JsonArray(new JsonObject { ["id"] = id, ["name"] = name, ["size"] = content.Length, ["url_private"] = address.AbsoluteUri, ["url_private_download"] = address.AbsoluteUri }),
        });
    }

    private JsonObject UploadPlace(JsonObject arguments)
    {
        Need(arguments, "length");
        var id = $"F{uploads.Count + 1:000}";
        uploads[id] = (Need(arguments, "filename"), null);
        return new JsonObject { ["upload_url"] = new Uri(ApiUrl, $"/upload/{id}").AbsoluteUri, ["file_id"] = id };
    }

    private JsonObject CompleteUpload(JsonObject arguments)
    {
        foreach (var file in Json(arguments, "files", "invalid_arguments")!.AsArray())
        {
            if (!uploads.TryGetValue(file!["id"]!.GetValue<string>(), out var upload) || upload.Content is null) throw new SlackErrorException("file_not_found");
            sent.Add(new FakeUpload(upload.Name, Need(arguments, "channel_id"), upload.Content));
        }

        return [];
    }

    private async Task AnswerFile(HttpContext context, string path)
    {
        byte[]? content;
        lock (gate) content = files.GetValueOrDefault(path.Split('/')[0]);
        var isOurs = Bearer(context.Request) is { } token && tokens.ContainsKey(token);
        if (!isOurs || !MayReadFiles) await Write(context, StatusCodes.Status200OK, "text/html; charset=utf-8", "<html>Sign in</html>");
        else if (content is null) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else await context.Response.Body.WriteAsync(content);
    }

    private async Task TakeUpload(HttpContext context, string id)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content);
        lock (gate) uploads[id] = (uploads[id].Name, content.ToArray());
        await Write(context, StatusCodes.Status200OK, "text/plain", $"OK - {content.Length}");
    }
}
