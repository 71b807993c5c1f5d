using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Statuses;

namespace AccountNudge.Bot.Conversation.Statuses;

/// <summary>Notes that a status update was sent; by mail unless something else was said.</summary>
internal sealed class SendStatus() : Command(
    new("status", CommandGroup.Tell, new("status|status update|status sent", "status|statusbericht|status verschickt"), StatusTexts.Does, StatusTexts.Example, StatusTexts.Title))
{
    private static readonly Slot Kind = LogSlots.Kind with { Choices = [.. LogSlots.Kind.Choices.Where(choice => Talks.IsTalk(Enum.Parse<InteractionKind>(choice.Value)))] };
    private static readonly Slot Said = CommonSlots.Text(StatusTexts.WordsLabel);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Kind, LogSlots.Contact, LogSlots.When, Said];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var typed = turn.Turn.Input is Typed ? arguments.Text(Said.Name) : "";
        if (RhythmReader.Read(typed) is not null) return await turn.Registry.Commands.OfType<AgreeOnStatus>().Single().Run(turn, arguments, typed, cancellation);
        if (turn.Turn.Input is Typed && typed.Length == 0) return await Open(turn, arguments.Raw, cancellation);
        return Take(turn, await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation), arguments);
    }

    /// <summary>The form with what belongs into an update.</summary>
    public Task<Reply> Open(TurnContext turn, IReadOnlyDictionary<string, string> given, CancellationToken cancellation) =>
        FormBuilder.Open(turn, this, new Dictionary<string, string>(given, StringComparer.Ordinal) { [Said.Name] = StatusTexts.Skeleton(turn.OwnVoice) }, cancellation);

    /// <summary>Notes it.</summary>
    public Reply Take(TurnContext turn, AccountFacts facts, Arguments arguments)
    {
        var (account, today) = (facts.Account, facts.Today(turn.Now));
        var on = arguments.When(LogSlots.When.Name)?.Date ?? today;
        if (on > today) throw new RefusalException(LogTexts.StillAhead);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var sent = new Interaction
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = arguments.NameOrNone(LogSlots.Contact.Name)?.Id,
            Kind = arguments.Chosen(LogSlots.Kind, InteractionKind.Mail),
            IsStatus = true,
            On = on,
            RecordedAt = turn.Now,
            MemberId = turn.Speaker.Id,
            Text = Filled(arguments.Text(Said.Name)),
        };
        turn.Store.Interactions.Add(sent);
        return LogCard.Reply(turn, sent, facts, change, asksKind: false);
    }

    /// <summary>Without the headings below which nothing was written.</summary>
    private static string Filled(string text)
    {
        var headings = StatusTexts.Headings.SelectMany(heading => new[] { heading.Plain(Voice.English), heading.Plain(Voice.German) }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lines = text.Split('\n').Select(line => line.Trim()).ToList();
        return string.Join('\n', lines.Where((line, at) => !(headings.Contains(line.TrimEnd(':')) && line.EndsWith(':') && IsBelowEmpty(at)))).Trim();

        bool IsBelowEmpty(int at) => at + 1 >= lines.Count || lines[at + 1].Length == 0 || headings.Contains(lines[at + 1].Split(':')[0]);
    }
}

/// <summary>Agrees on regular status updates with a client, or ends them.</summary>
internal sealed class AgreeOnStatus() : Command(
    new("status.agree", CommandGroup.LookAfter, new("status rhythm|status cadence|agree status", "status rhythmus|statusrhythmus|status vereinbaren"), StatusTexts.DoesAgree, StatusTexts.ExampleAgree, StatusTexts.TitleAgree)), ITellsStory
{
    private const int DaysOfWeek = 7;
    private static readonly Slot Every = new("every", SlotKind.Phrase, StatusTexts.EveryLabel) { Required = true, Hint = StatusTexts.EveryHint, Word = new("every week on Friday", "jeden Freitag") };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Every];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var (typed, known) = (arguments.Text(Every.Name), facts.StatusAgreement);
        if (RhythmReader.IsUsual(typed))
        {
            if (known is null) throw new RefusalException(StatusTexts.NothingAgreed(facts.Account.Name));
            var ended = turn.Record(this, arguments, turn.TeamOf(facts.Account));
            turn.Store.StatusAgreements.Remove(known);
            return DirectoryReplies.Noted(turn, ended, StatusTexts.Ended(facts.Account.Name));
        }

        if (Read(typed) is not { } rhythm) throw new RefusalException(StatusTexts.CannotRead(typed)) { Fields = new Dictionary<string, Text> { [Every.Name] = StatusTexts.CannotRead(typed) } };
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var agreement = known ?? StatusAgreement.Of(facts.Account);
        agreement.Agree(rhythm, turn.MemberActOn(facts, change.Id));
        if (known is null) turn.Store.StatusAgreements.Add(agreement);
        return StatusCard.Reply(turn, agreement, facts);
    }

    /// <summary>The same with what was typed for another command.</summary>
    public Task<Reply> Run(TurnContext turn, Arguments arguments, string every, CancellationToken cancellation)
    {
        var account = CommonSlots.Account.Name;
        return Run(
            turn,
            new Arguments(
                new Dictionary<string, object>(StringComparer.Ordinal) { [account] = arguments.Name(account), [Every.Name] = every },
                new Dictionary<string, string>(StringComparer.Ordinal) { [account] = arguments.Raw[account], [Every.Name] = every }),
            cancellation);
    }

    public Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf) =>
        Read(given[Every.Name]) is { } rhythm ? StatusTexts.ToldAgreed(rhythm) : StatusTexts.ToldEnded;

    /// <summary>On Fridays where no day was said; null for anything that is no number of weeks or months.</summary>
    private static StatusRhythm? Read(string typed) => RhythmReader.Read(typed) switch
    {
        { Times: 1, Unit: RhythmUnit.Week } weeks => new StatusRhythm(weeks.Every, false, weeks.Day ?? IsoDayOfWeek.Friday),
        { Times: 1, Unit: RhythmUnit.Month } months => new StatusRhythm(months.Every, true, months.Day ?? IsoDayOfWeek.Friday),
        { Times: 1, Unit: RhythmUnit.Day, Every: > 0 and var days, Day: null } when days % DaysOfWeek == 0 => new StatusRhythm(days / DaysOfWeek, false, IsoDayOfWeek.Friday),
        _ => null,
    };
}
