using System.Globalization;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Local.Chat;

/// <summary>Answers a turn; unless registered otherwise, <see cref="TurnHandler.Answer"/> in a scope of its own.</summary>
public delegate Task<Reply> LocalAnswer(Turn turn, CancellationToken cancellation);

/// <summary>Somebody at a place, about to do one thing.</summary>
/// <param name="Key">Its own; the same thing sent twice is done once.</param>
/// <param name="People">Everyone who can be mentioned.</param>
/// <param name="Person">Who.</param>
/// <param name="Place">Where.</param>
/// <param name="Channel">The channel; null in direct messages.</param>
public sealed record LocalAct(string Key, IReadOnlyList<LocalPerson> People, LocalPerson Person, string Place, LocalChannel? Channel)
{
    /// <summary>The act as the conversation takes it.</summary>
    public Turn Turn(TurnInput input) => new(
        Key,
        LocalPlace.Platform,
        LocalPlace.Platform,
        Channel is null ? new ChatChannel(Place, Person.Name, IsDirect: true) : new ChatChannel(Channel.Id, Channel.Name, IsDirect: false, Channel.IsShared),
        Chat(Person),
        input);

    /// <summary>A line to the bot, with the people of the channel whom it mentions.</summary>
    public Turn Say(string text)
    {
        var runs = LocalMentions.Read(text, People);
        var mentioned = runs.OfType<Mention>().Select(mention => mention.PersonId).ToHashSet(StringComparer.Ordinal);
        var present = People.Where(person => mentioned.Contains(person.Id) && Channel?.Members.Any(member => member.PersonId == person.Id) == true);
        return Turn(new Typed(LocalMentions.Typed(runs))) with { Mentioned = [.. present.Select(Chat)] };
    }

    /// <summary>A person as the conversation knows them.</summary>
    public static ChatPerson Chat(LocalPerson person) => new(person.Id, person.Name, person.Locale, person.Zone, person.IsGuest);
}

/// <summary>What the page shows after an act, beside the messages that came of it.</summary>
public sealed record LocalOutcome
{
    public static readonly LocalOutcome Done = new();

    /// <summary>A line below the composer.</summary>
    public Text? Hint { get; init; }

    /// <summary>A form to open.</summary>
    public Form? Form { get; init; }

    /// <summary>A file to save.</summary>
    public ReplyFile? File { get; init; }

    /// <summary>What is wrong with a submission, by field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}

/// <summary>Carries what people do on the page to the conversation, and what it answers back into the chat.</summary>
public sealed class LocalTalk(LocalChat chat, LocalAnswer answer, Stores stores)
{
    private static readonly Text HowToTalk = new(
        $"AccountNudge isn’t reading along here. Begin with /nudge or @AccountNudge to talk to it, or write a direct message.",
        $"AccountNudge liest hier nicht mit. ‹Beginne|Beginnen Sie› mit /nudge oder @AccountNudge, oder ‹schreib|schreiben Sie› eine Direktnachricht.");

    private static readonly Text AnsweredDirectly = new(
        $"Outsiders are in this channel, so AccountNudge answered in direct messages.",
        $"In diesem Kanal sind Außenstehende; AccountNudge hat in den Direktnachrichten geantwortet.");

    private static readonly Text NothingForGuests = new(
        $"AccountNudge doesn’t talk to guests.",
        $"AccountNudge spricht nicht mit Gästen.");

    /// <summary>Sends a line. In a channel the bot hears only what begins with its name; a slash command is seen by its author alone.</summary>
    public async Task<LocalOutcome> Say(LocalAct act, string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(act);
        var line = text.Trim();
        if (line.Length == 0) return LocalOutcome.Done;
        var toBot = LocalMentions.ToBot(line);
        var onlyFor = toBot is not null && line[0] == '/' ? act.Person.Id : null;
        await chat.Post(chat.Draft($"{act.Key}:said", act.Place, act.Person.Id, new Card(new RichText(LocalMentions.Read(line, act.People))), onlyFor), cancellation);
        if (toBot is null && act.Channel is not null) return new LocalOutcome { Hint = HowToTalk };
        return await Ask(act, act.Say(toBot ?? line), null, cancellation);
    }

    /// <summary>Sends a file to the bot.</summary>
    public async Task<LocalOutcome> Send(LocalAct act, string name, byte[] content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(content);
        await chat.Post(chat.Draft($"{act.Key}:said", act.Place, act.Person.Id, new Card($"📎 {name}"), act.Person.Id), cancellation);
        return await Ask(act, act.Turn(new FileSent(name) { Content = content }), null, cancellation);
    }

    /// <summary>Presses a button on a message.</summary>
    public Task<LocalOutcome> Press(LocalAct act, long message, Pressed pressed, CancellationToken cancellation) =>
        Ask(act, act.Turn(pressed), message, cancellation);

    /// <summary>Submits a form, which a button on a message may have opened.</summary>
    public Task<LocalOutcome> Submit(LocalAct act, long? message, Submitted submitted, CancellationToken cancellation) =>
        Ask(act, act.Turn(submitted), message, cancellation);

    /// <summary>Invites the bot into a channel.</summary>
    public Task<LocalOutcome> Invite(LocalAct act, CancellationToken cancellation) =>
        Ask(act, act.Turn(new Invited()), null, cancellation);

    private async Task<LocalOutcome> Ask(LocalAct act, Turn turn, long? message, CancellationToken cancellation)
    {
        var reply = await answer(turn, cancellation);
        var hint = act.Person.IsGuest && reply.Card is null ? NothingForGuests : null;
        if (reply.Card is { } card) hint = await Show(act, reply, card, message, cancellation);
        if (reply.Aside is { } aside) await chat.Post(chat.Draft($"{act.Key}:aside", act.Place, null, new Card(aside), act.Person.Id), cancellation);
        return new LocalOutcome { Form = reply.Form, File = reply.File, Errors = reply.Errors, Hint = hint };
    }

    private async Task<Text?> Show(LocalAct act, Reply reply, Card card, long? message, CancellationToken cancellation)
    {
        if (reply.IsRenewed) return null;
        var isMine = message is { } pressed && await IsForOne(act, pressed, cancellation);
        var replaces = reply.Replaces ? !reply.OnlyAsker || isMine : reply.AnswersQuestion && isMine && (reply.OnlyAsker || act.Channel is null);
        if (replaces && message is { } sequence && await chat.Replace(act.Place, sequence, card, cancellation))
        {
            await Stands(reply, sequence, cancellation);
            return null;
        }

        var aside = act.Channel?.IsShared == true;
        var place = aside ? LocalPlace.Direct(act.Person.Id) : act.Place;
        var posted = await chat.Post(chat.Draft($"{act.Key}:reply", place, null, card, reply.OnlyAsker ? act.Person.Id : null), cancellation);
        await Stands(reply, posted, cancellation);
        if (isMine && reply.AnswersQuestion) await chat.Remove(act.Place, message!.Value, cancellation);
        return aside ? AnsweredDirectly : null;
    }

    private async Task Stands(Reply reply, long sequence, CancellationToken cancellation)
    {
        if (reply.Live is { } live) await stores.AnswerStands(live.PostId, sequence.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>Whether nobody else sees a message: a personal answer never takes the place of what others see.</summary>
    private async Task<bool> IsForOne(LocalAct act, long sequence, CancellationToken cancellation) =>
        act.Channel is null || (await chat.Message(sequence, cancellation))?.OnlyFor == act.Person.Id;
}
