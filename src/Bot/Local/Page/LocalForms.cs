using AccountNudge.Bot.Local.Chat;
using NodaTime.TimeZones;

namespace AccountNudge.Bot.Local.Page;

/// <summary>The page's own forms: the first start, a new channel, a new person.</summary>
public static class LocalForms
{
    public const string Prefix = "local.";

    /// <summary>The form of the first start.</summary>
    public const string Start = "start";
    private static readonly Text YourName = new($"Your name", $"‹Dein|Ihr› Name");
    private static readonly Text PersonName = new($"Name", $"Name");
    private static readonly Text ChannelName = new($"Channel name", $"Name des Kanals");
    private static readonly Text ChannelHint = new($"Such as the name of your team. AccountNudge will be invited right away.", $"Etwa der Name ‹deines|Ihres› Teams. AccountNudge wird gleich eingeladen.");
    private static readonly Text LanguageLabel = new($"Language", $"Sprache");
    private static readonly Text ZoneLabel = new($"Time zone", $"Zeitzone");
    private static readonly Text Outsiders = new($"Shared with outsiders", $"Mit Außenstehenden geteilt");
    private static readonly Text GuestLabel = new($"Guest from outside", $"Gast von außen");
    private static readonly Text Joins = new($"Joins the channel", $"Kommt in den Kanal");
    private static readonly Text Yes = new($"Yes", $"Ja");
    private static readonly Text No = new($"No", $"Nein");
    private static readonly Text Begin = new($"Begin", $"Beginnen");
    private static readonly Text BeginAnew = new($"Delete everything and begin", $"Alles löschen und beginnen");
    private static readonly Text Create = new($"Create", $"Anlegen");
    private static readonly FieldChoice[] Languages = [new("en-GB", "English"), new("de-DE", "Deutsch"), new("de-CH", "Deutsch (Schweiz)")];

    /// <summary>A form by name; null when there is none of that name.</summary>
    public static Form? Open(string name, Voice voice, Roster roster, string? place) => name switch
    {
        Start => new Form(Prefix + name, PageTexts.StartEmpty.Plain(voice), [NameField(YourName, voice), Channel(voice), .. Where(voice)], (roster.IsEmpty ? Begin : BeginAnew).Plain(voice)),
        "channel" => new Form(Prefix + name, PageTexts.NewChannel.Plain(voice), [Channel(voice), YesOrNo("shared", Outsiders, voice)], Create.Plain(voice)),
        "person" => new Form(Prefix + name, PageTexts.NewPerson.Plain(voice), [NameField(PersonName, voice), .. Where(voice), Home(voice, roster, place), YesOrNo("guest", GuestLabel, voice)], Create.Plain(voice)),
        _ => null,
    };

    private static Field NameField(Text label, Voice voice) => new("name", label.Plain(voice), FieldKind.Line) { Required = true };

    private static Field Channel(Voice voice) =>
        new("channel", ChannelName.Plain(voice), FieldKind.Line) { Required = true, Hint = ChannelHint.Plain(voice) };

    private static Field[] Where(Voice voice) =>
    [
        new("locale", LanguageLabel.Plain(voice), FieldKind.Choice) { Required = true, Choices = Languages, Value = voice.Language == Language.English ? "en-GB" : voice.SharpS ? "de-DE" : "de-CH" },
        new("zone", ZoneLabel.Plain(voice), FieldKind.Suggest) { Required = true, Choices = Zones, Value = voice.Language == Language.English ? "Europe/London" : voice.SharpS ? "Europe/Berlin" : "Europe/Zurich" },
    ];

    private static Field Home(Voice voice, Roster roster, string? place) =>
        new("channel", Joins.Plain(voice), FieldKind.Choice) { Required = true, Value = place ?? "", Choices = [.. roster.Channels.Select(channel => new FieldChoice(channel.Id, "#" + channel.Name))] };

    private static Field YesOrNo(string name, Text label, Voice voice) =>
        new(name, label.Plain(voice), FieldKind.Choice) { Required = true, Value = "no", Choices = [new("no", No.Plain(voice)), new("yes", Yes.Plain(voice))] };

    private static IReadOnlyList<FieldChoice> Zones { get; } =
        [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(place => place.ZoneId).Distinct().Order(StringComparer.Ordinal).Select(id => new FieldChoice(id, ""))];
}
