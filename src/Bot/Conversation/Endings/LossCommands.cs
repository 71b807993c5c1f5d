using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Endings;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Endings;

/// <summary>Notes that a client has left (practice H10).</summary>
internal sealed class LostCommand() : Command(
    new("lost", CommandGroup.Tell, new("lost|client lost|account lost", "verloren|kunde verloren"), EndingTexts.DoesLose, EndingTexts.ExampleLose, EndingTexts.TitleLose))
{
    private static readonly Slot Said = CommonSlots.Text(EndingTexts.WordsLabel);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, EndingSlots.Reason, EndingSlots.Underneath, Said];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var loss = Loss.Note(
            facts.Account, arguments.Chosen<LossReason>(EndingSlots.Reason), arguments.Chosen<RootCause>(EndingSlots.Underneath), arguments.Text(Said.Name), turn.MemberActOn(facts, change.Id));
        turn.Store.Losses.Add(loss);
        return LossCard.Reply(turn, loss, facts);
    }
}

/// <summary>Does something to the loss that holds.</summary>
internal abstract class LossStep(CommandWords words) : Command(words)
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        return facts.CurrentLoss is { } loss ? Take(turn, loss, facts, arguments, "") : Replies.Hint(turn, EndingTexts.NotLost);
    }

    /// <summary>Does it and answers where it was asked for.</summary>
    public Reply Take(TurnContext turn, Loss loss, AccountFacts facts, Arguments arguments, string place)
    {
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        Do(loss, arguments, turn.MemberActOn(facts, change.Id));
        return LossCard.Reply(turn, loss, facts, place);
    }

    protected abstract void Do(Loss loss, Arguments arguments, MemberAct act);
}

/// <summary>Says why a client left.</summary>
internal sealed class ExplainLoss() : LossStep(
    new("lost.reason", CommandGroup.Tell, new("lost reason|reason lost", "verlustgrund|verloren grund"), EndingTexts.DoesExplain, EndingTexts.ExampleExplain, EndingTexts.TitleExplain))
{
    public static readonly Slot Reason = EndingSlots.Reason with { Required = true };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Reason, EndingSlots.Underneath];

    protected override void Do(Loss loss, Arguments arguments, MemberAct act)
    {
        if (arguments.Chosen<RootCause>(EndingSlots.Underneath) is { } underneath) loss.LookUnderneath(underneath, act);
        else loss.Explain(arguments.Chosen<LossReason>(Reason)!.Value, act);
    }
}

/// <summary>Asks for one reminder of a client who left (practice B8).</summary>
internal sealed class RemindOfLoss() : LossStep(
    new("lost.reminder", CommandGroup.LookAfter, new("lost reminder", "rückkehr erinnern|verloren erinnern"), EndingTexts.DoesRemind, EndingTexts.ExampleRemind, EndingTexts.TitleRemind))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, EndingSlots.Months];

    protected override void Do(Loss loss, Arguments arguments, MemberAct act) => loss.Remind(int.Parse(arguments.Choice(EndingSlots.Months.Name)!, System.Globalization.CultureInfo.InvariantCulture), act);
}

/// <summary>Notes that a client is back, or stays after all.</summary>
internal sealed class ReturnedCommand() : Command(
    new("returned", CommandGroup.Tell, new("returned|client back|account back|won back", "wieder kunde|kunde zurück|kunde wieder da|zurückgewonnen|zurückgekehrt"), EndingTexts.DoesReturn, EndingTexts.ExampleReturn, EndingTexts.TitleReturn))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) =>
        Take(turn, await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation), arguments);

    /// <summary>Notes it.</summary>
    public Reply Take(TurnContext turn, AccountFacts facts, Arguments arguments)
    {
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        facts.Return(turn.MemberActOn(facts, change.Id));
        return DirectoryReplies.ToTeam(turn, voice => new Card(
            EndingTexts.IsBack(People.Of(null, facts.Account)).In(voice), new Note(EndingTexts.BeginsAfresh.In(voice)), new Actions([Replies.Remove(change.Id, voice)])));
    }
}

/// <summary>A button about the loss of a client.</summary>
internal abstract class LossPressed(string id) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Loss>(value.Subject, cancellation) is not { } facts || facts.Loss(value.Subject) is not { } loss) return Replies.NotThere(turn);
        if (loss.ReturnedAt is not null) return Replies.Hint(turn, EndingRefusals.IsBack);
        return Press(turn, loss, facts, value);
    }

    protected abstract Reply Press(TurnContext turn, Loss loss, AccountFacts facts, ButtonValue value);

    /// <summary>What a command would have been given about a loss.</summary>
    protected static Arguments Given(Loss loss, params IEnumerable<(Slot Slot, string Value)> given)
    {
        var raw = CommonSlots.Given(loss.AccountId);
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (slot, value) in given) (raw[slot.Name], values[slot.Name]) = (value, value);
        return new Arguments(values, raw);
    }
}

/// <summary>One of the usual reasons, or what was underneath the price.</summary>
internal sealed class ReasonPressed() : LossPressed(ActionId)
{
    public const string ActionId = "loss.reason";

    /// <summary>The question with its answers, all with one token, so that one of them acts; null where nothing is asked.</summary>
    public static Section? Question(Loss loss, Guid postId, Voice voice)
    {
        var token = Guid.NewGuid();
        if (loss.AsksForReason) return new Section(EndingTexts.WhyQuestion.In(voice), null, [.. Enum.GetValues<LossReason>().Select(reason => Button(EndingTexts.Reason(reason), reason.ToString()))]);
        if (!loss.AsksUnderneath) return null;
        return new Section(
            EndingTexts.AndUnderneath.In(voice), EndingTexts.UnderneathHint.In(voice),
            [.. Enum.GetValues<RootCause>().Select(cause => Button(cause == RootCause.Price ? EndingTexts.OnlyThePrice : EndingTexts.Reason(LossReasons.Of(cause)), cause.ToString()))]);

        Button Button(Text label, string answer)
        {
            var words = label.Plain(voice);
            return new(ActionId, char.ToUpper(words[0], voice.Culture) + words[1..], new ButtonValue(loss.Id, token, LiveCard.Extra(postId, answer)).ToString());
        }
    }

    protected override Reply Press(TurnContext turn, Loss loss, AccountFacts facts, ButtonValue value)
    {
        var (command, answer) = (turn.Registry.Commands.OfType<ExplainLoss>().Single(), LiveCard.ArgumentOf(value.Extra));
        if (loss.AsksUnderneath && Enum.TryParse<RootCause>(answer, out var cause) && Enum.IsDefined(cause))
            return command.Take(turn, loss, facts, Given(loss, (ExplainLoss.Reason, EnumChoices.Value(LossReason.Price)), (EndingSlots.Underneath, EnumChoices.Value(cause))), value.Extra);
        return Enum.TryParse<LossReason>(answer, out var reason) && Enum.IsDefined(reason)
            ? command.Take(turn, loss, facts, Given(loss, (ExplainLoss.Reason, EnumChoices.Value(reason))), value.Extra)
            : Replies.NotThere(turn);
    }
}

/// <summary>[Remind once in 6 months] and in 12.</summary>
internal sealed class RemindPressed() : LossPressed(ActionId)
{
    public const string ActionId = "loss.remind";

    public static IEnumerable<Button> Buttons(Loss loss, Guid postId, Voice voice)
    {
        var token = Guid.NewGuid();
        return Loss.ReminderMonths.Select(months => new Button(ActionId, EndingTexts.RemindIn(months).Plain(voice), new ButtonValue(loss.Id, token, LiveCard.Extra(postId, $"{months}")).ToString()));
    }

    protected override Reply Press(TurnContext turn, Loss loss, AccountFacts facts, ButtonValue value)
    {
        var (command, months) = (turn.Registry.Commands.OfType<RemindOfLoss>().Single(), LiveCard.ArgumentOf(value.Extra));
        return EndingSlots.Months.Choices.Any(choice => choice.Value == months)
            ? command.Take(turn, loss, facts, Given(loss, (EndingSlots.Months, months)), value.Extra)
            : Replies.NotThere(turn);
    }
}

/// <summary>[They’re back], of a client who left or with whom we part.</summary>
internal sealed class BackPressed : ButtonAction
{
    private const string ActionId = "account.returned";

    public override string Id => ActionId;

    public static Button Button(Account account, Voice voice) => new(ActionId, EndingTexts.TheyAreBack.Plain(voice), ButtonValue.For(account.Id).ToString());

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) => await turn.Store.FactsOf(value.Subject, turn.Now, cancellation) is { } facts
        ? turn.Registry.Commands.OfType<ReturnedCommand>().Single().Take(turn, facts, new Arguments(CommonSlots.Given(facts.Account.Id)))
        : Replies.NotThere(turn);
}

/// <summary>The loss of a client as it stands: why, what is still owed, whether anybody is reminded of them.</summary>
internal static class LossCard
{
    public static Reply Reply(TurnContext turn, Loss loss, AccountFacts facts, string place = "") =>
        LiveReply.Of(turn, facts, LossPractice.MatterOf(loss), loss.ChangeId, place, turn.IsElsewhere, (context, postId) => Of(loss, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of the loss and its account.</summary>
    public static Card Of(Loss loss, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, card, who) = (context.Voice, LiveCard.Extra(postId), People.Of(null, facts.Account));
        if (loss.ReturnedAt is not null) return new Card(EndingTexts.IsBack(who).In(voice), loss.ChangeId is { } undo ? [new Actions([Replies.Remove(undo, voice, card)])] : []);
        List<CardPart> parts = loss.Text.Length > 0 ? [new Paragraph(loss.Text)] : [];
        if (EndingTexts.Because(loss) is { } because) parts.Add(new Paragraph(because.In(voice)));
        if (loss.Reason == LossReason.WeDeclined) parts.Add(new Note(EndingTexts.Declined.In(voice)));
        if (PartingCard.StillOwed(facts) is { } owed) parts.Add(new Note(EndingTexts.StillOwed(owed).In(voice)));
        parts.Add(new Note(EndingTexts.BroughtUpNoMore.In(voice)));
        if (loss.RemindOn is { } day) parts.Add(new Note(EndingTexts.WillRemind(Wording.Date(day, context)).In(voice)));
        if (facts.Roster.Find(loss.MemberId) is { } member) parts.Add(new Note(EndingTexts.By(member.Name).In(voice)));
        if (ReasonPressed.Question(loss, postId, voice) is { } question) parts.Add(question);
        parts.Add(new Actions([.. loss.RemindOn is null ? RemindPressed.Buttons(loss, postId, voice) : [], BackPressed.Button(facts.Account, voice)]));
        if (loss.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, card));
        return new Card(EndingTexts.HasLeft(who).In(voice), parts);
    }
}
