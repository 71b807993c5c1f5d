using AccountNudge.Bot.Hosting;
using AccountNudge.Core.Access;

namespace AccountNudge.Bot.Conversation.Access;

/// <summary>The speaker's private calendar address: turned on, made anew, turned off. It is off until they ask for it.</summary>
internal sealed class CalendarCommand(IServiceProvider services) : Command(
    new("calendar", CommandGroup.LookAfter, new("calendar", "kalender"), CalendarTexts.Does, CalendarTexts.Example, CalendarTexts.Title))
{
    private const string On = "on", Anew = "new", Off = "off";

    private static readonly Slot What = new("what", SlotKind.Choice, CalendarTexts.What)
    {
        Required = true,
        Hint = CalendarTexts.WhatHint,
        Choices =
        [
            new(On, new("on", "an|ein"), CalendarTexts.On),
            new(Anew, new("new|renew", "neu|erneuern"), CalendarTexts.Anew),
            new(Off, new("off", "aus"), CalendarTexts.Off),
        ],
    };

    public override IReadOnlyList<Slot> Slots { get; } = [What];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (me, voice, what) = (turn.Speaker, turn.OwnVoice, arguments.Choice(What.Name));
        var known = await turn.Store.CalendarFeeds.FirstOrDefaultAsync(feed => feed.MemberId == me.Id, cancellation);
        if (what == On && known is not null) return Replies.Hint(turn, CalendarTexts.IsOn(turn.Turn.Call));
        if (what == Off && known is null) return Replies.Hint(turn, CalendarTexts.IsOff(turn.Turn.Call));
        if (known is not null)
        {
            turn.Store.CalendarFeeds.Remove(known);
            // A member has one at most: the old one goes first.
            await turn.Store.SaveChangesAsync(cancellation);
        }

        if (what == Off) return Replies.Hint(turn, CalendarTexts.Ended);
        var secret = Secret.New(CalendarFeed.Prefix);
        turn.Store.CalendarFeeds.Add(new CalendarFeed { WorkspaceId = turn.Workspace.Id, MemberId = me.Id, Hash = secret.Hash, MadeAt = turn.Now });
        var path = CalendarAddress.PathOf(secret.Text);
        var address = services.GetService<PublicAddress>()?.Of(path);
        return Reply.Asker(new Card((known is null ? CalendarTexts.Begun : CalendarTexts.Renewed).In(voice), [
            new Paragraph(address?.AbsoluteUri ?? path),
            .. address is null ? [new Paragraph(CalendarTexts.Elsewhere.In(voice))] : Array.Empty<CardPart>(),
            new Paragraph(CalendarTexts.Subscribe.In(voice)),
            new Note(CalendarTexts.ForYouAlone(turn.Turn.Call).In(voice)),
        ]));
    }
}

/// <summary>Where a calendar is read.</summary>
internal static class CalendarAddress
{
    /// <summary>The route, with the secret in it.</summary>
    public const string Route = "/calendar/{secret}.ics";

    /// <summary>The path of a secret.</summary>
    public static string PathOf(string secret) => Route.Replace("{secret}", secret, StringComparison.Ordinal);
}

/// <summary>The words about one's own calendar.</summary>
internal static class CalendarTexts
{
    public static readonly Text Does = new($"brings your occasions, promises and plans into your calendar", $"bringt eigene Anlässe, Zusagen und Vorhaben in den Kalender");
    public static readonly Text Example = new($"calendar on", $"kalender an");
    public static readonly Text Title = new($"My calendar", $"Mein Kalender");
    public static readonly Text What = new($"Calendar address", $"Kalenderadresse");
    public static readonly Text WhatHint = new($"A private address to which your calendar app subscribes", $"Eine private Adresse, die die Kalender-App abonniert");
    public static readonly Text On = new($"on", $"an");
    public static readonly Text Anew = new($"a new address", $"neue Adresse");
    public static readonly Text Off = new($"off", $"aus");

    public static readonly Text Begun = new($"Your calendar has an address now", $"‹Dein|Ihr› Kalender hat jetzt eine Adresse");
    public static readonly Text Renewed = new($"Your calendar has a new address; the old one no longer works", $"‹Dein|Ihr› Kalender hat eine neue Adresse, die alte gilt nicht mehr");
    public static readonly Text Ended = new($"Your calendar address no longer works.", $"‹Deine|Ihre› Kalenderadresse gilt nicht mehr.");

    public static readonly Text Subscribe = new(
        $"Subscribe to it in your calendar app: the occasions of the clients you look after, your promises and your plans then stand there.",
        $"In der Kalender-App als Abonnement hinzufügen: Dort stehen dann die Anlässe der Kunden, die ‹du betreust|Sie betreuen›, und ‹deine|Ihre› Zusagen und Vorhaben.");

    public static readonly Text Elsewhere = new(
        $"It begins with the address at which I’m reached from outside. Whoever runs me knows it, and can set it as PublicUrl.",
        $"Davor gehört die Adresse, unter der ich von außen zu erreichen bin. Wer mich betreibt, kennt sie und kann sie als PublicUrl einstellen.");

    public static Text ForYouAlone(string call) => new(
        $"Whoever has the address can read it, and I only show it this once. “{call}calendar new” changes it, “{call}calendar off” ends it.",
        $"Wer die Adresse hat, kann mitlesen, und ich zeige sie nur dieses eine Mal. „{call}kalender neu“ ändert sie, „{call}kalender aus“ beendet sie.");

    public static Text IsOn(string call) => new(
        $"Your calendar already has an address. “{call}calendar new” gives it another one; the old one then stops working.",
        $"‹Dein|Ihr› Kalender hat schon eine Adresse. Mit „{call}kalender neu“ bekommt er eine andere; die alte gilt dann nicht mehr.");

    public static Text IsOff(string call) => new(
        $"Your calendar has no address. “{call}calendar on” gives it one.",
        $"‹Dein|Ihr› Kalender hat keine Adresse. Mit „{call}kalender an“ bekommt er eine.");
}
