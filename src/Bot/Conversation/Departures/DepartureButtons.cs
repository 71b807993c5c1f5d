using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Departures;

/// <summary>What can be done once somebody has left, as buttons.</summary>
internal static class DepartureButtons
{
    private const int LongestName = 40;

    /// <summary>What is still open with whoever left, beside that they did.</summary>
    public static IReadOnlyList<Matter> OpenWith(Departure departure, AccountFacts facts) =>
        [.. facts.UnderWayWith(departure.ContactId).Where(matter => matter.Kind != DeparturePractice.Kind)];

    /// <summary>What is still to be done; nothing once it is over.</summary>
    public static IReadOnlyList<Button> Of(Departure departure, AccountFacts facts, Voice voice, string place = "")
    {
        List<Button> buttons = [];
        if (departure.IsUnsettled && !facts.IsIntroduced(departure))
        {
            buttons.AddRange(departure.SuccessorContactId is null
                ? [New(SuccessorPressed.ActionId, DepartureTexts.NameSuccessor) with { Style = ButtonStyle.Primary }, New(NobodyFollowsPressed.ActionId, DepartureTexts.NobodyFollows)]
                : [New(IntroducedPressed.ActionId, DepartureTexts.Introduced) with { Style = ButtonStyle.Primary }]);
            if (facts.Contact(departure.SuccessorContactId) is { IsThere: true } successor && OpenWith(departure, facts).Count > 0)
                buttons.Add(New(HandOnPressed.ActionId, DepartureTexts.HandOnTo(Shortening.Of(successor.Name, LongestName))));
        }

        if (departure.HasMovedOn && departure.CongratulatedAt is null) buttons.Add(New(CongratulatedPressed.ActionId, DepartureTexts.Congratulated));
        return buttons;

        Button New(string action, Text label) => new(action, label.Plain(voice), ButtonValue.For(departure.Id, place).ToString());
    }
}

/// <summary>A button about one departure.</summary>
internal abstract class DeparturePressed(string id) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Departure>(value.Subject, cancellation) is not { } facts || facts.Departure(value.Subject) is not { } departure) return Replies.NotThere(turn);
        if (!IsPossible(departure, facts)) return Replies.Hint(turn, DepartureTexts.IsClosed);
        return await Press(turn, departure, facts, value, cancellation);
    }

    /// <summary>Whether there is still something to be done by it.</summary>
    protected virtual bool IsPossible(Departure departure, AccountFacts facts) => departure.IsUnsettled && !facts.IsIntroduced(departure);

    protected abstract Task<Reply> Press(TurnContext turn, Departure departure, AccountFacts facts, ButtonValue value, CancellationToken cancellation);

    /// <summary>Who left, as a command would be given them.</summary>
    protected static Dictionary<string, string> WhoLeft(Departure departure) => new(StringComparer.Ordinal) { [DepartureSlots.Contact.Name] = departure.ContactId!.Value.ToString("N") };
}

/// <summary>[Name a successor …]: the form for it.</summary>
internal sealed class SuccessorPressed() : DeparturePressed(ActionId)
{
    public const string ActionId = "departure.successor";

    public override bool OnlyOpens => true;

    protected override Task<Reply> Press(TurnContext turn, Departure departure, AccountFacts facts, ButtonValue value, CancellationToken cancellation) => FormBuilder.Open(
        turn, turn.Registry.Commands.OfType<SuccessorCommand>().Single(), WhoLeft(departure), cancellation);
}

/// <summary>[Introduced …]: the form of the first talk with whoever follows.</summary>
internal sealed class IntroducedPressed() : DeparturePressed(ActionId)
{
    public const string ActionId = "departure.introduced";

    public override bool OnlyOpens => true;

    protected override Task<Reply> Press(TurnContext turn, Departure departure, AccountFacts facts, ButtonValue value, CancellationToken cancellation)
    {
        var prefill = CommonSlots.Given(departure.AccountId);
        prefill[LogSlots.When.Name] = Given.Write(new When(facts.Today(turn.Now)));
        if (departure.SuccessorContactId is { } successor) prefill[LogSlots.Contact.Name] = successor.ToString("N");
        return FormBuilder.Open(turn, turn.Registry.Commands.OfType<LogCommand>().Single(), prefill, cancellation);
    }
}

/// <summary>A button that takes a step on a departure.</summary>
internal abstract class DepartureStepPressed<T>(string id) : DeparturePressed(id)
    where T : DepartureStep
{
    protected override Task<Reply> Press(TurnContext turn, Departure departure, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        Task.FromResult(turn.Registry.Commands.OfType<T>().Single().Take(turn, departure, facts, new Arguments(WhoLeft(departure)), value.Extra));
}

/// <summary>[Move to …]: what is open with whoever left goes on with whoever follows.</summary>
internal sealed class HandOnPressed() : DepartureStepPressed<HandOn>(ActionId)
{
    public const string ActionId = "departure.hand-on";
}

/// <summary>[Nobody follows].</summary>
internal sealed class NobodyFollowsPressed() : DepartureStepPressed<NobodyFollows>(ActionId)
{
    public const string ActionId = "departure.nobody";
}

/// <summary>[Congratulated].</summary>
internal sealed class CongratulatedPressed() : DepartureStepPressed<Farewell>(ActionId)
{
    public const string ActionId = "departure.congratulated";

    protected override bool IsPossible(Departure departure, AccountFacts facts) => departure.HasMovedOn;
}
