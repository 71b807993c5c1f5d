using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Slack.Messages;

namespace AccountNudge.Bot.Tests.Slack.Messages;

/// <summary>
/// What Slack refuses, as far as it is documented at docs.slack.dev/reference/block-kit (pages named where a rule stands) and
/// docs.slack.dev/reference/methods/chat.postMessage. Written against the documents, not against the renderer.
/// </summary>
internal sealed partial class BlockKitRules
{
    private enum Surface
    {
        Message,
        Home,
        Modal,
    }

    private readonly List<string> broken = [];
    private readonly Surface surface;
    private readonly HashSet<string> blockIds = [];
    private int charts;
    private int tables;
    private int tableCharacters;

    private BlockKitRules(Surface surface) => this.surface = surface;

    /// <summary>What is wrong with a message; nothing should be.</summary>
    public static IReadOnlyList<string> BrokenBy(SlackMessage message)
    {
        var rules = new BlockKitRules(Surface.Message);
        rules.Must(!string.IsNullOrWhiteSpace(message.Text), "text", "a text beside the blocks");
        rules.Must(message.Text.Length <= 4000, "text", "at most 4,000 characters"); // chat.postMessage
        rules.Markup(message.Text, "text");
        rules.Check(message.Blocks, 50, "blocks"); // blocks: 50 in a message
        rules.Must(rules.charts <= 2, "blocks", "two data_visualization blocks"); // data-visualization-block
        rules.Must(rules.tables <= 1, "blocks", "one table a message"); // table-block
        rules.Must(rules.tableCharacters <= 10_000, "blocks", "10,000 characters in the tables of a message"); // table-block
        rules.Must(CodeUnit().Replace(message.Blocks.ToJsonString(Readable), "x").Length <= 13_200, "blocks", "13,200 characters altogether"); // bolt-js issue 2509
        return rules.broken;
    }

    /// <summary>What is wrong with a view.</summary>
    public static IReadOnlyList<string> BrokenBy(JsonObject view)
    {
        var type = (string?)view["type"];
        var rules = new BlockKitRules(type == "home" ? Surface.Home : Surface.Modal);
        rules.Must(type is "home" or "modal", "type", "home or modal");
        rules.Check(view["blocks"]!.AsArray(), 100, "blocks"); // blocks: 100 in a view
        rules.Must(CodeUnit().Replace(view.ToJsonString(Readable), "x").Length <= 250_000, "view", "250 kB"); // views.publish, view_too_large
        if (type == "home")
        {
            rules.Keys(view, "view", "type", "blocks", "private_metadata", "callback_id", "external_id");
            return rules.broken;
        }

        rules.Keys(view, "view", "type", "title", "submit", "close", "blocks", "private_metadata", "callback_id");
        foreach (var label in (string[])["title", "submit", "close"]) // views/modal-views
        {
            if (view[label] is { } text || label != "close") rules.Text(view[label], label, 24, plainOnly: true);
        }

        rules.Must(((string?)view["private_metadata"] ?? "").Length <= 3000, "private_metadata", "at most 3,000 characters");
        rules.String(view["callback_id"], "callback_id", 255);
        return rules.broken;
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private void Check(JsonArray blocks, int most, string where)
    {
        Must(blocks.Count <= most, where, $"at most {most} blocks");
        for (var index = 0; index < blocks.Count; index++) Block(blocks[index]!.AsObject(), $"{where}/{index}", inContainer: false);
    }

    private void Block(JsonObject block, string where, bool inContainer)
    {
        var type = (string?)block["type"] ?? "";
        where += ":" + type;
        if (block["block_id"] is { } id)
        {
            String(id, where + "/block_id", 255);
            Must(blockIds.Add((string)id!), where, "a block_id of its own");
        }

        if (inContainer) Must(type is "actions" or "context" or "divider" or "header" or "section" or "table", where, "a kind that containers take"); // container-block
        switch (type)
        {
            case "section":
                Section(block, where);
                break;
            case "header": // header-block
                Keys(block, where, "type", "text");
                Text(block["text"], where, 150, plainOnly: true);
                break;
            case "divider":
                Keys(block, where, "type");
                break;
            case "context": // context-block
                Keys(block, where, "type", "elements");
                foreach (var element in List(block["elements"], where, 1, 10)) Text(element, where, 3000);
                break;
            case "actions":
                Actions(block, where);
                break;
            case "rich_text":
                RichText(block, where);
                break;
            case "input" when surface == Surface.Modal:
                Input(block, where);
                break;
            case "container" when surface == Surface.Message && !inContainer: // container-block
                Keys(block, where, "type", "title", "is_collapsible", "default_collapsed", "child_blocks");
                Text(block["title"], where, 150, plainOnly: true);
                Must((bool?)block["default_collapsed"] != true || (bool?)block["is_collapsible"] == true, where, "is_collapsible to be collapsed");
                foreach (var (child, index) in List(block["child_blocks"], where, 1, 10).Select((child, index) => (child, index))) Block(child.AsObject(), $"{where}/{index}", inContainer: true);
                break;
            case "data_table" when surface == Surface.Message:
                DataTable(block, where);
                break;
            case "data_visualization" when surface == Surface.Message:
                charts++;
                Chart(block, where);
                break;
            default:
                Must(false, where, $"a kind that a {surface} takes");
                break;
        }
    }

    /// <summary>section-block: text or up to ten fields of 2,000.</summary>
    private void Section(JsonObject block, string where)
    {
        Keys(block, where, "type", "text", "fields");
        Must(block["text"] is not null || block["fields"] is not null, where, "text or fields");
        if (block["text"] is { } text) Text(text, where, 3000);
        if (block["fields"] is not { } fields) return;
        foreach (var field in List(fields, where, 1, 10)) Text(field, where, 2000);
    }

    /// <summary>actions-block, button-element.</summary>
    private void Actions(JsonObject block, string where)
    {
        Keys(block, where, "type", "elements");
        var ids = new HashSet<string>();
        foreach (var button in List(block["elements"], where, 1, 25).Select(element => element.AsObject()))
        {
            Keys(button, where, "type", "action_id", "text", "value", "style", "url");
            Must((string?)button["type"] == "button", where, "buttons");
            Text(button["text"], where, 75, plainOnly: true);
            String(button["action_id"], where, 255);
            Must(ids.Add((string)button["action_id"]!), where, "an action_id of its own");
            if (button["value"] is { } value) String(value, where, 2000);
            if (button["url"] is { } url) String(url, where, 3000);
            Must((string?)button["style"] is null or "primary" or "danger", where, "a style there is");
        }
    }

    /// <summary>rich-text-block with sections and quotes of text and users.</summary>
    private void RichText(JsonObject block, string where)
    {
        Keys(block, where, "type", "elements");
        foreach (var part in List(block["elements"], where, 1, int.MaxValue).Select(element => element.AsObject()))
        {
            Must((string?)part["type"] is "rich_text_section" or "rich_text_quote", where, "a section or quote");
            foreach (var element in List(part["elements"], where, 1, int.MaxValue).Select(element => element.AsObject()))
            {
                if ((string?)element["type"] == "user") Must(Person().IsMatch((string?)element["user_id"] ?? ""), where, "a person's id");
                else Must((string?)element["text"] is { Length: > 0 and <= 3000 }, where, "1 to 3,000 characters, be it spaces");
                Must((string?)element["type"] is "user" or "text", where, "text and users");
            }
        }
    }

    /// <summary>data-table-block.</summary>
    private void DataTable(JsonObject block, string where)
    {
        tables++;
        Keys(block, where, "type", "caption", "page_size", "rows");
        String(block["caption"], where, int.MaxValue);
        Must((int?)block["page_size"] is null or (>= 1 and <= 100), where, "1 to 100 rows a page");
        var rows = List(block["rows"], where, 2, 101).Select(row => List(row, where, 1, 20)).ToList();
        Must(rows.Select(row => row.Count).Distinct().Count() <= 1, where, "rows of the same length");
        foreach (var cell in rows.SelectMany(row => row).Select(cell => cell.AsObject()))
        {
            Must((string?)cell["type"] == "raw_text", where, "raw text");
            String(cell["text"], where, int.MaxValue);
            tableCharacters += ((string?)cell["text"] ?? "").Length;
        }
    }

    /// <summary>data-visualization-block.</summary>
    private void Chart(JsonObject block, string where)
    {
        Keys(block, where, "type", "title", "chart");
        String(block["title"], where, 50);
        var chart = block["chart"]!.AsObject();
        if ((string?)chart["type"] == "pie")
        {
            foreach (var segment in List(chart["segments"], where, 1, 6))
            {
                String(segment["label"], where, 20);
                Must((decimal)segment["value"]! > 0, where, "segments above nothing");
            }

            return;
        }

        Must((string?)chart["type"] is "bar" or "line", where, "a kind of chart there is");
        var categories = List(chart["axis_config"]!["categories"], where, 1, 20).Select(category => (string)category!).ToList();
        foreach (var category in categories) String(category, where, 20);
        var names = List(chart["series"], where, 1, 6).Select(series => (string)series["name"]!).ToList();
        Must(names.Distinct().Count() == names.Count, where, "series with names of their own");
        foreach (var series in chart["series"]!.AsArray())
        {
            String(series!["name"], where, 20);
            Must(series["data"]!.AsArray().Select(point => (string)point!["label"]!).SequenceEqual(categories), where, "one value per category");
        }
    }

    /// <summary>input-block and its elements.</summary>
    private void Input(JsonObject block, string where)
    {
        Keys(block, where, "type", "block_id", "label", "element", "optional", "hint");
        Text(block["label"], where, 2000, plainOnly: true);
        if (block["hint"] is { } hint) Text(hint, where, 2000, plainOnly: true);
        var element = block["element"]!.AsObject();
        String(element["action_id"], where, 255);
        switch ((string?)element["type"])
        {
            case "plain_text_input": // plain-text-input-element
                Must((int?)element["max_length"] is >= 1 and <= 3000, where, "at most 3,000 characters");
                Must(((string?)element["initial_value"] ?? "").Length <= 3000, where, "an initial value of at most 3,000 characters");
                break;
            case "datepicker": // date-picker-element
                Must(element["initial_date"] is not { } date || DateOnly.TryParseExact((string?)date, "yyyy-MM-dd", out _), where, "a date");
                break;
            case "static_select":
                Select(element, where);
                break;
            default:
                Must(false, where, "an element there is");
                break;
        }
    }

    /// <summary>select-menu-element, option-object, option-group-object.</summary>
    private void Select(JsonObject element, string where)
    {
        var groups = element["option_groups"] is { } grouped ? List(grouped, where, 1, 100) : [];
        foreach (var group in groups) Text(group["label"], where, 75, plainOnly: true);
        var lists = groups.Count > 0 ? groups.Select(group => group["options"]) : [element["options"]];
        var options = lists.SelectMany(list => List(list, where, 1, 100)).ToList();
        foreach (var option in options)
        {
            Text(option["text"], where, 75, plainOnly: true);
            String(option["value"], where, 150);
        }

        Must(options.Select(option => (string)option["value"]!).Distinct().Count() == options.Count, where, "options with values of their own");
        if (element["initial_option"] is { } initial) Must(options.Any(option => JsonNode.DeepEquals(option, initial)), where, "an initial option among the options");
    }

    /// <summary>text-object.</summary>
    private void Text(JsonNode? text, string where, int most, bool plainOnly = false)
    {
        Must(text is JsonObject, where, "a text object");
        if (text is not JsonObject) return;
        var isPlain = (string?)text["type"] == "plain_text";
        Must(isPlain || (!plainOnly && (string?)text["type"] == "mrkdwn"), where, "plain text" + (plainOnly ? "" : " or markup"));
        String(text["text"], where, most);
        if (isPlain) return;
        Must((bool?)text["verbatim"] == true, where, "markup that Slack makes nothing out of");
        Markup((string)text["text"]!, where);
    }

    /// <summary>Nothing between angle brackets but people (formatting-message-text): no group is notified, no link hides where it leads.</summary>
    private void Markup(string text, string where)
    {
        var rest = MentionOfPerson().Replace(text, "");
        Must(!rest.Contains('<') && !rest.Contains('>') && !LooseAmpersand().IsMatch(rest), where, "escaped text");
    }

    private void String(JsonNode? value, string where, int most)
    {
        var text = value is JsonValue known && known.TryGetValue<string>(out var characters) ? characters : "";
        Must(!string.IsNullOrWhiteSpace(text), where, "some text");
        Must(text.Length <= most, where, $"at most {most} characters");
    }

    private List<JsonNode> List(JsonNode? list, string where, int least, int most)
    {
        var items = list is JsonArray array ? array.Select(item => item!).ToList() : [];
        Must(items.Count >= least && items.Count <= most, where, $"{least} to {most} items");
        return items;
    }

    private void Keys(JsonObject thing, string where, params string[] known) => Must(thing.All(property => known.Contains(property.Key)), where, "known properties only");

    private void Must(bool holds, string where, string what)
    {
        if (!holds) broken.Add($"{where} needs {what}");
    }

    [GeneratedRegex("^[UW][A-Za-z0-9]{2,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Person();

    /// <summary>As our serializer writes characters such as emoji; they count as themselves.</summary>
    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodeUnit();

    [GeneratedRegex("<@[UW][A-Za-z0-9]{2,}>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MentionOfPerson();

    [GeneratedRegex("&(?!(?:amp|lt|gt);)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LooseAmpersand();
}
