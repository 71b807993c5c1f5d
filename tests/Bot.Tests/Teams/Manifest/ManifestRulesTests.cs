using System.Text.Json;

namespace AccountNudge.Bot.Tests.Teams.Manifest;

/// <summary>The manifest and its German texts keep Teams' rules, and each rule is really looked at.</summary>
public sealed class ManifestRulesTests
{
    private static readonly Package Packed = Package.Of();

    [Fact]
    public async Task The_manifest_and_its_german_texts_keep_to_teams_own_schemas() =>
        (await TeamsRules.Faults(Packed.Manifest, Packed.German, Packed.Files.Keys)).ShouldBeEmpty();

    [Theory]
    [InlineData("id", null)]
    [InlineData("id", "\"accountnudge\"")]
    [InlineData("id", "\"87654321-1234-1234-1234-123456789abc\"")]
    [InlineData("bots/0/botId", "\"{{APP_ID}}\"")]
    [InlineData("bots/0/botId", "\"87654321-1234-1234-1234-123456789abc\"")]
    [InlineData("composeExtensions/0/botId", "\"87654321-1234-1234-1234-123456789abc\"")]
    [InlineData("manifestVersion", "\"1.29\"")]
    [InlineData("$schema", "\"https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json\"")]
    [InlineData("version", null)]
    [InlineData("version", "\"1.0\"")]
    [InlineData("version", "\"1.0.0.0\"")]
    [InlineData("version", "\"1.0.0-beta\"")]
    [InlineData("developer", null)]
    [InlineData("developer/privacyUrl", null)]
    [InlineData("developer/websiteUrl", "\"ftp://accountnudge.example.com\"")]
    [InlineData("name/full", null)]
    [InlineData("description/full", null)]
    [InlineData("icons/outline", null)]
    [InlineData("icons/color", "\"colour.png\"")]
    [InlineData("accentColor", "\"green\"")]
    [InlineData("localizationInfo/additionalLanguages/0/languageTag", "\"de_DE\"")]
    [InlineData("localizationInfo/additionalLanguages/0/file", "\"german.json\"")]
    [InlineData("defaultInstallScope", "\"channel\"")]
    [InlineData("permissions/-", "\"everything\"")]
    [InlineData("supportsTargetedMessages", "true")]
    [InlineData("bots/-", "{\"botId\":\"12345678-1234-1234-1234-123456789abc\",\"scopes\":[\"team\"]}")]
    [InlineData("bots/0/scopes", null)]
    [InlineData("bots/0/scopes/-", "\"channel\"")]
    [InlineData("bots/0/isNotificationOnly", "\"no\"")]
    [InlineData("bots/0/supportsSlashCommands", "true")]
    [InlineData("bots/0/commandLists/0/scopes", null)]
    [InlineData("bots/0/commandLists/1/triggers/1", "\"whisper\"")]
    [InlineData("bots/0/commandLists/1/triggers/-", "\"mention\"")]
    [InlineData("bots/0/commandLists/0/commands/-", "{\"title\":\"undo\"}")]
    [InlineData("bots/0/commandLists/0/commands/0/title", null)]
    [InlineData("bots/0/commandLists/0/commands/0/example", "\"log Acme\"")]
    [InlineData("composeExtensions/0/commands/0/id", null)]
    [InlineData("composeExtensions/0/commands/0/type", "\"message\"")]
    [InlineData("composeExtensions/0/commands/0/context/-", "\"mail\"")]
    [InlineData("composeExtensions/0/commands/0/fetchTask", "\"yes\"")]
    public async Task A_manifest_with_one_mistake_is_found_out(string path, string? value)
    {
        var manifest = Packed.Manifest;
        JsonEdit.Put(manifest, path, value);
        (await TeamsRules.Faults(manifest, Packed.German, Packed.Files.Keys)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("$schema", "\"https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json\"")]
    [InlineData("name.short", null)]
    [InlineData("name.full", null)]
    [InlineData("name.short", "\"   \"")]
    [InlineData("name.medium", "\"AccountNudge\"")]
    [InlineData("description.full", "1")]
    [InlineData("bots[0].commandLists[1].commands[11].title", null)]
    [InlineData("bots[0].commandLists[0].commands[3].description", null)]
    [InlineData("bots[0].commandLists[0].commands[12].title", "\"zurück\"")]
    [InlineData("bots[0].commandLists[2].commands[0].title", "\"zurück\"")]
    [InlineData("bots[0].commandLists[0].commands[0].titel", "\"notiz\"")]
    [InlineData("composeExtensions[0].commands[1].title", null)]
    [InlineData("composeExtensions[0].commands[3].title", "\"Zusage\"")]
    public async Task German_texts_with_one_mistake_are_found_out(string key, string? value)
    {
        var german = Packed.German;
        JsonEdit.Put(german, key, value);
        (await TeamsRules.Faults(Packed.Manifest, german, Packed.Files.Keys)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("name.short", 30)]
    [InlineData("name.full", 100)]
    [InlineData("description.short", 80)]
    [InlineData("description.full", 4000)]
    [InlineData("bots[0].commandLists[0].commands[0].title", 128)]
    [InlineData("bots[0].commandLists[1].commands[11].description", 4000)]
    [InlineData("composeExtensions[0].commands[0].title", 32)]
    [InlineData("composeExtensions[0].commands[1].description", 128)]
    public async Task A_text_may_be_as_long_as_teams_takes_and_no_longer(string key, int longest)
    {
        var path = key.Replace("].", "/", StringComparison.Ordinal).Replace('[', '/').Replace('.', '/');
        (await Faults(longest)).ShouldBeEmpty();
        (await Faults(longest + 1, inGerman: false)).ShouldNotBeEmpty();
        (await Faults(longest + 1, inEnglish: false)).ShouldNotBeEmpty();

        async Task<IReadOnlyList<string>> Faults(int length, bool inEnglish = true, bool inGerman = true)
        {
            var (manifest, german, text) = (Packed.Manifest, Packed.German, JsonSerializer.Serialize(new string('x', length)));
            if (inEnglish) JsonEdit.Put(manifest, path, text);
            if (inGerman) JsonEdit.Put(german, key, text);
            return await TeamsRules.Faults(manifest, german, Packed.Files.Keys);
        }
    }

    [Fact]
    public void Everything_people_read_is_there_in_german_too()
    {
        var (english, german) = (TeamsRules.Texts(Packed.Manifest), TeamsRules.German(Packed.German));
        english.Count.ShouldBe(4 + (2 * 24) + (2 * 3));
        foreach (var (key, text) in english.Where(text => text.Key != "name.short")) german[key].ShouldNotBe(text, key);
        german["name.short"].ShouldBe(english["name.short"]);
    }

    [Fact]
    public void It_asks_for_nothing_it_does_not_use()
    {
        var manifest = Packed.Manifest.AsObject();
        manifest.ShouldNotContainKey("authorization");
        manifest.ShouldNotContainKey("webApplicationInfo");
        manifest.ShouldNotContainKey("devicePermissions");
        manifest["validDomains"]!.AsArray().ShouldBeEmpty();
        var bot = manifest["bots"]![0]!.AsObject();
        bot["isNotificationOnly"]!.GetValue<bool>().ShouldBeFalse();
        bot["supportsFiles"]!.GetValue<bool>().ShouldBeTrue("a list to import is sent as a file");
        bot["supportsTargetedMessages"]!.GetValue<bool>().ShouldBeTrue();
    }
}
