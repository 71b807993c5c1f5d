using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Occasions;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>Notes a contact's birthday. The answer is for the asker alone: birthdays are personal.</summary>
internal sealed class BirthdayCommand() : Command(
    new("birthday", CommandGroup.Tell, new("birthday", "geburtstag"), OccasionTexts.BirthdayDoes, OccasionTexts.BirthdayExample, OccasionTexts.BirthdayTitle))
{
    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new("contact", SlotKind.Contact, OccasionTexts.Contact) { Required = true },
        new("day", SlotKind.DayOfYear, OccasionTexts.Day) { Required = true, Hint = OccasionTexts.DayHint },
        OccasionSlots.AlsoAudience,
    ];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (voice, name, day) = (turn.OwnVoice, arguments.Name("contact"), arguments.DayOfYear("day"));
        PossibleDays.RefuseBirthday(day, turn.Today, "day");
        var account = await turn.Account(name, cancellation);
        var contact = await turn.Store.Contacts.FirstAsync(contact => contact.Id == name.Id, cancellation);
        var team = turn.TeamOf(account);
        var change = turn.Record(this, arguments, team);
        var before = contact.Birthday is { } earlier ? new DayOfYear(earlier, contact.BirthYear) : (DayOfYear?)null;
        (contact.Birthday, contact.BirthYear) = (day.Day, day.Year);
        contact.SetAudience(arguments);
        var owner = await DirectoryReplies.MemberName(turn, account.TeamId, account.OwnerId, cancellation);
        var parts = new List<CardPart> { new Note(OccasionTexts.Ahead(owner, account.OwnerId == turn.Speaker.Id, team.Settings.BirthdayLeadDays, contact.OccasionsInChannel).In(voice)) };
        if (before is { } formerly && formerly != day) parts.Insert(0, new Paragraph(OccasionTexts.InsteadOf(DateReader.Write(formerly, voice.Language)).In(voice)));
        if (day.Day is { Month: 2, Day: 29 }) parts.Add(new Note(OccasionTexts.LeapDay.In(voice)));
        parts.Add(Replies.CorrectOrRemove(change.Id, voice));
        return Reply.Asker(new Card(OccasionTexts.Birthday(Wording.Who(account, contact), DateReader.Write(day, voice.Language)).In(voice), parts));
    }
}

/// <summary>Notes since when the two have been working together.</summary>
internal sealed class SinceCommand() : Command(
    new("since", CommandGroup.Tell, new("since", "seit"), OccasionTexts.SinceDoes, OccasionTexts.SinceExample, OccasionTexts.SinceTitle))
{
    public override bool FoundsTeam => true;

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new("account", SlotKind.Account, OccasionTexts.Account) { Required = true },
        new("day", SlotKind.When, OccasionTexts.Since) { Required = true, Past = true },
    ];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var day = arguments.When("day")!.Value.Date;
        PossibleDays.RefuseBeginning(day, turn.Today, "day");
        var account = await turn.Account(arguments.Name("account"), cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var before = account.Since;
        account.Since = day;
        return turn.ReplyToTeam(context =>
        {
            var next = OccasionDays.NextAnniversary(day, context.Today);
            return new Card(OccasionTexts.Together(account.Name, DateReader.Write(day, context.Voice.Language)).In(context.Voice), [
                .. before is { } formerly && formerly != day ? [new Paragraph(OccasionTexts.InsteadOf(DateReader.Write(formerly, context.Voice.Language)).In(context.Voice))] : Array.Empty<CardPart>(),
                new Note(OccasionTexts.NextAnniversary(next.Year - day.Year, Wording.On(next, context)).In(context.Voice)),
                Replies.CorrectOrRemove(change.Id, context.Voice),
            ]);
        });
    }
}
