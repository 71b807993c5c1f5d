using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Cadences;

/// <summary>A command about what is agreed with one client.</summary>
internal abstract class CadenceChange(CommandWords words) : Command(words), ITellsStory
{
    public override Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) => Take(turn, arguments, "", cancellation);

    /// <summary>Does it, and answers where it was asked for.</summary>
    public async Task<Reply> Take(TurnContext turn, Arguments arguments, string place, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        if (await Instead(turn, facts, arguments, cancellation) is { } instead) return instead;
        var (known, change) = (facts.Cadence, turn.Record(this, arguments, turn.TeamOf(facts.Account)));
        var cadence = known ?? Cadence.Of(facts.Account);
        Change(cadence, arguments, new CadenceAct(turn.Speaker.Id, turn.Now, facts.Today(turn.Now), facts.Account.Name, change.Id), IsWhole(turn, facts.Account));
        if (cadence.IsEmpty)
        {
            if (known is not null) turn.Store.Cadences.Remove(known);
            return Gone(turn, facts, change);
        }

        if (known is null) turn.Store.Cadences.Add(cadence);
        return CadenceCard.Reply(turn, cadence, facts, place, onlyAsker: LiveCard.IsBesideNudge(turn, place));
    }

    public abstract Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf);

    /// <summary>Answers without changing anything; null to go on.</summary>
    protected virtual Task<Reply?> Instead(TurnContext turn, AccountFacts facts, Arguments arguments, CancellationToken cancellation) => Task.FromResult<Reply?>(null);

    protected abstract void Change(Cadence cadence, Arguments arguments, CadenceAct act, bool isWhole);

    /// <summary>The form was opened with all that is agreed with this client: what is empty in it is wanted no more.</summary>
    private static bool IsWhole(TurnContext turn, Account account) => turn.Turn.Input is Submitted submitted && submitted.Context == SetCadence.ContextOf(account);

    private static Reply Gone(TurnContext turn, AccountFacts facts, Change change) => DirectoryReplies.Noted(
        turn, change, CadenceTexts.AsTier(facts.Account.Name, facts.Account.Tier), CadenceTexts.TierFloor(facts.Terms.Floor(facts.Account.Tier)));
}

/// <summary>Notes how often and how to talk to a client; without anything more it shows what is agreed, to be changed.</summary>
internal sealed class SetCadence() : CadenceChange(
    new("cadence", CommandGroup.LookAfter, new("cadence|rhythm", "rhythmus|kontaktrhythmus"), CadenceTexts.Does, CadenceTexts.Example, CadenceTexts.Title))
{
    private const string Prefix = "cadence:";

    public override IReadOnlyList<Slot> Slots { get; } =
        [CommonSlots.Account, CadenceSlots.Every, CadenceSlots.AtMost, CadenceSlots.By, CadenceSlots.AgreedOn, CadenceSlots.ReviewOn];

    /// <summary>What the form carries that was opened with all that is agreed with an account.</summary>
    public static string ContextOf(Account account) => $"{Prefix}{account.Id:N}";

    /// <summary>Opens the form with all that is agreed.</summary>
    public Task<Reply> Open(TurnContext turn, AccountFacts facts, CancellationToken cancellation) =>
        FormBuilder.Open(turn, this, CadenceSlots.Raw(facts.Account, facts.Cadence, turn.OwnVoice), cancellation, ContextOf(facts.Account));

    public override Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var slot in new[] { CadenceSlots.Every, CadenceSlots.AtMost, CadenceSlots.By }) if (given.TryGetValue(slot.Name, out var raw)) values[slot.Name] = raw;
        var terms = CadenceSlots.Read(new Arguments(values, given), CadenceTerms.None);
        return RhythmTexts.Of(new AgreedRhythm { FloorDays = terms.FloorDays, Ceiling = terms.Ceiling, Channel = terms.Channel }) is { } rhythm ? CadenceTexts.ToldRhythm(rhythm) : CadenceTexts.ToldAsTier;
    }

    protected override async Task<Reply?> Instead(TurnContext turn, AccountFacts facts, Arguments arguments, CancellationToken cancellation)
    {
        var isAsking = turn.Turn.Input is not Submitted && !arguments.Raw.Keys.Any(slot => slot != CommonSlots.Account.Name);
        return isAsking ? await Open(turn, facts, cancellation) : null;
    }

    protected override void Change(Cadence cadence, Arguments arguments, CadenceAct act, bool isWhole)
    {
        var terms = CadenceSlots.Read(arguments, isWhole ? CadenceTerms.None : cadence.Terms);
        if (terms == CadenceTerms.None && cadence.AgreedOn is null) throw new RefusalException(CadenceTexts.NothingSaid);
        var agreedOn = arguments.When(CadenceSlots.AgreedOn.Name)?.Date;
        var reviewOn = arguments.When(CadenceSlots.ReviewOn.Name)?.Date;
        // What stood in the form of something else, or of something that is to be looked at again, is no answer to when this was agreed.
        var isNew = terms != cadence.Terms || cadence.ReviewOn <= act.Today;
        if (isWhole && isNew && agreedOn == cadence.AgreedOn) agreedOn = null;
        if (isWhole && isNew && reviewOn == cadence.ReviewOn) reviewOn = null;
        cadence.Agree(terms, agreedOn ?? act.Today, reviewOn, act);
    }
}

/// <summary>Says that what is agreed is still right.</summary>
internal sealed class ConfirmCadence() : CadenceChange(
    new("cadence.confirm", CommandGroup.LookAfter, new("cadence confirm|rhythm confirm|confirm cadence|confirm rhythm", "rhythmus bestätigen|rhythmus passt"), CadenceTexts.DoesConfirm, CadenceTexts.ExampleConfirm, CadenceTexts.TitleConfirm))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account];

    public override Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf) => CadenceTexts.ToldConfirmed;

    protected override void Change(Cadence cadence, Arguments arguments, CadenceAct act, bool isWhole) => cadence.Confirm(act);
}

/// <summary>Notes that a client likes it quiet.</summary>
internal sealed class ReserveAccount() : CadenceChange(
    new("reserved", CommandGroup.LookAfter, new("reserved", "zurückhaltend"), CadenceTexts.DoesReserve, CadenceTexts.ExampleReserve, CadenceTexts.TitleReserve))
{
    private const string With = "With";

    private static readonly Slot Occasions = new("occasions", SlotKind.Choice, CadenceTexts.OccasionsLabel)
    {
        Word = new("with occasions", "mit anlässen"),
        Choices =
        [
            new("Without", new("without occasions|no occasions|without birthdays", "ohne anlässe|keine anlässe|ohne glückwünsche"), CadenceTexts.WithoutOccasions),
            new(With, new("with occasions|with birthdays", "mit anlässen|mit glückwünschen"), CadenceTexts.WithOccasions),
        ],
    };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Occasions];

    public override Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf) =>
        given.GetValueOrDefault(Occasions.Name) == With ? CadenceTexts.LikesItQuiet : CadenceTexts.LikesItQuietWithoutOccasions;

    protected override void Change(Cadence cadence, Arguments arguments, CadenceAct act, bool isWhole) => cadence.Reserve(arguments.Choice(Occasions.Name) == With, act);
}

/// <summary>Takes back that a client likes it quiet.</summary>
internal sealed class UnreserveAccount() : CadenceChange(
    new("unreserved", CommandGroup.LookAfter, new("not reserved|no longer reserved|unreserved", "nicht zurückhaltend|nicht mehr zurückhaltend"), CadenceTexts.DoesUnreserve, CadenceTexts.ExampleUnreserve, CadenceTexts.TitleUnreserve))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account];

    public override Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf) => CadenceTexts.ToldUnreserved;

    protected override void Change(Cadence cadence, Arguments arguments, CadenceAct act, bool isWhole) => cadence.Unreserve(act);
}
