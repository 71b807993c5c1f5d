using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>Notes a day worth a word: of a client for everyone, of somebody there for the asker alone.</summary>
internal sealed class OccasionCommand() : Command(
    new("occasion", CommandGroup.Tell, new("occasion|special day", "anlass|besonderer tag"), OccasionTexts.OccasionDoes, OccasionTexts.OccasionExample, OccasionTexts.OccasionTitle))
{
    private static readonly Slot Whose = CommonSlots.Contact(new("of", "von"), OccasionTexts.Whose);
    private static readonly Slot What = CommonSlots.Text(OccasionTexts.What, required: true);
    private static readonly Slot Day = new("day", SlotKind.DayOfYear, OccasionTexts.Day) { Required = true, Keyword = new("on", "am"), Hint = OccasionTexts.OccasionDayHint };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Whose, OccasionSlots.Often, OccasionSlots.AlsoAudience, What, Day];

    public override bool FoundsTeam => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var (account, day) = (facts.Account, arguments.DayOfYear(Day.Name));
        var only = Occasion.OnlyYear(day.Day, day.Year, arguments.IsOnce(), facts.Today(turn.Now));
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var contact = facts.Contact(arguments.NameOrNone(Whose.Name)?.Id);
        contact?.SetAudience(arguments);
        var occasion = new Occasion
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = contact?.Id,
            Text = arguments.Text(What.Name),
            Day = day.Day,
            Year = only,
            MemberId = turn.Speaker.Id,
            NotedAt = turn.Now,
            ChangeId = change.Id,
        };
        turn.Store.Occasions.Add(occasion);
        return LiveReply.Of(
            turn, facts, new Matter(OccasionPractice.Kind, occasion.Id), change.Id, "", onlyAsker: contact is not null, (context, postId) => Card(occasion, facts, context, postId));
    }

    /// <summary>The occasion, and who hears of it when.</summary>
    public static Card Card(Occasion occasion, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, contact) = (context.Voice, facts.Contact(occasion.ContactId));
        var day = DateReader.Write(new DayOfYear(occasion.Day, occasion.Year), voice.Language);
        var parts = new List<CardPart> { new Paragraph(occasion.Text) };
        if (occasion.Next(context.Today) is { } next && next > context.Today)
        {
            var owner = facts.Roster.Find(facts.Account.OwnerId);
            parts.Add(new Note(OccasionTexts.Ahead(owner?.Name, owner is not null && owner.Id == context.Reader, facts.Terms.BirthdayLeadDays, contact is null or { OccasionsInChannel: true }).In(voice)));
        }

        if (occasion is { IsOnce: false, Day: { Month: 2, Day: 29 } }) parts.Add(new Note(OccasionTexts.LeapDay.In(voice)));
        if (facts.Roster.Find(occasion.MemberId) is { } member) parts.Add(new Note(OccasionTexts.NotedBy(member.Name).In(voice)));
        if (occasion.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, LiveCard.Extra(postId)));
        return new Card(OccasionTexts.Occasion(People.Of(contact, facts.Account), day, occasion.IsOnce).In(voice), parts);
    }
}

/// <summary>Says who hears of somebody's birthday and other occasions. The answer is for the asker alone.</summary>
internal sealed class OccasionAudience() : Command(
    new("occasions", CommandGroup.LookAfter, new("occasions", "anlässe"), OccasionTexts.AudienceDoes, OccasionTexts.AudienceExample, OccasionTexts.AudienceTitle))
{
    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new("contact", SlotKind.Contact, OccasionTexts.WhoseOccasions) { Required = true },
        OccasionSlots.Audience with { Required = true },
    ];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name("contact");
        var account = await turn.Account(name, cancellation);
        var contact = await turn.Store.Contacts.FirstAsync(contact => contact.Id == name.Id, cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        contact.SetAudience(arguments);
        return Reply.Asker(new Card(OccasionTexts.Heard(Wording.Who(account, contact), contact.OccasionsInChannel).In(turn.OwnVoice), Replies.CorrectOrRemove(change.Id, turn.OwnVoice)));
    }
}
