using AccountNudge.Bot.Local.Chat;

namespace AccountNudge.Bot.Local.Page;

/// <summary>Everything one look at the page shows, gathered before anything is drawn.</summary>
public sealed record PageView(Roster Roster, LocalPerson Person, string Place, IReadOnlySet<string> Unread, IReadOnlyList<MessageRow> Rows, LocalDateTime Now)
{
    public Voice Voice => PageTexts.VoiceFor(Person.Locale);

    /// <summary>The channel; null in direct messages.</summary>
    public LocalChannel? Channel => Roster.Channel(Place);

    public bool CanTravel { get; init; }

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
public sealed record MessageRow(LocalMessage Message, Card Card, LocalPerson? Author, LocalDateTime At, bool FirstOfDay)
{
    /// <summary>Changes when it must be drawn anew.</summary>
    public string Version => $"{Message.Sequence}.{Message.Edits}";
}

/// <summary>Gathers what the page shows.</summary>
public sealed class PageViews(LocalChat chat, LocalClock clock)
{
    public const int Usual = 60;

    /// <summary>The page for a person at a place; falls back to somebody, somewhere they may be. Null while nobody is there at all.</summary>
    public async Task<PageView?> Gather(string? personId, string? place, int? most, CancellationToken cancellation)
    {
        var roster = await chat.Roster(cancellation);
        if (roster.IsEmpty) return null;
        var person = roster.Person(personId) ?? roster.People.FirstOrDefault(someone => !someone.IsGuest) ?? roster.People[0];
        var here = place is not null && roster.MayBeIn(person.Id, place) ? place : Home(roster, person);
        var limit = Math.Clamp(most ?? Usual, Usual, 2000);
        var messages = await chat.Messages(here, person.Id, limit + 1, cancellation);
        var shown = messages.TakeLast(limit).ToList();
        if (shown.Count > 0) await chat.Read(person.Id, here, shown[^1].Sequence, cancellation);
        var unread = await chat.Unread(person.Id, cancellation);
        return new PageView(roster, person, here, unread, Rows(shown, roster, person.Zone), clock.Now.InZone(person.Zone).LocalDateTime)
        {
            CanTravel = clock.CanTravel,
            Most = limit,
            HasEarlier = messages.Count > limit,
        };
    }

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
            rows.Add(new MessageRow(message, CardJson.Read(message.Card), roster.Person(message.AuthorId), at, newDay));
        }

        return rows;
    }
}
