using AccountNudge.Bot.Conversation.Digests;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.OwnPage;

/// <summary>
/// A person's own page with the bot, Slack's App Home: what is open for them, the accounts they look after, and how the bot
/// treats them. For their eyes only.
/// </summary>
internal static class OwnPageCards
{
    private const int MostAccounts = 15;

    public static async Task<Reply> Show(TurnContext turn, CancellationToken cancellation)
    {
        var voice = turn.OwnVoice;
        if (turn.Teams.Count == 0) return Reply.Asker(new Card(OwnPageTexts.Welcome(turn.Speaker.Name).In(voice), new Paragraph(OwnPageTexts.HowToBegin.In(voice)), Begin(voice)));
        var today = TodayCards.Of(await turn.Store.TodayOf(turn.Speaker.Id, turn.Now, cancellation), turn.ForAsker());
        return Reply.Asker(new Card(OwnPageTexts.Hello(turn.Speaker.Name).In(voice), [
            Begin(voice),
            new Heading(today.Headline),
            .. today.Parts.Select(part => part is Heading heading ? heading.Below : part),
            new Divider(),
            .. await Accounts(turn, cancellation),
            new Divider(),
            .. await Preferences(turn, cancellation),
        ]));
    }

    private static Actions Begin(Voice voice) => new([
        OpenCommand.Button("log", OwnPageTexts.Log, voice, ButtonStyle.Primary),
        OpenCommand.Button("complaint", OwnPageTexts.Complaint, voice),
        OpenCommand.Button("brief", OwnPageTexts.Brief, voice),
    ]);

    private static async Task<IReadOnlyList<CardPart>> Accounts(TurnContext turn, CancellationToken cancellation)
    {
        var (voice, me) = (turn.OwnVoice, turn.Speaker.Id);
        var own = await turn.Store.Accounts.Where(account => account.OwnerId == me || account.DeputyId == me).OrderBy(account => account.Name).ToListAsync(cancellation);
        var parts = new List<CardPart> { new Heading(OwnPageTexts.Accounts(own.Count).In(voice)) };
        if (own.Count == 0) parts.Add(new Paragraph(OwnPageTexts.NoAccounts.In(voice)));
        var shown = own.Take(MostAccounts).OrderBy(account => turn.Teams.ToList().FindIndex(team => team.Id == account.TeamId)).Select(account => account.Id).ToList();
        foreach (var facts in await turn.Store.FactsOf(shown, turn.Now, cancellation)) parts.Add(Line(facts, me, turn.ForAsker()));
        if (own.Count > MostAccounts) parts.Add(new Note(OwnPageTexts.MoreAccounts(own.Count - MostAccounts).In(voice)));
        return parts;
    }

    private static Section Line(AccountFacts facts, Guid me, RenderContext context)
    {
        var voice = context.Voice;
        var account = facts.Account;
        var name = new Strong(account.Name);
        var place = account.OwnerId == me ? OwnPageTexts.Tier(account.Tier) : OwnPageTexts.StandingIn(account.Tier);
        var last = Wording.LastTalk(facts, context);
        return new Section(new RichText([name]), Wording.Beside(voice, place, last), [OpenLog.Button(account.Id, voice) with { Style = ButtonStyle.Default }]);
    }

    private static async Task<IReadOnlyList<CardPart>> Preferences(TurnContext turn, CancellationToken cancellation)
    {
        var (voice, me) = (turn.OwnVoice, turn.Speaker);
        var away = await turn.Store.Absences.Where(absence => absence.MemberId == me.Id && absence.Until >= turn.Today).OrderBy(absence => absence.From).FirstOrDefaultAsync(cancellation);
        return
        [
            new Heading(OwnPageTexts.Preferences.In(voice)),
            new Facts([
                new(OwnPageTexts.Language.Plain(voice), OwnPageTexts.LanguageName(me.Language).In(voice)),
                new(OwnPageTexts.Zone.Plain(voice), me.Zone?.Id ?? turn.Zone.Id),
                new(OwnPageTexts.Teams.Plain(voice), string.Join(", ", turn.Teams.Select(team => team.Name))),
                new(OwnPageTexts.Hours.Plain(voice), Team.Settings.InLanguage(me.Hours ?? turn.Team.Settings.Hours, voice.Language)),
                new(OwnPageTexts.Away.Plain(voice), (away is null ? OwnPageTexts.Here : OwnPageTexts.AwayUntil(away, turn.Today)).In(voice)),
            ]),
            new Note(OwnPageTexts.FromProfile.In(voice)),
            new Actions([OpenCommand.Button("away", OwnPageTexts.IAmAway, voice)]),
        ];
    }
}

/// <summary>A button that opens the form of a command.</summary>
internal sealed class OpenCommand : ButtonAction
{
    private const string ActionId = "command.open";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    /// <summary>A button that opens a command's form.</summary>
    public static Button Button(string commandId, Text label, Voice voice, ButtonStyle style = ButtonStyle.Default) =>
        new(ActionId, label.Plain(voice), ButtonValue.For(Guid.Empty, commandId).ToString(), style);

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        turn.Registry.Find(value.Extra) is { } command ? await FormBuilder.Open(turn, command, Arguments.None.Raw, cancellation) : Replies.NotThere(turn);
}
