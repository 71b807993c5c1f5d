using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Privacy;

/// <summary>Forgets a contact for good. For managers alone; it cannot be undone, so it asks first.</summary>
internal sealed class ForgetCommand() : Command(
    new("forget", CommandGroup.LookAfter, new("forget|erase", "löschen|vergessen"), PrivacyTexts.DoesForget, PrivacyTexts.ExampleForget, PrivacyTexts.TitleForget))
{
    private const int MostOthers = 5;

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Contact];

    public override Text? NeverCreates => PrivacyTexts.NobodyOfThatName;

    /// <summary>Says what will happen, and asks.</summary>
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (contact, facts) = await Whom(turn, arguments, cancellation);
        var (voice, account) = (turn.OwnVoice, facts.Account);
        var owed = Erasure.OwedWith(contact, facts).Select(open => PracticeViews.Of(open.Matter.Kind).Noun).ToList();
        var others = await OthersAlike(turn, contact, facts, cancellation);
        var draft = turn.KeepDraft(this, arguments.Raw);
        return Reply.Asker(new Card(PrivacyTexts.AskForget(contact.Name, account.Name).In(voice), [
            new Paragraph(PrivacyTexts.WhatGoes(account.Name).In(voice)),
            .. owed.Count == 0 ? [] : new CardPart[] { new Paragraph(PrivacyTexts.StaysOpen(account.Name, owed).In(voice)) },
            .. others.Count == 0 ? [] : new CardPart[] { new Paragraph(PrivacyTexts.AlsoElsewhere(string.Join("; ", others)).In(voice)) },
            .. Erasure.WordsOf(contact, facts).AreIn(account.Name, aboutClient: false) ? new CardPart[] { new Paragraph(PrivacyTexts.ClientBearsName(account.Name).In(voice)) } : [],
            new Paragraph(PrivacyTexts.Unchangeable.In(voice)),
            new Note(PrivacyTexts.CannotUndo.In(voice)),
            new Actions([new Button(ForgetConfirmed.ActionId, PrivacyTexts.ForgetNow.Plain(voice), ButtonValue.For(draft.Id).ToString(), ButtonStyle.Danger)]),
        ]));
    }

    /// <summary>Does it.</summary>
    public static async Task<Reply> Forget(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (contact, facts) = await Whom(turn, arguments, cancellation);
        var report = await turn.Store.Forget(contact, facts, turn.Speaker.Id, turn.Now, cancellation);
        turn.ForgetNames();
        var voice = turn.OwnVoice;
        var places = new List<string>();
        var names = await turn.MembersNamed(report.Unreachable.Select(message => message.MemberId), cancellation);
        foreach (var message in report.Unreachable)
        {
            var day = facts.Calendar.DateOf(message.DecidedAt);
            var place = message.MemberId is { } member ? names.GetValueOrDefault(member) ?? "" : turn.TeamOf(facts.Account).Name;
            places.Add(new Text($"{place}, {day:d MMMM yyyy}", $"{place}, {day:d. MMMM yyyy}").Plain(voice));
        }

        return Reply.Asker(new Card(PrivacyTexts.Forgotten.In(voice), [
            .. report.Messages == 0 ? [] : new CardPart[] { new Paragraph(PrivacyTexts.Rewritten(report.Messages).In(voice)) },
            .. places.Count == 0 ? [] : new CardPart[] { new Paragraph(PrivacyTexts.Unreachable(string.Join("; ", places)).In(voice)) },
            new Note(PrivacyTexts.OwnWords.In(voice)),
        ]));
    }

    private static async Task<(Contact Contact, AccountFacts Facts)> Whom(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(DirectorySlots.Contact.Name);
        var facts = await turn.FactsOf(name, cancellation);
        await TeamChoice.MustManage(turn, turn.TeamOf(facts.Account), cancellation);
        var contact = facts.Contacts.First(contact => contact.Id == name.Id);
        return contact.State == ContactState.Erased ? throw new RefusalException(PrivacyTexts.AlreadyForgotten) : (contact, facts);
    }

    /// <summary>Other entries of the team by the same name or address.</summary>
    private static async Task<IReadOnlyList<string>> OthersAlike(TurnContext turn, Contact contact, AccountFacts facts, CancellationToken cancellation)
    {
        var (key, team) = (ComparedNames.PersonKey(contact.Name), facts.Account.TeamId);
        var all = await turn.Store.Contacts.Where(other => other.TeamId == team && other.Id != contact.Id && other.State != ContactState.Erased)
            .Join(turn.Store.Accounts, other => other.AccountId, account => account.Id, (other, account) => new { other.Name, other.Email, Account = account.Name }).ToListAsync(cancellation);
        return [.. all.Where(other => ComparedNames.PersonKey(other.Name) == key
                || (contact.Email.Length > 0 && string.Equals(other.Email, contact.Email, StringComparison.OrdinalIgnoreCase)))
            .Select(other => $"{other.Name}, {other.Account}").Take(MostOthers)];
    }
}

/// <summary>[Forget for good].</summary>
internal sealed class ForgetConfirmed : ButtonAction
{
    public const string ActionId = "forget.confirm";

    public override string Id => ActionId;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FindDraft(value.Subject, cancellation) is not (ForgetCommand command, { } raw)) return Replies.Hint(turn, PrivacyTexts.AlreadyForgotten);
        if (FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow) is not Filled filled) return Replies.Hint(turn, PrivacyTexts.AlreadyForgotten);
        return await ForgetCommand.Forget(turn, filled.Arguments, cancellation) with { AnswersQuestion = true };
    }
}
