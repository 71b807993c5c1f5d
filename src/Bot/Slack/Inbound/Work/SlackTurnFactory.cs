using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Slack.People;
using AccountNudge.Core.Import;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>Turns what Slack delivers into turns: who, where, and what was meant.</summary>
internal sealed class SlackTurnFactory(SlackApi api, SlackPeople people, SlackSettings settings)
{
    /// <summary>The action of a button that says again what was typed, this time where a form can open.</summary>
    public const string Again = "slack.again";
    private const int MostPages = 5;
    private static readonly TimeSpan LongestAsking = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestLink = TimeSpan.FromMilliseconds(800);

    /// <summary>The turn; null when there is nobody to answer: no installation, or a channel somebody else joined.</summary>
    /// <exception cref="NotYetException">Slack does not tell yet who or where it is.</exception>
    public async Task<SlackTurn?> Of(SlackAction action, CancellationToken cancellation)
    {
        if (await api.Installed(action.WorkspaceId, cancellation) is not { } installation) return null;
        if (action is Joined joined && joined.MemberId != installation.BotUserId) return null;
        await people.CatchUp(action.WorkspaceId, OriginOf(action)?.Channel ?? SlackPeople.Everyone, cancellation);
        var (finding, placing) = (Person(action, cancellation), Where(action, cancellation));
        await Task.WhenAll(finding, placing);
        var (person, (channel, origin, sharing)) = (await finding, await placing);
        channel ??= new ChatChannel(person.Id, person.Name, IsDirect: true);
        var (input, mentioned) = await Read(action, channel, installation.BotUserId, cancellation);
        var turn = new Turn(KeyOf(action), SlackSettings.Platform, action.WorkspaceId, channel, person, input) { Mentioned = mentioned, CalledBy = settings.Command };
        return new SlackTurn(action, turn, origin) { Sharing = sharing };
    }

    /// <summary>What a press or a command says, before anything is asked of Slack: enough to know whether it opens a form. Null for all else.</summary>
    public static TurnInput? InputOf(SlackAction action) => action switch
    {
        SlashCommand command => new Typed(command.Text),
        SlackPress { ActionId: Again } press => new Typed(press.Value),
        SlackPress press => new Pressed(press.ActionId, press.Value),
        Shortcut shortcut => new Chosen(shortcut.CommandId),
        _ => null,
    };

    /// <summary>The same for a redelivery, and for the two events that Slack may send of one message.</summary>
    private static string KeyOf(SlackAction action) => action is SlackMessageEvent message ? $"message:{message.Origin.Channel}:{message.Timestamp}" : action.Key!;

    private async Task<ChatPerson> Person(SlackAction action, CancellationToken cancellation)
    {
        var (profile, failure) = await people.ProfileOf(action.WorkspaceId, action.PersonId, cancellation, isCaughtUp: true);
        if (profile is null) failure.ThrowIfNotYet();
        return profile?.Person ?? await people.Person(action.WorkspaceId, action.PersonId, cancellation);
    }

    /// <summary>
    /// Where it is, and no channel for the person's direct message with the bot: the App Home always is there, shortcuts wherever
    /// outsiders may listen, and forms wherever they certainly do: what was filled in for a team must not land elsewhere for a
    /// doubt. Slack takes the person's id for it (docs.slack.dev/reference/methods/chat.postMessage).
    /// </summary>
    private async Task<(ChatChannel? Channel, SlackOrigin Origin, Sharing Sharing)> Where(SlackAction action, CancellationToken cancellation)
    {
        var origin = OriginOf(action);
        if (origin is not { Channel.Length: > 0 } || origin.Channel == action.PersonId) return (null, new SlackOrigin(action.PersonId), Sharing.Internal);
        var channel = await InTime(people.Channel(action.WorkspaceId, origin.Channel, cancellation, isCaughtUp: true), cancellation);
        if (!channel.IsShared) return (channel, origin, Sharing.Internal);
        if (action is Shortcut) return (null, new SlackOrigin(action.PersonId), Sharing.Internal);
        var heard = await InTime(people.AudienceOf(action.WorkspaceId, origin.Channel, cancellation, isCaughtUp: true), cancellation);
        heard.Failure.ThrowIfNotYet();
        if (action is SlackSubmission && heard.Sharing == Sharing.Outsiders) return (null, new SlackOrigin(action.PersonId), Sharing.Internal);
        return (channel with { IsShared = heard.Sharing != Sharing.Internal }, origin, heard.Sharing);
    }

    /// <summary>What Slack tells later is read to its end meanwhile; others need not wait for it.</summary>
    private static async Task<T> InTime<T>(Task<T> asking, CancellationToken cancellation)
    {
        try
        {
            return await asking.WaitAsync(LongestAsking, cancellation);
        }
        catch (TimeoutException)
        {
            throw new NotYetException(Duration.FromSeconds(2));
        }
    }

    private static SlackOrigin? OriginOf(SlackAction action) => action switch
    {
        SlashCommand command => command.Origin,
        SlackMessageEvent message => message.Origin,
        SlackPress press => press.Origin,
        Joined joined => joined.Origin,
        Shortcut shortcut => shortcut.Origin,
        SlackSubmission submission => SlackOrigin.Read(Modal.Read(submission.View).Origin),
        _ => null,
    };

    private async Task<(TurnInput Input, IReadOnlyList<ChatPerson> Mentioned)> Read(SlackAction action, ChatChannel channel, string botUserId, CancellationToken cancellation)
    {
        switch (action)
        {
            case SlashCommand command:
                return await Typed(action.WorkspaceId, channel, command.Text, botUserId, cancellation);
            case SlackMessageEvent { File: { } file } message when channel.IsDirect && (message.Text.Length == 0 || FileSent.IsTable(file.Name)):
                return (new FileSent(file.Name) { Fetch = ending => Fetched(action.WorkspaceId, file, ending) }, []);
            case SlackMessageEvent message:
                return await Typed(action.WorkspaceId, channel, message.Text, botUserId, cancellation);
            case SlackSubmission submission:
                return (Modal.Read(submission.View).Submitted, []);
            case Shortcut { MessageTimestamp: { } timestamp, Origin: { } origin } shortcut:
                var linking = Link(action.WorkspaceId, origin.Channel, timestamp, cancellation);
                var (text, _) = await Typed(action.WorkspaceId, channel, shortcut.Text, null, cancellation);
                return (new Chosen(shortcut.CommandId, text.Text, await linking), []);
            case Joined:
                return (new Invited(), []);
            case HomeOpened:
                return (new Visited(), []);
            default:
                return (InputOf(action)!, []);
        }
    }

    private async Task<FileSent> Fetched(string workspaceId, SlackFile file, CancellationToken cancellation)
    {
        var sent = new FileSent(file.Name);
        if (!FileSent.IsTable(file.Name)) return sent with { Problem = ImportRefusals.NotATable };
        var (content, problem) = file.Address is { } address ? await api.Download(workspaceId, address, cancellation) : ([], SlackTexts.NoFile);
        return sent with { Content = content, Problem = problem };
    }

    /// <summary>What was typed, with names for the ids in it, and whom of the channel it mentions.</summary>
    private async Task<(Typed Typed, IReadOnlyList<ChatPerson> Mentioned)> Typed(string workspaceId, ChatChannel channel, string text, string? botUserId, CancellationToken cancellation)
    {
        var ids = SlackText.Mentioned(text).Where(id => id != botUserId).Distinct(StringComparer.Ordinal).ToList();
        var named = await Task.WhenAll(ids.Select(id => people.Person(workspaceId, id, cancellation)));
        var typed = new Typed(SlackText.Read(text, named.ToDictionary(person => person.Id, person => person.Name, StringComparer.Ordinal), botUserId));
        if (named.Length == 0 || channel.IsDirect || channel.IsShared) return (typed, []);
        var present = await Present(workspaceId, channel.Id, ids, cancellation);
        return (typed, [.. named.Where(person => present.Contains(person.Id))]);
    }

    /// <summary>Who of these is in a channel, as far as Slack tells (docs.slack.dev/reference/methods/conversations.members).</summary>
    private async Task<HashSet<string>> Present(string workspaceId, string channelId, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        var cursor = "";
        for (var page = 0; page < MostPages && present.Count < ids.Count; page++)
        {
            var answer = await api.Call(workspaceId, "conversations.members", new JsonObject { ["channel"] = channelId, ["limit"] = 1000, ["cursor"] = cursor }, cancellation);
            if (answer is not SlackDone done) break;
            present.UnionWith(done.Body.Items("members").Select(member => member.GetString() ?? "").Intersect(ids, StringComparer.Ordinal));
            cursor = done.Body.Text("response_metadata", "next_cursor");
            if (cursor.Length == 0) break;
        }

        return present;
    }

    /// <summary>Where a message stands; null when Slack does not say so in time, for a form is waiting.</summary>
    private async Task<string?> Link(string workspaceId, string channelId, string timestamp, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(LongestLink);
        try
        {
            var answer = await api.Call(workspaceId, "chat.getPermalink", new JsonObject { ["channel"] = channelId, ["message_ts"] = timestamp }, waiting.Token);
            return answer is SlackDone done ? done.Body.TextOrNull("permalink") : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
