using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Teams;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Manifest;
using NodaTime;

namespace AccountNudge.Bot.Tests.Teams.Manifest;

/// <summary>docs/teams.md names what there is.</summary>
public sealed class TeamsDocsTests
{
    private static readonly string Docs = Repository.Read("docs/teams.md");

    [Fact]
    public void Every_setting_is_explained()
    {
        foreach (var property in typeof(TeamsSettings).GetProperties()) Docs.ShouldContain($"| `Teams:{property.Name}` |");
        foreach (var usual in new[] { TeamsSettings.UsualOpenIdMetadataUrl, TeamsSettings.UsualAuthorityUrl }) Docs.ShouldContain($"`{usual}`");
    }

    [Fact]
    public void What_the_manifest_asks_for_is_explained()
    {
        var manifest = Package.Of().Manifest;
        var bot = manifest["bots"]![0]!.AsObject();
        var asked = manifest["permissions"]!.AsArray().Concat(bot["scopes"]!.AsArray()).Concat(manifest["composeExtensions"]![0]!["commands"]!.AsArray().Select(command => command!["id"]));
        foreach (var name in asked) Docs.ShouldContain($"`{name}`");
        Docs.ShouldContain("`supportsTargetedMessages`");
    }

    [Fact]
    public void How_to_pack_is_told_as_the_packer_takes_it()
    {
        var line = Docs.Split('\n').Single(line => line.Trim().StartsWith("./run manifest", StringComparison.Ordinal)).Trim();
        var arguments = line.Replace("YOUR-APP-ID", Package.AppId, StringComparison.Ordinal).Split(' ')[2..];
        var (particulars, problems) = Particulars.Read(arguments);
        problems.ShouldBeEmpty();
        Docs.ShouldContain($"`{particulars!.Out}`");
        foreach (var option in new[] { "company", "website", "privacy", "terms", "out" }) Docs.ShouldContain($"`--{option}`");
    }

    [Fact]
    public async Task The_first_words_are_understood()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var lines = Docs.Split('\n', '`').Select(line => line.Trim()).Where(line => line.StartsWith("@AccountNudge ", StringComparison.Ordinal) && !line.EndsWith('…')).ToList();
        lines.Count.ShouldBe(3);
        foreach (var line in lines)
        {
            var reading = CommandReader.Read(line["@AccountNudge ".Length..], talk.Commands, [], new LocalDateTime(2027, 3, 1, 10, 0));
            (reading is Understood or UnknownName { Slot.Kind: SlotKind.Account }).ShouldBeTrue(line);
        }
    }
}
