using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

/// <summary>
/// Bodies that are activities no more, or hardly: real ones in which anything may stand in the place of anything else, or that were
/// broken on the way. The same for the same seed, as far as the real ones are.
/// </summary>
internal sealed class HostileActivities(int seed, IReadOnlyList<JsonObject> real)
{
    /// <summary>Stands in a string until the text is written: what JSON can say and nodes cannot.</summary>
    private const string Mark = "␀raw:";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    private static readonly string[] Raw =
    [
        "1e400", "-1e-400", "123456789012345678901234567890", new('9', 500), "-0", "0.1e1", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\\u0000b\"", "\"\\u202e\\u2066\"", "nul", "NaN", "Infinity", "'x'", "01", "\"\n\"", "/* */1",
        "{\"a\":1,\"a\":2}", "{\"id\":\"29:a\",\"id\":\"29:b\",\"Id\":\"29:c\"}", "[,]", "new Date(0)", "undefined",
    ];

    private static readonly string[] Words =
    [
        "", " ", "\t\r\n", "2027-03-01T09:00:00Z", "2027-02-30T25:61:00+99:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "/Date(1198908717056)/", "/Date(99999999999999999999)/", "P1Y2M10DT2H30M",
        "null", "true", "0", "{}", "[]", "{\"type\":\"message\"}", "xx-INVALID-" , "de-DE-x-" , "../../..", "..", ".", "urn:x:y", "http://127.0.0.1:1/", "https://smba.trafficmanager.net/{conversationId}/", "javascript:alert(1)",
        "%00%2e%2e%2f", "🙂👩‍👩‍👧‍👦", "ａｂｃ", "I\u0307", "<at></at>", "<at>", "</at>", "<quoted messageId=\"", "';DROP TABLE teams_inbox;--", "{0}{1:D}{", "message", "invoke", "conversationUpdate", "installationUpdate", "messageUpdate",
        "messageReaction", "event", "endOfConversation", "typing", "trace", "delay", "invokeResponse", "expectReplies", "adaptiveCard/action", "composeExtension/fetchTask", "composeExtension/submitAction", "task/fetch", "task/submit",
        "signin/verifyState", "signin/tokenExchange", "fileConsent/invoke", "personal", "groupChat", "channel", "msteams", "emulator", "directline", "teamDeleted", "channelShared", "remove", "add",
    ];

    private static readonly string[] Names =
    [
        "$type", "$id", "$ref", "$values", "__proto__", "", "Type", "TYPE", "From", "type", "id", "from", "value", "text", "deliveryMode", "callerId", "relatesTo", "suggestedActions", "attachments", "entities", "membersAdded", "membersRemoved",
        "reactionsAdded", "semanticAction", "expiration", "localTimestamp", "listenFor", "textHighlights", "channelData", "tenant", "team", "channel", "settings", "selectedChannel", "eventType", "meeting", "onBehalfOf", "isTargeted", "locale",
        "properties", "role", "content", "buffer", "mentioned", "action", "data", "messagePayload", "body", "Parent", "Root", "Options",
    ];

#pragma warning disable CA5394 // The same bodies each time are the point.
    private readonly Random random = new(seed);

    /// <summary>So many bodies, one after the other.</summary>
    public IEnumerable<byte[]> Take(int count) => Enumerable.Range(0, count).Select(Next);

    private byte[] Next(int number)
    {
        var activity = real[random.Next(real.Count)].DeepClone().AsObject();
        // Most are to be worked, not known from before.
        if (random.Next(10) > 0) activity["id"] = string.Create(CultureInfo.InvariantCulture, $"f:{seed}-{number}");
        for (var changes = random.Next(4); changes >= 0; changes--) Change(activity);
        return Broken(Text(activity));
    }

    private void Change(JsonObject activity)
    {
        var all = Inside(activity).ToList();
        var (holder, key) = all[random.Next(all.Count)];
        switch (random.Next(12))
        {
            case 0 when holder is JsonObject thing:
                thing.Remove((string)key);
                break;
            case 1 when holder is JsonObject thing:
                var moved = thing[(string)key]?.DeepClone();
                thing.Remove((string)key);
                thing[Pick(Names)] = moved;
                break;
            case 2 when holder is JsonObject thing:
                thing[Pick(Names)] = Anything();
                break;
            case 3 when holder is JsonArray list && list.Count < 100:
                list.Add(Anything());
                break;
            case 4:
                var (from, name) = all[random.Next(all.Count)];
                Put(holder, key, At(from, name)?.DeepClone());
                break;
            default:
                Put(holder, key, Anything());
                break;
        }
    }

    private JsonNode? Anything() => random.Next(16) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.Next(-2, 3)),
        3 => JsonValue.Create(random.NextDouble() * Math.Pow(10, random.Next(-300, 300))),
        4 => new JsonObject(),
        5 => new JsonArray(),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(300)).Select(_ => (JsonNode?)null)]),
        7 => new JsonArray([.. Enumerable.Range(0, 3).Select(_ => Anything())]),
        8 => new JsonObject { [Pick(Names)] = Anything(), ["id"] = Pick(Words) },
        9 => new JsonObject { ["$type"] = "MemoryStream", ["buffer"] = new JsonArray(1, 2, 3) },
        10 => new JsonObject { ["$type"] = "System.IO.FileInfo, System.IO.FileSystem", ["fileName"] = "x" },
        11 => Mark + Pick(Raw),
        12 => Mark + Deep(random.Next(3) switch { 0 => random.Next(50, 80), 1 => 1_000, _ => 30_000 }),
        13 when random.Next(4) == 0 => new string(Pick(["x", "\u0000", "é", "🙂", "<at>", "\\"])[0], random.Next(60_000)),
        _ => Pick(Words),
    };

    private string Deep(int depth) => random.Next(3) switch
    {
        0 => new string('[', depth) + new string(']', depth),
        1 => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth),
        _ => string.Concat(Enumerable.Repeat("[{\"content\":", depth / 2)) + "\"x\"" + string.Concat(Enumerable.Repeat("}]", depth / 2)),
    };

    private static string Text(JsonObject activity)
    {
        var text = new StringBuilder();
        foreach (var (piece, index) in activity.ToJsonString(Relaxed).Split('"' + Mark).Select((piece, index) => (piece, index)))
        {
            if (index == 0)
            {
                text.Append(piece);
                continue;
            }

            var end = 0;
            while (piece[end] != '"') end += piece[end] == '\\' ? 2 : 1;
            text.Append((string)JsonNode.Parse($"\"{piece[..end]}\"")!).Append(piece, end + 1, piece.Length - end - 1);
        }

        return text.ToString();
    }

    /// <summary>One in ten is broken on the way.</summary>
    private byte[] Broken(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        switch (random.Next(100))
        {
            case 0: return Encoding.Unicode.GetBytes(text);
            case 1: return [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)];
            case 2: return [.. WithMark.GetPreamble(), .. utf8];
            case 3: return Encoding.Latin1.GetBytes(text.Replace("Acme", "Äcmé", StringComparison.Ordinal));
            case 4: return utf8[..random.Next(utf8.Length)];
            case 5: return [.. utf8, .. utf8];
            case 6: return [];
            case 7: return [.. utf8, .. new byte[300_000]];
            case 8:
                for (var flips = 0; flips < 4; flips++) utf8[random.Next(utf8.Length)] ^= (byte)(1 << random.Next(8));
                return utf8;
            case 9: return Encoding.UTF8.GetBytes(Pick([$"[{text}]", $"\"{text.Length}\"", "null", "1", $"{text},", $"// x\n{text}", $"({text})", Deep(100_000)]));
            case 10:
                // The same name twice: who reads the first must not act on the second.
                return Encoding.UTF8.GetBytes($"{text[..^1]},\"serviceUrl\":\"https://evil.example/\",\"from\":{{\"name\":\"x\"}},\"membersAdded\":[{{\"id\":\"29:x\"}}]}}");
            default: return utf8;
        }
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private static JsonNode? At(JsonNode holder, object key) => key is string name ? holder[name] : holder[(int)key];

    private static void Put(JsonNode holder, object key, JsonNode? value)
    {
        if (key is string name) holder[name] = value;
        else holder[(int)key] = value;
    }

    private static IEnumerable<(JsonNode Holder, object Key)> Inside(JsonNode node) => node switch
    {
        JsonObject thing => thing.SelectMany(property => new[] { ((JsonNode)thing, (object)property.Key) }.Concat(property.Value is null ? [] : Inside(property.Value))),
        JsonArray list => list.SelectMany((item, index) => new[] { ((JsonNode)list, (object)index) }.Concat(item is null ? [] : Inside(item))),
        _ => [],
    };
#pragma warning restore CA5394
}
