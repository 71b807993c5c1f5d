using System.Buffers;
using AccountNudge.Bot.Local.Chat;

namespace AccountNudge.Bot.Local.Page;

/// <summary>Does what the page's own forms ask for.</summary>
public sealed class LocalSetup(LocalChat chat, LocalTalk talk, LocalPlatform platform, LocalClock clock)
{
    private static readonly Text UnknownZone = new($"That isn’t a time zone. Choose one from the list.", $"Das ist keine Zeitzone. Bitte eine aus der Liste wählen.");
    private static readonly Text TakenName = new($"That name is already taken.", $"Diesen Namen gibt es schon.");
    private static readonly Text BadName = new($"Please leave out @, [, ] and |, and keep it to 60 characters.", $"Bitte ohne @, [, ] und |, höchstens 60 Zeichen.");
    private static readonly SearchValues<char> Reserved = SearchValues.Create("@[]|#\n");

    /// <summary>What came of it: where to go, or what is wrong by field.</summary>
    public sealed record Result(string? Person, string? Place, IReadOnlyDictionary<string, string> Errors);

    public async Task<Result> Submit(string form, LocalPerson? speaker, IReadOnlyDictionary<string, string> values, Voice voice, CancellationToken cancellation)
    {
        var begins = form == LocalForms.Prefix + LocalForms.Start;
        var roster = begins ? new Roster([], []) : await chat.Roster(cancellation);
        var errors = Errors(form, roster, values, voice);
        if (errors.Count > 0) return new Result(null, null, errors);
        return form[LocalForms.Prefix.Length..] switch
        {
            LocalForms.Start => await Start(values, cancellation),
            "channel" when speaker is not null => await Open(speaker, values, cancellation),
            "person" when speaker is not null => await Welcome(speaker, roster, values, cancellation),
            _ => new Result(speaker?.Id, null, errors),
        };
    }

    /// <summary>A try-out can be begun anew; what is there by the real clock is kept.</summary>
    private async Task<Result> Start(IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        if (!(await chat.Roster(cancellation)).IsEmpty)
        {
            if (!clock.CanTravel) return new Result(null, null, new Dictionary<string, string>());
            await chat.Forget(cancellation);
        }

        var person = Person(values);
        await chat.Add(person, cancellation);
        return await Open(person, values, cancellation);
    }

    private async Task<Result> Open(LocalPerson creator, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        var channel = new LocalChannel { Id = NewId("c"), Name = Value(values, "channel").TrimStart('#'), IsShared = Value(values, "shared") == "yes" };
        channel.Members.Add(new LocalMembership { ChannelId = channel.Id, PersonId = creator.Id });
        await chat.Add(channel, cancellation);
        var act = new LocalAct(Guid.NewGuid().ToString("N"), [creator], creator, channel.Id, channel);
        await talk.Invite(act, cancellation);
        return new Result(creator.Id, channel.Id, new Dictionary<string, string>());
    }

    private async Task<Result> Welcome(LocalPerson speaker, Roster roster, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        var person = Person(values);
        await chat.Add(person, cancellation);
        if (roster.Channel(Value(values, "channel")) is not { } channel) return new Result(speaker.Id, null, new Dictionary<string, string>());
        await chat.Join(channel.Id, person.Id, cancellation);
        await platform.FollowHome(LocalPlace.Platform, channel.Id, cancellation);
        return new Result(speaker.Id, channel.Id, new Dictionary<string, string>());
    }

    private static LocalPerson Person(IReadOnlyDictionary<string, string> values) => new()
    {
        Id = NewId("p"),
        Name = Value(values, "name"),
        Locale = Value(values, "locale"),
        Zone = DateTimeZoneProviders.Tzdb[Value(values, "zone")],
        IsGuest = Value(values, "guest") == "yes",
    };

    private static Dictionary<string, string> Errors(string form, Roster roster, IReadOnlyDictionary<string, string> values, Voice voice)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (values.ContainsKey("name")) CheckName("name", roster.People.Select(person => person.Name));
        if (form != LocalForms.Prefix + "person") CheckName("channel", roster.Channels.Select(channel => channel.Name));
        if (values.ContainsKey("zone") && DateTimeZoneProviders.Tzdb.GetZoneOrNull(Value(values, "zone")) is null) errors["zone"] = UnknownZone.Plain(voice);
        return errors;

        void CheckName(string field, IEnumerable<string> taken)
        {
            var name = Value(values, field);
            if (name.Length == 0) errors[field] = PageTexts.Required.Plain(voice);
            else if (name.Length > 60 || name.TrimStart('#').AsSpan().ContainsAny(Reserved)) errors[field] = BadName.Plain(voice);
            else if (taken.Contains(name.TrimStart('#'), StringComparer.CurrentCultureIgnoreCase)) errors[field] = TakenName.Plain(voice);
        }
    }

    private static string NewId(string kind) => $"{kind}-{Guid.NewGuid():N}"[..14];

    private static string Value(IReadOnlyDictionary<string, string> values, string field) => values.GetValueOrDefault(field, "").Trim();
}
