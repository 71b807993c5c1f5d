using AccountNudge.Bot.Local.Chat;

namespace AccountNudge.Bot.Local.Page;

/// <summary>Everything one look at the page shows, gathered before anything is drawn.</summary>
public sealed record PageView(Roster Roster, LocalPerson Person, string Place, IReadOnlySet<string> Unread, IReadOnlyList<MessageRow> Rows, LocalDateTime Now)
{
    public Voice Voice => PageTexts.VoiceFor(Person.Locale);

    /// <summary>The channel; null in direct messages.</summary>
    public LocalChannel? Channel => Roster.Channel(Place);

    public bool CanTravel { get; init; }

    /// <summary>The journey in time that is under way.</summary>
    public Journey? Journey { get; init; }

    /// <summary>How many messages may be shown, and whether there are more.</summary>
    public int Most { get; init; }

    public bool HasEarlier { get; init; }

    /// <summary>The address of a place for the same person.</summary>
    public string Address(string place, int? most = null) =>
        $"/?as={Uri.EscapeDataString(Person.Id)}&in={Uri.EscapeDataString(place)}{(most is null ? "" : $"&most={most}")}";
}

/// <summary>One message as it is drawn.</summary>
/// <param name="Message">The message.</param>
/// <param name="Card">Its card, read.</param>
/// <param name="Author">Who wrote it; null when it was the bot, or somebody who is no longer there.</param>
/// <param name="At">When, in the reader's zone.</param>
/// <param name="FirstOfDay">Begins a new day.</param>
/// <param name="Continues">Follows soon after a message of the same speaker to the same readers, whose name and time stand above both.</param>
public sealed record MessageRow(LocalMessage Message, Card Card, LocalPerson? Author, LocalDateTime At, bool FirstOfDay, bool Continues)
{
    /// <summary>Changes when it must be drawn anew.</summary>
    public string Version => $"{Message.Sequence}.{Message.Edits}{(Continues ? ".continues" : "")}";
}

/// <summary>Gathers what the page shows.</summary>
public sealed class PageViews(LocalChat chat, LocalClock clock)
{
    public const int Usual = 60;
    private static readonly Duration Soon = Duration.FromMinutes(5);

    /// <summary>The page for a person at a place; falls back to somebody of the browser's language, somewhere they may be. Null while nobody is there at all.</summary>
    public async Task<PageView?> Gather(string? personId, string? place, int? most, Voice browser, CancellationToken cancellation)
    {
        var roster = await chat.Roster(cancellation);
        if (roster.IsEmpty) return null;
        var person = roster.Person(personId) ?? Somebody(roster, browser);
        var here = place is not null && roster.MayBeIn(person.Id, place) ? place : Home(roster, person);
        var limit = Math.Clamp(most ?? Usual, Usual, 2000);
        var messages = await chat.Messages(here, person.Id, limit + 1, cancellation);
        var shown = messages.TakeLast(limit).ToList();
        if (shown.Count > 0) await chat.Read(person.Id, here, shown[^1].Sequence, cancellation);
        var unread = await chat.Unread(person.Id, cancellation);
        return new PageView(roster, person, here, unread, Rows(shown, roster, person.Zone), clock.Now.InZone(person.Zone).LocalDateTime)
        {
            CanTravel = clock.CanTravel,
            Journey = clock.UnderWay,
            Most = limit,
            HasEarlier = messages.Count > limit,
        };
    }

    private static LocalPerson Somebody(Roster roster, Voice browser) => roster.People
        .OrderBy(person => person.IsGuest).ThenByDescending(person => PageTexts.VoiceFor(person.Locale).Language == browser.Language).First();

    /// <summary>The first channel without outsiders, else the direct messages.</summary>
    private static string Home(Roster roster, LocalPerson person) =>
        roster.ChannelsOf(person.Id).OrderBy(channel => channel.IsShared).FirstOrDefault()?.Id ?? LocalPlace.Direct(person.Id);

    private static List<MessageRow> Rows(List<LocalMessage> messages, Roster roster, DateTimeZone zone)
    {
        var rows = new List<MessageRow>();
        foreach (var message in messages)
        {
            var at = message.Posted.InZone(zone).LocalDateTime;
            var newDay = rows.Count == 0 || rows[^1].At.Date != at.Date;
            var continues = !newDay && Continues(rows[^1].Message, message);
            rows.Add(new MessageRow(message, CardJson.Read(message.Card), roster.Person(message.AuthorId), at, newDay, continues));
        }

        return rows;
    }

    private static bool Continues(LocalMessage before, LocalMessage message) =>
        before.AuthorId == message.AuthorId && before.OnlyFor == message.OnlyFor && message.Posted - before.Posted < Soon;
}
