using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>What a note about a talk takes.</summary>
internal static class LogSlots
{
    public static readonly Slot Kind = new(CommonSlots.KindName, SlotKind.Choice, LogTexts.KindLabel)
    {
        Choices =
        [
            Of(InteractionKind.Call, "call|phone call", "anruf|telefonat"),
            Of(InteractionKind.Visit, "visit|meeting", "besuch|treffen"),
            Of(InteractionKind.Video, "video|video call", "video|videogespräch"),
            Of(InteractionKind.Mail, "mail|email|e-mail|letter", "mail|e-mail|brief"),
            Of(InteractionKind.Chat, "chat|sms|message", "chat|sms|nachricht"),
            Of(InteractionKind.Greeting, "greeting|greetings", "gruß|grüße|glückwunsch"),
            Of(InteractionKind.Gift, "gift", "geschenk"),
            Of(InteractionKind.Newsletter, "newsletter", "newsletter"),
            Of(InteractionKind.Note, "note", "notiz"),
        ],
    };

    public static readonly Slot Contact = CommonSlots.Contact(new("with|to", "mit|an"), LogTexts.WithLabel);
    public static readonly Slot When = new("when", SlotKind.When, LogTexts.WhenLabel) { Past = true };

    public static readonly Slot Balance = new("balance", SlotKind.Choice, LogTexts.BalanceLabel)
    {
        Word = new("give/ask", "gegeben/gebeten"),
        Choices =
        [
            new(nameof(Core.Interactions.Balance.Give), new("give|given|gave", "gegeben"), LogTexts.Given),
            new(nameof(Core.Interactions.Balance.Ask), new("ask|asked", "gebeten|bitte"), LogTexts.Asked),
        ],
    };

    /// <summary>A talk about nothing in particular; the words say nothing else, so that no sentence loses them.</summary>
    public const string NoAgenda = "None";

    public static readonly Slot Agenda = new("agenda", SlotKind.Choice, LogTexts.AgendaLabel)
    {
        Word = new("no agenda", "einfach so"),
        Choices = [new(NoAgenda, new("no agenda|without an agenda|without agenda|just to talk", "einfach so|ohne anliegen|ohne agenda|ohne tagesordnung"), LogTexts.NoAgenda)],
    };

    public static readonly Slot Mood = new("mood", SlotKind.Choice, LogTexts.MoodLabel)
    {
        Word = new("good/so-so/tense", "gut/geht so/angespannt"),
        Choices =
        [
            new(nameof(Core.Interactions.Mood.Good), new("good", "gut"), LogTexts.Good),
            new(nameof(Core.Interactions.Mood.SoSo), new("so-so|soso", "geht so|so lala|solala"), LogTexts.SoSo),
            new(nameof(Core.Interactions.Mood.Tense), new("tense", "angespannt"), LogTexts.Tense),
        ],
    };

    /// <summary>Only words that say nothing else, so that no sentence loses a "they" or an "in"; verbs are among the <see cref="LogSayings"/>.</summary>
    public static readonly Slot Direction = new("direction", SlotKind.Choice, LogTexts.DirectionLabel)
    {
        Word = new("incoming/outgoing", "eingehend/ausgehend"),
        Choices =
        [
            new(nameof(Core.Interactions.Direction.They), new("incoming|inbound|from them", "eingehend|von ihnen"), LogTexts.They),
            new(nameof(Core.Interactions.Direction.We), new("outgoing|outbound|by us", "ausgehend|von uns"), LogTexts.We),
        ],
    };

    public static readonly Slot Words = CommonSlots.Text(LogTexts.WordsLabel);

    /// <summary>The chosen value of a slot whose choices are named after an enumeration.</summary>
    public static T Chosen<T>(this Arguments arguments, Slot slot, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse<T>(arguments.Choice(slot.Name), out var chosen) ? chosen : otherwise;

    private static SlotChoice Of(InteractionKind kind, string english, string german) => new(kind.ToString(), new Phrase(english, german), LogTexts.Kind(kind));
}
