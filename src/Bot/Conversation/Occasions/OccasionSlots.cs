namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>What the commands about occasions take.</summary>
internal static class OccasionSlots
{
    private const string InChannel = "channel";
    private const string Privately = "private";
    private const string Once = "once";

    /// <summary>How often an occasion comes.</summary>
    public static readonly Slot Often = new("often", SlotKind.Choice, OccasionTexts.Often)
    {
        Hint = OccasionTexts.OftenHint,
        Word = new("once/yearly", "einmalig/jährlich"),
        Choices =
        [
            new("yearly", new("yearly|every year|annual", "jährlich|jedes jahr"), OccasionTexts.Yearly),
            new(Once, new("once|only once|one-off", "einmalig|nur einmal"), OccasionTexts.Once),
        ],
    };

    /// <summary>That a success looks good before the contact's own boss.</summary>
    public static readonly Slot ForBoss = new("boss", SlotKind.Choice, OccasionTexts.ForBoss)
    {
        Word = new("for their boss", "für die Chefetage"),
        Choices = [new("Yes", new("good for their boss|for their boss", "gut für die chefetage|für die chefetage|gut für ihren chef|für ihren chef|für ihre chefin"), OccasionTexts.ForBossYes)],
    };

    /// <summary>Who hears of somebody's occasions, where that is all a command is about.</summary>
    public static readonly Slot Audience = new("audience", SlotKind.Choice, OccasionTexts.Audience)
    {
        Word = new("in the channel/privately", "im kanal/vertraulich"),
        Choices =
        [
            new(InChannel, new("in the channel|channel|to the channel|publicly|public|everyone|for everyone", "im kanal|kanal|öffentlich|alle|für alle"), OccasionTexts.EveryoneInChannel),
            new(Privately, new("privately|private|in private|only the owner|owner only", "vertraulich|privat|nur die betreuung|nur betreuung"), OccasionTexts.OnlyOwner),
        ],
    };

    /// <summary>The same beside other things: only words that nothing else is said with.</summary>
    public static readonly Slot AlsoAudience = Audience with
    {
        Hint = OccasionTexts.AudienceHint,
        Choices =
        [
            Audience.Choices[0] with { Spellings = new("in the channel", "im kanal") },
            Audience.Choices[1] with { Spellings = new("privately", "vertraulich") },
        ],
    };

    /// <summary>Whether an occasion comes once; null where nobody said so.</summary>
    public static bool? IsOnce(this Arguments arguments) => arguments.Choice(Often.Name) is { } often ? often == Once : null;

    /// <summary>Has somebody's occasions be heard of as was said; as before where nothing was.</summary>
    public static void SetAudience(this Contact contact, Arguments arguments)
    {
        if (arguments.Choice(Audience.Name) is { } audience) contact.OccasionsInChannel = audience == InChannel;
    }
}
