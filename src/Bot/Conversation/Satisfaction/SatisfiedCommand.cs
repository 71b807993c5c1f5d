using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Satisfaction;

namespace AccountNudge.Bot.Conversation.Satisfaction;

/// <summary>Notes what a client said when one of us asked whether they are content.</summary>
internal sealed class SatisfiedCommand() : Command(
    new("satisfied", CommandGroup.Tell, new("satisfied|satisfaction", "zufrieden|zufriedenheit"), SatisfactionTexts.Does, SatisfactionTexts.Example, SatisfactionTexts.Title))
{
    public static readonly Slot Answer = new("content", SlotKind.Choice, SatisfactionTexts.ContentLabel)
    {
        Required = true,
        Word = new("yes/partly/no", "ja/teils/nein"),
        Choices =
        [
            new(nameof(Content.Yes), new("yes|content|satisfied|happy", "ja|zufrieden"), SatisfactionTexts.Choice(Content.Yes)),
            new(nameof(Content.Partly), new("partly|so-so|mostly", "teils|teilweise|teils teils|größtenteils|geht so"), SatisfactionTexts.Choice(Content.Partly)),
            new(nameof(Content.No), new("no|not content|not satisfied|unhappy", "nein|unzufrieden|nicht zufrieden"), SatisfactionTexts.Choice(Content.No)),
        ],
    };

    private static readonly Slot Who = CommonSlots.Contact(new("with|by", "mit|von"), SatisfactionTexts.WithLabel);
    private static readonly Slot On = new("when", SlotKind.When, SatisfactionTexts.WhenLabel) { Past = true };
    private static readonly Slot Said = CommonSlots.Text(SatisfactionTexts.WordsLabel);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Answer, Who, On, Said];

    public override bool FoundsTeam => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var (account, today) = (facts.Account, facts.Today(turn.Now));
        var on = arguments.When(On.Name)?.Date ?? today;
        if (on > today) throw RefusalException.At(On.Name, SatisfactionTexts.StillAhead);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var note = new SatisfactionNote
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = arguments.NameOrNone(Who.Name)?.Id,
            Content = arguments.Chosen(Answer, Content.Yes),
            Text = arguments.Text(Said.Name),
            On = on,
            NotedAt = turn.Now,
            MemberId = turn.Speaker.Id,
            ChangeId = change.Id,
        };
        turn.Store.SatisfactionNotes.Add(note);
        var live = new LiveCard(Guid.CreateVersion7(), account, change.Id);
        var onlyAsker = turn.Turn.Input is Pressed;
        return new Reply { Card = Card(turn, note, facts, onlyAsker, LiveCard.Extra(live.PostId)), OnlyAsker = onlyAsker, Live = live };
    }

    /// <summary>The answer; one that is not content may be a complaint.</summary>
    private static Card Card(TurnContext turn, SatisfactionNote note, AccountFacts facts, bool onlyAsker, string place)
    {
        var (voice, contact) = (onlyAsker ? turn.OwnVoice : turn.Voice, facts.Contact(note.ContactId));
        List<CardPart> parts = note.Text.Length > 0 ? [new Paragraph(note.Text)] : [];
        parts.Add(new Note(SatisfactionTexts.By(turn.Speaker.Name).In(voice)));
        if (note.Content == Content.No) parts.Add(new Section(SatisfactionTexts.PerhapsComplaint.In(voice), null, [Drafts.OpenForm(ComplaintDraft(turn, note), SatisfactionTexts.AsComplaint, voice, ButtonStyle.Primary)]));
        parts.Add(Replies.CorrectOrRemove(note.ChangeId!.Value, voice, place));
        return new Card(SatisfactionTexts.Headline(People.Of(contact, facts.Account), note.Content, Moments.On(note.On, facts.Today(turn.Now))).In(voice), parts);
    }

    private static Core.Storage.Draft ComplaintDraft(TurnContext turn, SatisfactionNote note)
    {
        var raw = CommonSlots.Given(note.AccountId);
        if (note.ContactId is { } contact) raw["contact"] = contact.ToString("N");
        if (note.Text.Length > 0) raw["text"] = note.Text;
        return turn.KeepDraft(turn.Registry.Find("complaint")!, raw);
    }
}

/// <summary>An answer on the hint itself: one press.</summary>
internal sealed class SatisfactionPressed : ButtonAction
{
    public const string ActionId = "satisfaction.note";

    public override string Id => ActionId;

    /// <summary>The answers; all of them carry one token, so that one of them acts.</summary>
    public static IEnumerable<Button> Buttons(Guid accountId, Voice voice)
    {
        var token = Guid.NewGuid();
        return Enum.GetValues<Content>().Select(content => new Button(ActionId, SatisfactionTexts.Choice(content).Plain(voice), new ButtonValue(accountId, token, content.ToString()).ToString()));
    }

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.AccountOf(value.Subject, cancellation) is not { } account || !Enum.TryParse<Content>(value.Extra, out var content)) return Replies.NotThere(turn);
        var command = turn.Registry.Commands.OfType<SatisfiedCommand>().Single();
        var raw = CommonSlots.Given(account.Id);
        raw[SatisfiedCommand.Answer.Name] = content.ToString();
        return FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow) is Filled filled ? await command.Run(turn, filled.Arguments, cancellation) : Replies.NotThere(turn);
    }
}
