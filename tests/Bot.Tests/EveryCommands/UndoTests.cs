using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.EveryCommands;

/// <summary>Whatever a command records is gone again when it is taken back: every row of every table is as it was.</summary>
[LongTests]
public sealed class UndoTests(UndoTests.Talks talks) : IClassFixture<UndoTests.Talks>
{
    /// <summary>What is another after a command was taken back, and why it has to be; a table without a column is one as a whole.</summary>
    private static readonly Dictionary<(string Table, string? Column), string> Differs = new()
    {
        [("changes", null)] = "Keeps what was taken back, by whom and when.",
        [("receipts", null)] = "A turn that was answered stays answered.",
        [("audit", null)] = "What was done with personal data stays known.",
        [("posts", null)] = "The messages that say so, and those that were drawn anew.",
        [("drafts", null)] = "A question that was asked on the way.",
        [("accounts", "Revision")] = "Counted up by whatever touches an account, an undo among it.",
        [("nudges", "Id")] = "A nudge that was not wanted for a moment is planned anew, as another row.",
        [("nudges", "PostId")] = "The message it was said in; what was said at once cannot be unsaid.",
    };

    public static TheoryData<string, Language> Recording => Rows(Leaves.Change);

    public static TheoryData<string, Language> Asking => Rows(Leaves.Nothing);

    public static TheoryData<string, Language> Staying => Rows(Leaves.ForGood);

    [Fact]
    public void Every_command_has_its_case_and_no_case_is_left_over() =>
        EveryCommand.Cases.Keys.ShouldBe(talks.English.Commands.Select(command => command.Words.Id), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Recording))]
    public async Task What_a_command_records_is_gone_when_it_is_taken_back(string id, Language language)
    {
        var (talk, command) = (talks.In(language), talks.In(language).Registry.Find(id)!);
        await Begin(talk, command, language);
        var before = talks.Read(language);
        var reply = await Carry(talk, command, language);
        (await Recorded(talk)).ShouldBe(id, CardText.Of(reply));
        talks.Read(language).ShouldNotBe(before);
        var undone = await Undo(talk, language);
        await talks.Settle(language);
        Same(talks.Read(language), before, $"{id}, “undo”: {CardText.Of(undone)}");

        // Once more, by the button of its card.
        reply = await Carry(talk, command, language);
        if (reply.Card is null || ButtonsOf(reply.Card).FirstOrDefault(button => button.ActionId is "record.remove" or "complaint.remove") is not { } remove) return;
        undone = await Because(talk, language, await talk.Press(Speaker(language), remove));
        await talks.Settle(language);
        Same(talks.Read(language), before, $"{id}, [Remove]: {CardText.Of(undone)}");
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task What_only_asks_changes_no_row(string id, Language language)
    {
        var (talk, command) = (talks.In(language), talks.In(language).Registry.Find(id)!);
        await Begin(talk, command, language);
        var before = talks.Read(language);
        await Carry(talk, command, language);
        Same(talks.Read(language), before, id);
    }

    [Theory]
    [MemberData(nameof(Staying))]
    public async Task What_is_never_taken_back_has_a_reason_and_leaves_no_change(string id, Language language)
    {
        var (talk, command) = (talks.In(language), talks.In(language).Registry.Find(id)!);
        EveryCommand.CaseOf(command).Why.ShouldNotBeEmpty();
        await Begin(talk, command, language);
        var (before, changes) = (talks.Read(language), await Changes(talk));
        var reply = await Carry(talk, command, language);
        talks.Read(language).ShouldNotBe(before, CardText.Of(reply));
        // Of somebody who is forgotten nothing is kept that could be taken back.
        (await Changes(talk)).ShouldBeLessThanOrEqualTo(changes);
    }

    private async Task Begin(Talk talk, Command command, Language language)
    {
        talks.PutBack(language);
        foreach (var line in EveryCommand.Before(command, language))
        {
            var before = talks.Read(language);
            var reply = await talk.Say(Speaker(language), EveryCommand.Mentioning(line, Mention));
            talks.Read(language).ShouldNotBe(before, $"“{line}” before {command.Words.Id} came to nothing: {CardText.Of(reply)}");
        }

        await talks.Settle(language);
    }

    private static async Task<Reply> Carry(Talk talk, Command command, Language language)
    {
        var (speaker, told) = (Speaker(language), EveryCommand.CaseOf(command));
        var reply = await talk.Say(speaker, EveryCommand.Mentioning(EveryCommand.Line(command, language), Mention));
        foreach (var action in told.Then) reply = await talk.Press(speaker, reply, action);
        if (reply.Form is not null) reply = await talk.Submit(speaker, reply, told.Form);
        reply.Errors.ShouldBeEmpty();
        reply.Form.ShouldBeNull();
        return reply;
    }

    private static async Task<Reply> Undo(Talk talk, Language language) =>
        await Because(talk, language, await talk.Say(Speaker(language), language == Language.German ? "rückgängig" : "undo"));

    /// <summary>Gives a word why where one is asked for.</summary>
    private static async Task<Reply> Because(Talk talk, Language language, Reply reply)
    {
        if (reply.Card is { } card && ButtonsOf(card).FirstOrDefault(button => button.ActionId == "complaint.remove") is { } why) reply = await talk.Press(Speaker(language), why);
        if (reply.Form is not null) reply = await talk.Submit(Speaker(language), reply, ("text", "recorded twice"));
        reply.Errors.ShouldBeEmpty();
        return reply;
    }

    /// <summary>A button is pressed at most so often, each time with another label.</summary>
    private static readonly int Presses = Extent.Of(1, 2);

    /// <summary>So many buttons at least are seen to record something.</summary>
    private const int RecordingButtons = 30;

    /// <summary>Buttons that change rows and of which nothing is taken back, and why.</summary>
    private static readonly Dictionary<string, string> Unrecorded = new()
    {
        ["complaint.on-it"] = "It says of nobody but who presses that they are busy with it, and is over by itself.",
        ["complaint.remove"] = "It takes back, as the commands above have it.",
        ["contact.merge"] = "What two entries had is one entry’s from then on; the question before it says so.",
        ["forget.confirm"] = "Nothing is left to bring back; the question before it says so.",
        ["record.correct"] = "It takes back and records anew: taken back itself, the first version is gone, too.",
        ["record.remove"] = "It takes back, as the commands above have it.",
    };

    [Fact]
    public async Task What_a_button_records_is_gone_when_it_is_taken_back()
    {
        var talk = talks.English;
        var pressed = new Dictionary<string, HashSet<string>>();
        var (wrong, recording) = (new List<string>(), new HashSet<string>());
        foreach (var card in talks.Posted) await PressAll(() => Task.FromResult<Card?>(card));
        foreach (var command in talk.Commands)
        {
            await PressAll(async () =>
            {
                await Begin(talk, command, Language.English);
                return (await talk.Say(Anna, EveryCommand.Mentioning(EveryCommand.Line(command, Language.English), Mention))).Card;
            });
        }

        await PressTheOthers();
        wrong.ShouldBeEmpty(string.Join("\n", wrong));
        pressed.Keys.ShouldBe(talk.Registry.Actions.Keys, ignoreOrder: true);
        // Those that record are pressed where they do.
        recording.Count.ShouldBeGreaterThan(RecordingButtons, string.Join(", ", recording));

        // Buttons that stand on no card so far are pressed on everything there is, until one records something.
        async Task PressTheOthers()
        {
            var subjects = talks.Subjects;
            foreach (var action in talk.Registry.Actions.Keys.Except(pressed.Keys).ToList())
            {
                pressed[action] = [];
                talks.PutBack(Language.English);
                foreach (var subject in subjects.SelectMany(id => (string[])[new ButtonValue(id, Guid.NewGuid(), "").ToString(), new ButtonValue(id, Guid.NewGuid(), "2027-03-26").ToString()]))
                {
                    var changes = await Changes(talk);
                    var reply = await talk.Press(Anna, new Button(action, action, subject));
                    if (reply.Form is null && await Changes(talk) == changes) continue;
                    talks.PutBack(Language.English);
                    if (ButtonValue.TryParse(subject, out var value) && await PressAndTakeBack(talk, new Button(action, action, new ButtonValue(value.Subject, Guid.NewGuid(), value.Extra).ToString()), recording) is { } problem) wrong.Add(problem);
                    break;
                }
            }
        }

        async Task PressAll(Func<Task<Card?>> draw)
        {
            talks.PutBack(Language.English);
            if (await draw() is not { } first) return;
            var labels = ButtonsOf(first).Select((button, at) => (button.ActionId, button.Label, At: at)).ToList();
            foreach (var (action, label, at) in labels)
            {
                var before = pressed.TryGetValue(action, out var known) ? known : pressed[action] = [];
                if (before.Count >= Presses || !before.Add(label)) continue;
                talks.PutBack(Language.English);
                if (await PressAndTakeBack(talk, ButtonsOf((await draw())!).ElementAt(at), recording) is { } problem) wrong.Add(problem);
            }
        }
    }

    /// <summary>What is wrong, if anything.</summary>
    private async Task<string?> PressAndTakeBack(Talk talk, Button button, HashSet<string> recording)
    {
        await talks.Settle(Language.English);
        var (before, changes) = (talks.Read(Language.English), await Changes(talk));
        var reply = await talk.Press(Anna, button);
        if (reply.Form is { } form) reply = await talk.Submit(Anna, reply, [.. form.Fields.Where(field => field.Value.Length == 0).Select(field => (field.Name, Filled(field)))]);
        await talks.Settle(Language.English);
        var about = $"{button.ActionId} [{button.Label}]: {CardText.Of(reply)}";
        if (Unrecorded.ContainsKey(button.ActionId)) return null;
        if (await Changes(talk) == changes) return Difference(talks.Read(Language.English), before) is not { } silent ? null : $"{about} leaves no change, but {silent}";
        recording.Add(button.ActionId);
        var undone = await Undo(talk, Language.English);
        await talks.Settle(Language.English);
        return Difference(talks.Read(Language.English), before) is { } difference ? $"{about}{CardText.Of(undone)}{difference}" : null;
    }

    private static string Filled(Field field) => field.Kind switch
    {
        FieldKind.Date => "2027-03-18",
        FieldKind.Choice => field.Choices[0].Value,
        FieldKind.Suggest when field.Choices.Count > 0 => field.Choices[0].Value,
        _ => field.Required ? "as agreed" : "",
    };

    private static void Same(IReadOnlyList<string> rows, IReadOnlyList<string> before, string about) => Difference(rows, before).ShouldBeNull(about);

    /// <summary>What differs in any row of any table; null when nothing does.</summary>
    private static string? Difference(IReadOnlyList<string> rows, IReadOnlyList<string> before)
    {
        // What was said at once cannot be unsaid, so its nudge stays as one that went out; whether it is still open is shown by its message.
        var said = rows.Where(WentOut).Select(KeyOfNudge).Except(before.Where(WentOut).Select(KeyOfNudge)).ToHashSet();
        var (now, then) = (Without(rows), Without(before));
        var (left, missing) = (now.Except(then).ToList(), then.Except(now).ToList());
        return left.Count + missing.Count == 0 && now.Count == then.Count ? null : $"\nis now: {string.Join("\n        ", left)}\nwas:    {string.Join("\n        ", missing)}";

        List<string> Without(IReadOnlyList<string> all) => [.. all.Where(row => !(IsNudge(row) && said.Contains(KeyOfNudge(row))))];
    }

    private static bool IsNudge(string row) => row.StartsWith("nudges:", StringComparison.Ordinal);

    private static bool WentOut(string row) => IsNudge(row) && !row.Contains("PostedAt=,", StringComparison.Ordinal);

    private static string KeyOfNudge(string row) => string.Join(' ', row.Split(", ").Where(part => part.Split('=')[0] is "Kind" or "Subject" or "Cycle" or "Rung"));

    /// <summary>The command of the latest change, as long as it stands.</summary>
    private static async Task<string?> Recorded(Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        var change = await store.Changes.IgnoreQueryFilters().AsNoTracking().OrderByDescending(change => change.At).ThenByDescending(change => change.Id).FirstAsync();
        return change.UndoneAt is null ? change.Command : null;
    }

    private static async Task<int> Changes(Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Changes.IgnoreQueryFilters().CountAsync();
    }

    private static ChatPerson Speaker(Language language) => language == Language.German ? Clara : Anna;

    private static string Mention(string name) => $"@[U-{name.ToUpperInvariant()}|{name}]";

    /// <summary>In both languages with FAULTS=all; else the commands take turns.</summary>
    private static TheoryData<string, Language> Rows(Leaves leaves) => new(
        from command in EveryCommand.Cases.Where(command => command.Value.Leaves == leaves).Index()
        from language in Enum.GetValues<Language>()
        where Extent.IsFull || (command.Index % 2 == 0) == (language == Language.English)
        select (command.Item.Key, language));

    /// <summary>The example team, once in each language.</summary>
    public sealed class Talks : IAsyncLifetime
    {
        private readonly Dictionary<Language, (Talk Talk, StoredRows Rows)> talks = [];

        /// <summary>What was posted in the English team.</summary>
        internal IReadOnlyList<Card> Posted { get; private set; } = [];

        internal Talk English => In(Language.English);

        internal Talk In(Language language) => talks[language].Talk;

        /// <summary>What is due at this instant is reviewed and said, until nothing is.</summary>
        internal Task Settle(Language language) => In(language).Until("2027-03-10T10:00");

        /// <summary>One row of each kind in each table.</summary>
        internal IReadOnlyList<Guid> Subjects => talks[Language.English].Rows.Subjects();

        internal void PutBack(Language language) => talks[language].Rows.PutBack();

        internal IReadOnlyList<string> Read(Language language) => talks[language].Rows.Read((table, column) => Differs.ContainsKey((table, column)));

        public async ValueTask InitializeAsync()
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var talk = await At("2027-03-09T10:00");
                await talk.Say(Anna, "team region Berlin");
                await talk.Say(Anna, language == Language.German ? "team language German" : "team region Berlin");
                await talk.Say(Ben, "settings");
                await talk.Say(Clara, "einstellungen");
                foreach (var line in EveryCommand.Life)
                {
                    var changes = await Changes(talk);
                    var reply = await talk.Say(Ben, EveryCommand.Mentioning(line, Mention));
                    (await Changes(talk)).ShouldBe(changes + 1, $"{line}: {CardText.Of(reply)}");
                }

                await talk.Until("2027-03-10T10:00");
                if (language == Language.English) Posted = [.. talk.Cards.Values];
                talks.Add(language, (talk, await StoredRows.Keep(talk.Database.ConnectionString, talk.Stores)));
            }
        }

        public ValueTask DisposeAsync()
        {
            foreach (var (talk, rows) in talks.Values)
            {
                talk.Dispose();
                rows.Dispose();
            }

            return ValueTask.CompletedTask;
        }
    }
}
