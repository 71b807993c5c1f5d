using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Lists;
using AccountNudge.Core.Planning;

namespace AccountNudge.Bot.Conversation.Lists;

/// <summary>Every matter of the team that is not closed: what is due first at the top, then what waits for the client.</summary>
internal sealed class OpenMattersCommand() : ListCommand(
    new("open", CommandGroup.Ask, new("open|open matters", "offen|offenes|was ist offen"), ListTexts.OpenDoes, ListTexts.OpenExample))
{
    private const int PerPage = 6;

    protected override async Task<ListPage> Page(TurnContext turn, Arguments arguments, int number, CancellationToken cancellation)
    {
        var (context, voice) = (turn.ForAsker(), turn.OwnVoice);
        var open = await turn.Store.OpenMatters(cancellation);
        if (open.Count == 0) return new ListPage(new Card(ListTexts.NothingOpen.In(voice)), HasMore: false) { Number = 0 };
        number = Math.Min(number, (open.Count - 1) / PerPage);
        var shown = open.Skip(number * PerPage).Take(PerPage).ToList();
        var facts = (await turn.Store.FactsOf([.. shown.Select(matter => matter.AccountId).Distinct()], turn.Now, cancellation)).ToDictionary(facts => facts.Account.Id);
        var parts = new List<CardPart>();
        foreach (var lane in shown.GroupBy(matter => matter.Matter.DueAt is null))
        {
            parts.Add(new Heading((lane.Key ? ListTexts.WaitingForClient : NudgeTexts.Of(Core.Nudges.Lane.WeOwe)).In(voice)));
            parts.AddRange(lane.Where(matter => facts.ContainsKey(matter.AccountId)).Select(matter => PracticeViews.Of(matter.Matter.Matter.Kind)
                .Owed(new OwedToday(facts[matter.AccountId], matter.Matter, facts[matter.AccountId].LatestPosted(matter.Matter.Matter)?.Id), context)));
        }

        if (open.Count > PerPage) parts.Add(new Note(ListTexts.Range((number * PerPage) + 1, (number * PerPage) + shown.Count, open.Count).In(voice)));
        return new ListPage(new Card(ListTexts.Open(open.Count).In(voice), parts), open.Count > (number + 1) * PerPage) { Number = number };
    }
}
