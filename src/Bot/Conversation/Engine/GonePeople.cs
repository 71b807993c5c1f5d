using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>Something new is about to be noted with someone who is not at the client any more: it is asked first whether they were meant.</summary>
internal static class GonePeople
{
    private const int MostOthers = 3;

    /// <summary>Who it is, and where they are named; null where everybody is there.</summary>
    public static (Slot Slot, KnownName Name)? Named(Command command, Arguments arguments) => command.Slots
        .Where(slot => slot is { Kind: SlotKind.Contact, AlsoGone: false } && arguments.NameOrNone(slot.Name) is { IsGone: true })
        .Select(slot => ((Slot, KnownName)?)(slot, arguments.Name(slot.Name))).FirstOrDefault();

    /// <summary>Asks, and offers the others there.</summary>
    public static async Task<Reply> Ask(TurnContext turn, Command command, Arguments arguments, (Slot Slot, KnownName Name) gone, CancellationToken cancellation)
    {
        var (voice, names, token) = (turn.OwnVoice, await turn.Names(cancellation), Guid.NewGuid());
        var draft = turn.KeepDraft(command, arguments.Raw);
        var account = names.FirstOrDefault(name => name.Kind == NameKind.Account && name.Id == gone.Name.AccountId)?.Name ?? "";
        var others = names.Where(name => name is { Kind: NameKind.Contact, IsGone: false } && name.AccountId == gone.Name.AccountId)
            .OrderBy(name => name.Name, StringComparer.Create(voice.Culture, ignoreCase: true)).Take(MostOthers);
        List<Button> buttons = [.. others.Select(other => new Button(
            "draft.choose", Shortening.Of(other.Name, 75), new ButtonValue(draft.Id, token, $"{gone.Slot.Name}:{other.Id:N}").ToString()))];
        // Nothing new is noted with the dead.
        if (gone.Name.State == ContactState.Left)
            buttons.Add(new Button(AlsoGonePressed.ActionId, Shortening.Of(GoneTexts.Still(gone.Name.Name).Plain(voice), 75), new ButtonValue(draft.Id, token).ToString()));
        buttons.Add(new Button("draft.form", ConversationTexts.OpenForm.Plain(voice), ButtonValue.For(draft.Id).ToString()));
        return Reply.Asker(new Card(GoneTexts.WhoWasMeant(gone.Name, account).In(voice), new Actions(buttons)));
    }
}

/// <summary>The words of that question.</summary>
internal static class GoneTexts
{
    public static Text WhoWasMeant(KnownName gone, string account) => gone.State == ContactState.Deceased
        ? new($"{gone.Name} has died. Who at {account} is it about?", $"{gone.Name} ist verstorben. Um wen bei {account} geht es?")
        : new($"{gone.Name} isn’t at {account} any more. Who is it about?", $"{gone.Name} ist nicht mehr bei {account}. Um wen geht es?");

    public static Text Still(string name) => new($"{name}, all the same", $"Trotzdem {name}");
}

/// <summary>Whoever is not there any more was meant all the same.</summary>
internal sealed class AlsoGonePressed : ButtonAction
{
    public const string ActionId = "draft.gone";

    public override string Id => ActionId;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FindDraft(value.Subject, cancellation) is not ({ } command, { } raw)) return Replies.NotThere(turn);
        return FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow, turn.Calendar) is Filled filled
            ? Drafting.Answered(await Routing.Run(turn, command, filled.Arguments, cancellation, alsoGone: true))
            : await Drafting.Continue(turn, command, raw, cancellation);
    }
}
