using AccountNudge.Bot.Conversation.Briefs;
using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Lists;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Lists;

/// <summary>The accounts and how they stand: first those that need someone, then by name.</summary>
internal sealed class AccountsCommand() : ListCommand(
    new("accounts", CommandGroup.Ask, new("accounts|clients|account list", "kunden|kundenliste"), ListTexts.AccountsDoes, ListTexts.AccountsExample, ListTexts.AccountsTitle))
{
    private const int PerPage = 8;
    private const string QuietOnes = "quiet";
    private const string OpenOnes = "open";
    private const string LostOnes = "lost";

    private static readonly Slot Whose = new("whose", SlotKind.Choice, ListTexts.Whose)
    {
        Word = new("mine", "meine"),
        Choices = [new("mine", new("mine|my|my own", "meine|eigene|mein|von mir"), ListTexts.Mine)],
    };

    private static readonly Slot State = new("state", SlotKind.Choice, ListTexts.State)
    {
        Word = new("quiet/open/lost", "still/offen/verloren"),
        Choices =
        [
            new(QuietOnes, new("quiet|silent", "still|stille|stillen"), ListTexts.Quiet),
            new(OpenOnes, new("open|with something open", "offen|offene|offenen|mit etwas offenem"), ListTexts.WithOpen),
            new(LostOnes, new("lost|gone|no longer with us", "verloren|verlorene|verlorenen|nicht mehr bei uns"), ListTexts.Lost),
        ],
    };

    private static readonly Slot Tier = DirectorySlots.Tier with { Keyword = new("tier", "stufe") };

    public override IReadOnlyList<Slot> Slots { get; } = [Whose, State, Tier];

    protected override async Task<ListPage> Page(TurnContext turn, Arguments arguments, int number, CancellationToken cancellation)
    {
        var voice = turn.OwnVoice;
        var (mine, state) = (arguments.Has(Whose.Name), arguments.Choice(State.Name));
        var all = await turn.Store.ListedAccounts(turn.Now, StringComparer.Create(voice.Culture, ignoreCase: true), cancellation);
        var own = all.Where(listed => !mine || listed.Account.OwnerId == turn.Speaker.Id || listed.Account.DeputyId == turn.Speaker.Id).ToList();
        var listed = own.Where(listed => IsWanted(listed, state, arguments.Choice(Tier.Name))).ToList();
        if (listed.Count == 0) return new ListPage(new Card(Nothing(turn.Turn.Call, all.Count, own.Count, state).In(voice)), HasMore: false) { Number = 0 };
        number = Math.Min(number, (listed.Count - 1) / PerPage);
        var shown = listed.Skip(number * PerPage).Take(PerPage).ToList();
        var facts = (await turn.Store.FactsOf([.. shown.Select(one => one.Account.Id)], turn.Now, cancellation)).ToDictionary(facts => facts.Account.Id);
        List<CardPart> parts = [.. shown.Where(one => facts.ContainsKey(one.Account.Id)).Select(one => Line(one, facts[one.Account.Id], turn))];
        if (listed.Count > PerPage) parts.Add(new Note(ListTexts.Range((number * PerPage) + 1, (number * PerPage) + shown.Count, listed.Count).In(voice)));
        return new ListPage(new Card(Headline(listed.Count, arguments).In(voice), parts), listed.Count > (number + 1) * PerPage) { Number = number };
    }

    private static bool IsWanted(ListedAccount listed, string? state, string? tier) =>
        (tier is null || listed.Account.Tier.ToString() == tier) && state switch
        {
            QuietOnes => listed.QuietSince is not null,
            OpenOnes => listed.Open.Count > 0,
            LostOnes => !listed.Account.IsWithUs,
            _ => true,
        };

    private static Text Headline(int count, Arguments arguments)
    {
        var accounts = ListTexts.Accounts(count, arguments.Has(Whose.Name));
        var (state, tier) = (arguments.Choice(State.Name), arguments.Choice(Tier.Name));
        if (state is not null)
        {
            var which = state switch { QuietOnes => ListTexts.Quiet, OpenOnes => ListTexts.WithOpen, _ => ListTexts.Lost };
            accounts = new($"{accounts}, {which}", $"{accounts}, {which}");
        }

        return tier is null ? accounts : new($"{accounts}, {ListTexts.Tier(Enum.Parse<Tier>(tier))}", $"{accounts}, {ListTexts.Tier(Enum.Parse<Tier>(tier))}");
    }

    private static Text Nothing(string call, int all, int own, string? state) => (all, own, state) switch
    {
        (0, _, _) => ListTexts.NoAccounts(call),
        (_, 0, _) => ListTexts.NoneOfMine(call),
        (_, _, QuietOnes) => ListTexts.NobodyQuiet,
        _ => ListTexts.NoSuchAccounts(call),
    };

    private static Section Line(ListedAccount listed, AccountFacts facts, TurnContext turn)
    {
        var (context, account) = (turn.ForAsker(), listed.Account);
        var team = turn.Teams.Count > 1 ? Text.Verbatim(turn.TeamOf(account).Name) : null;
        var head = Wording.Beside(context.Voice, new Text($"{new Strong(account.Name)}", $"{new Strong(account.Name)}"), ListTexts.Tier(account.Tier), Owner(facts, context), team);
        return new Section(head, Wording.Beside(context.Voice, [.. States(listed, facts, context), Wording.LastTalk(facts, context)]), [OpenBrief.Button(account.Id, context.Voice)]);
    }

    private static IEnumerable<Text?> States(ListedAccount listed, AccountFacts facts, RenderContext context)
    {
        yield return Standing.Of(facts, context);
        foreach (var kind in listed.Open.GroupBy(matter => matter.Matter.Kind)) yield return PracticeViews.Of(kind.Key).Open(kind.Count());
        if (listed.Open.Count > 0 && listed.Open[0].DueAt is { } due) yield return ListTexts.Due(Wording.At(due, context), due < context.Now);
        if (listed.QuietSince is { } since) yield return ListTexts.QuietSince(Wording.Date(since, context));
        if (facts.Account.PausedUntil is { } until && until >= facts.Today(context.Now)) yield return ListTexts.PausedUntil(Wording.Date(until, context));
    }

    private static Text Owner(AccountFacts facts, RenderContext context)
    {
        if (facts.Roster.Find(facts.Account.OwnerId) is not { } owner) return ListTexts.NobodyLooksAfter;
        return facts.Roster.AwayOn(owner.Id, context.Today) is { } away ? ListTexts.AwayUntil(owner.Name, Wording.Date(away.Until, context)) : Text.Verbatim(owner.Name);
    }
}
