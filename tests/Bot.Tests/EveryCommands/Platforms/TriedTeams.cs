using System.Text.Json.Nodes;
using AccountNudge.Bot.Tests.Teams.Cards;
using AccountNudge.Bot.Tests.Teams.Inbound;
using AccountNudge.Testing;
using AccountNudge.Testing.Teams;

namespace AccountNudge.Bot.Tests.EveryCommands.Platforms;

/// <summary>Teams by its activities: lines are messages with a mention, forms are cards that only the asker sees.</summary>
internal sealed class TriedTeams : TriedPlatform
{
    private readonly TeamsHost host;
    private readonly Dictionary<string, FakePerson> people;
    private readonly HashSet<string> seen = [];
    private List<FakeChatMessage> latest = [];
    private FakeChatMessage? form;
    private JsonObject? answer, placed;

    private TriedTeams(TeamsHost host, FakePerson clara) =>
        (this.host, people) = (host, new() { ["Anna"] = host.Anna, ["Ben"] = host.Ben, ["Clara"] = clara });

    public override IServiceProvider Services => host.Services;

    protected override Database Database => host.Database;

    public static async Task<TriedTeams> Begin()
    {
        var world = await TeamsWorld.Make("Anna", "Ben");
        var clara = world.Teams.AddPerson(world.Tenant, "Clara", "de-DE");
        world.Teams.Joins(clara, world.Office);
        return new TriedTeams(await TeamsHost.Run(world, Start), clara);
    }

    public override ValueTask DisposeAsync() => host.DisposeAsync();

    protected override IReadOnlyList<string> News()
    {
        latest = [.. host.Everything().Where(message => seen.Add(message.Id))];
        List<string> news = [.. latest.Select(message => $"{AdaptiveCardWords.Shown(message.Cards)}\n{message.Wording}")];
        if (answer is not null) news.Add($"{AdaptiveCardWords.Shown([answer])}\n{string.Join('\n', AdaptiveCards.Wording(answer))}");
        answer = null;
        return [.. news.Select(text => text.Replace("<at>", "", StringComparison.Ordinal).Replace("</at>", "", StringComparison.Ordinal))];
    }

    protected override async Task Type(string person, string line)
    {
        var mentioned = new List<string>();
        var text = EveryCommand.Mentioning(line, name =>
        {
            mentioned.Add(name);
            return $"<at>{name}</at>";
        });
        await host.Deliver(TeamsWorld.With(host.Teams.Says(people[person], host.Clients, text), activity =>
        {
            foreach (var name in mentioned)
            {
                activity["entities"]!.AsArray().Add(new JsonObject
                {
                    ["type"] = "mention", ["text"] = $"<at>{name}</at>", ["mentioned"] = new JsonObject { ["id"] = people[name].Id, ["name"] = name },
                });
            }
        }));
        await host.Settles();
    }

    protected override async Task<bool> Open(string person, string words)
    {
        News();
        await Type(person, words);
        News();
        form = latest.FirstOrDefault(message => message.OnlyFor == people[person].Id && message.Cards.Any(card => AdaptiveCards.Inputs(card).Any()));
        return form is not null;
    }

    protected override async Task<string?> Fill(string person, IReadOnlyDictionary<string, string> values)
    {
        var reply = await host.Deliver(host.Teams.Presses(people[person], form!, "form.submit", values.ToDictionary(value => $"i_{value.Key}", value => value.Value)));
        await host.Settles();
        answer = placed = reply.Card;
        return answer is not null && AdaptiveCards.Inputs(answer).Any() ? string.Join(' ', AdaptiveCards.Wording(answer)) : null;
    }

    protected override async Task Press(string person, string action)
    {
        // What only the asker sees may have taken the place of their form.
        var question = latest.FirstOrDefault(message => message.Cards.SelectMany(AdaptiveCards.Buttons).Any(button => IsOf(button, action))) ?? form!;
        IReadOnlyList<JsonObject> cards = latest.Contains(question) ? question.Cards : [placed!];
        var button = cards.SelectMany(AdaptiveCards.Buttons).First(button => IsOf(button, action)).ToJsonString();
        answer = (await host.Deliver(host.Teams.Presses(people[person], question, pressed => pressed.ToJsonString() == button, shown: latest.Contains(question) ? null : placed))).Card;
        await host.Settles();
    }

    private static bool IsOf(JsonObject button, string action) => (string?)button["verb"] == action;
}
