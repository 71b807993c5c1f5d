using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Lists;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Lists;

/// <summary>Finds any word that was ever noted, in the teams in scope: names, roles, numbers, then what was said, newest first.</summary>
internal sealed class SearchCommand() : ListCommand(
    new("search", CommandGroup.Ask, new("search|find", "suche|suchen|finde"), ListTexts.SearchDoes, ListTexts.SearchExample, ListTexts.SearchTitle))
{
    private const int PerPage = 8;
    private const int MostWords = 12;
    private const int LongestShown = 60;
    private static readonly Slot Sought = new("words", SlotKind.Phrase, ListTexts.WordsLabel) { Required = true, Hint = ListTexts.WordsHint, Word = new("WORDS", "WORTE") };

    public override IReadOnlyList<Slot> Slots { get; } = [Sought];

    protected override async Task<ListPage> Page(TurnContext turn, Arguments arguments, int number, CancellationToken cancellation)
    {
        var (context, voice, typed) = (turn.ForAsker(), turn.OwnVoice, arguments.Text(Sought.Name));
        var words = TextFolding.Words(typed).Distinct().ToList();
        if (words.Count is 0 or > MostWords) return new ListPage(new Card((words.Count == 0 ? ListTexts.NoWords(turn.Turn.Call) : ListTexts.TooManyWords).In(voice)), HasMore: false) { Number = 0 };
        var directory = await FoundNames.Read(turn, typed, words, cancellation);
        var noted = await Noted(turn, directory, ((number + 1) * PerPage) + 1 - directory.Hits.Count, cancellation);
        var shownWords = Shortening.Of(typed, LongestShown);
        var count = directory.Hits.Count + noted.Count;
        if (count == 0) return new ListPage(new Card(ListTexts.NothingFound(shownWords).In(voice), new Note(ListTexts.TryLess.In(voice))), HasMore: false) { Number = 0 };
        number = Math.Min(number, (count - 1) / PerPage);
        var names = directory.Hits.Skip(number * PerPage).Take(PerPage).ToList();
        var notes = noted.Skip(Math.Max(0, (number * PerPage) - directory.Hits.Count)).Take(PerPage - names.Count).ToList();
        List<CardPart> parts = [.. directory.Parts(names, context), .. await Parts(turn, notes, directory, words, context, cancellation)];
        if (number > 0) parts.Add(new Note(ListTexts.Page(number + 1).In(voice)));
        return new ListPage(new Card(ListTexts.Found(shownWords).In(voice), parts), count > (number + 1) * PerPage) { Number = number };
    }

    private static async Task<IReadOnlyList<StoryEntry>> Noted(TurnContext turn, FoundNames directory, int most, CancellationToken cancellation)
    {
        if (most <= 0) return [];
        var calendars = turn.Teams.ToDictionary(team => team.Id, team => team.Settings.Calendar());
        return await turn.Store.StoryOf(new StoryQuestion(turn.Store, turn.Now, most, team => calendars[team]) { Words = directory.Words }, cancellation);
    }

    /// <summary>What was noted, by client, in the order of the newest of each.</summary>
    private static async Task<IReadOnlyList<CardPart>> Parts(
        TurnContext turn, IReadOnlyList<StoryEntry> notes, FoundNames directory, IReadOnlyList<string> words, RenderContext context, CancellationToken cancellation)
    {
        var members = await turn.MembersNamed(notes.Select(entry => entry.MemberId), cancellation);
        // A quotation begins and ends within what is shown, so mentions are put into words before it is cut.
        var names = await turn.PersonNames(notes.SelectMany(entry => MentionsInWords.Ids(entry.Text)).ToHashSet(StringComparer.Ordinal), cancellation);
        var parts = new List<CardPart>();
        foreach (var client in notes.GroupBy(entry => entry.AccountId))
        {
            parts.Add(new Heading(directory.AccountName(client.Key)));
            parts.AddRange(client.Select(entry => StoryLines.Of(
                entry,
                entry.Text.Length == 0 ? null : Hits.Around(MentionsInWords.Shown(entry.Text, names, context.Voice), words, context.Voice),
                entry.ContactId is { } contact ? directory.ContactName(contact) : null,
                entry.MemberId is { } member ? members.GetValueOrDefault(member) : null,
                context)));
        }

        return parts;
    }
}
