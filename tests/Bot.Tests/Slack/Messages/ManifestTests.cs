using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Installations.OAuth;
using AccountNudge.Bot.Tests.Conversation;
using Microsoft.Extensions.Configuration;

namespace AccountNudge.Bot.Tests.Slack.Messages;

/// <summary>The manifest against Slack's own limits (github.com/slackapi/manifest-schema, 2.0.0) and against the code.</summary>
public sealed class ManifestTests
{
    private static readonly string Text = Repository.Read("manifest/slack/manifest.yaml");
    private static readonly JsonNode Manifest = Yaml.Read(Text);

    [Fact]
    public void Its_texts_have_the_lengths_that_slack_takes()
    {
        Length(Manifest["display_information"]!["name"]).ShouldBeInRange(1, 35);
        Length(Manifest["display_information"]!["description"]).ShouldBeInRange(1, 140);
        Length(Manifest["display_information"]!["long_description"]).ShouldBeInRange(175, 4000);
        Length(Manifest["display_information"]!["background_color"]).ShouldBe(7);
        Length(Manifest["features"]!["bot_user"]!["display_name"]).ShouldBeInRange(1, 80);
        foreach (var shortcut in List("features", "shortcuts"))
        {
            Length(shortcut["name"]).ShouldBeInRange(1, 24);
            Length(shortcut["description"]).ShouldBeInRange(1, 150);
        }

        var command = List("features", "slash_commands").ShouldHaveSingleItem();
        Length(command["command"]).ShouldBeInRange(2, 32);
        Length(command["description"]).ShouldBeInRange(1, 2000);
        Length(command["usage_hint"]).ShouldBeInRange(1, 1000);
    }

    [Fact]
    public void It_turns_on_what_the_code_relies_on()
    {
        var (features, settings) = (Manifest["features"]!, Manifest["settings"]!);
        features["app_home"]!.ToJsonString().ShouldBe("""{"home_tab_enabled":true,"messages_tab_enabled":true,"messages_tab_read_only_enabled":false}""");
        features["slash_commands"]![0]!["should_escape"]!.GetValue<bool>().ShouldBeTrue();
        settings["interactivity"]!["is_enabled"]!.GetValue<bool>().ShouldBeTrue();
        settings["socket_mode_enabled"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void Its_command_is_the_one_we_listen_to()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Slack:BotToken", "x"), new("Slack:AppToken", "y")]).Build();
        SlackSettings.Read(new SettingsReader(configuration))!.Command.ShouldBe((string)List("features", "slash_commands").Single()["command"]!);
    }

    [Fact]
    public async Task Its_shortcuts_open_forms_of_commands()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var shortcuts = List("features", "shortcuts").Select(shortcut => ((string)shortcut["type"]!, (string)shortcut["callback_id"]!)).ToList();
        shortcuts.ShouldBe([("global", "log"), ("global", "complaint"), ("global", "promise"), ("message", "log_message"), ("message", "complaint_message"), ("message", "promise_message")]);
        foreach (var (type, id) in shortcuts)
        {
            var payload = JsonSerializer.SerializeToElement(new { type = type == "global" ? "shortcut" : "message_action", callback_id = id });
            var shortcut = SlackPayload.Read(SlackKind.Interaction, payload).ShouldBeOfType<Shortcut>();
            talk.Commands.ShouldContain(command => command.Words.Id == shortcut.CommandId);
        }
    }

    [Fact]
    public void It_asks_for_the_scopes_that_the_installation_asks_for() =>
        List("oauth_config", "scopes", "bot").Select(scope => (string)scope!).ShouldBe(SlackScopes.Bot);

    [Fact]
    public void Every_event_it_subscribes_to_is_taken_in()
    {
        var hearing = Directory.GetFiles(Repository.Path("src/Bot/Slack/People"), "*.cs").Select(File.ReadAllText).ToList();
        foreach (var name in Events)
        {
            var type = name.Split('.')[0];
            var incoming = SlackPayload.Read(SlackKind.Event, JsonSerializer.SerializeToElement(new { @event = new { type } }));
            if (incoming is SlackIgnored ignored) ignored.IsKnown.ShouldBeTrue(name);
            if (incoming is DirectoryEvent) hearing.ShouldContain(file => file.Contains($"\"{type}\"", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void Its_lines_for_http_name_our_endpoints()
    {
        var http = Yaml.Read(Text.Replace("# http: ", "", StringComparison.Ordinal).Replace("socket_mode_enabled: true", "socket_mode_enabled: false", StringComparison.Ordinal));
        Path(http["features"]!["slash_commands"]![0]!["url"]).ShouldBe("/slack/commands");
        Path(http["settings"]!["event_subscriptions"]!["request_url"]).ShouldBe("/slack/events");
        Path(http["settings"]!["interactivity"]!["request_url"]).ShouldBe("/slack/interactions");
        Path(http["oauth_config"]!["redirect_urls"]![0]).ShouldBe("/slack/oauth/callback");
        http["settings"]!["socket_mode_enabled"]!.GetValue<bool>().ShouldBeFalse();

        static string Path(JsonNode? address) => new Uri((string)address!).AbsolutePath;
    }

    [Fact]
    public void The_documentation_explains_every_scope_and_event()
    {
        var docs = Repository.Read("docs/slack.md");
        foreach (var name in Events.Concat(SlackScopes.Bot)) docs.ShouldContain($"`{name}`");
    }

    private static IEnumerable<string> Events => List("settings", "event_subscriptions", "bot_events").Select(name => (string)name!);

    private static List<JsonNode> List(params string[] path) => [.. path.Aggregate(Manifest, (node, key) => node[key]!).AsArray().Select(item => item!)];

    private static int Length(JsonNode? text) => ((string)text!).Length;
}
