using System.Globalization;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Tests.Conversation.Isolation;

/// <summary>
/// A member of one team cannot see, name or change anything of another team or workspace. Every command and every button there
/// is, found in the registry, is tried on every row of others; foreign and missing ones are answered identically.
/// </summary>
[LongTests]
public sealed class IsolationTests
{
    private static readonly string[] Leads = ["Account", "Contact", "Member", "complaints", "Draft", "Change"];

    /// <summary>Whatever a button may carry beside its subject: days, and the subject's id once more.</summary>
    private static readonly string[] Extras = ["2027-03-09", "2027-03-09T09:00:00Z", "1804590000", "{0}", "account:{0}"];

    [Fact]
    public async Task No_typed_line_reaches_another_team()
    {
        using var fixture = await IsolationFixture.Meet();
        foreach (var (turn, command) in fixture.Talk.Registry.Commands.Index())
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                if (!command.Slots.Any(IsName)) await fixture.Try(command.Words.Id, new Typed(Line(command, language, Own)));
                foreach (var foreign in !command.Slots.Any(IsName) ? [] : Nameable(fixture, language).Where((_, at) => Extent.IsFull || (at + turn) % 2 == 0))
                {
                    await fixture.Compare(command.Words.Id, name => new Typed(Line(command, language, _ => name)), [foreign], IsolationFixture.Missing(foreign));
                    foreach (var slot in command.Slots.Where(IsName))
                        await fixture.Compare($"{command.Words.Id}/{slot.Name}", name => new Typed(Line(command, language, other => other == slot ? name : Own(other))), [foreign], IsolationFixture.Missing(foreign));
                }
            }

            await fixture.Unchanged(command.Words.Id);
        }
    }

    [Fact]
    public async Task No_form_reaches_another_team()
    {
        using var fixture = await IsolationFixture.Meet();
        foreach (var command in fixture.Talk.Registry.Commands.Where(command => command.Slots.Any(IsName)))
        {
            foreach (var foreign in Nameable(fixture, Language.German).Concat(Told(fixture)))
            {
                var missing = Guid.TryParseExact(foreign, "N", out _) ? Guid.NewGuid().ToString("N") : IsolationFixture.Missing(foreign);
                await fixture.Compare(command.Words.Id, name => new Submitted(command.Words.Id, Values(command, _ => name), ""), [foreign], missing);
                foreach (var slot in command.Slots.Where(IsName))
                    await fixture.Compare($"{command.Words.Id}/{slot.Name}", name => new Submitted(command.Words.Id, Values(command, other => other == slot ? name : Own(other)), ""), [foreign], missing);
            }

            await fixture.Unchanged(command.Words.Id);
        }
    }

    [Fact]
    public async Task No_search_finds_what_another_team_noted()
    {
        using var fixture = await IsolationFixture.Meet();
        foreach (var words in (string[])["search", "suche"])
        {
            foreach (var canary in fixture.Canaries) await fixture.Compare(words, word => new Typed($"{words} {word}"), [canary], IsolationFixture.Missing(canary));
        }

        await fixture.Unchanged("search");
    }

    [Fact]
    public async Task No_correction_reaches_another_team()
    {
        using var fixture = await IsolationFixture.Meet();
        foreach (var command in fixture.Talk.Registry.Commands)
        {
            await fixture.Compare($"correcting {command.Words.Id}", context => new Submitted(command.Words.Id, Values(command, Own), context), Told(fixture), Guid.NewGuid().ToString("N"));
            await fixture.Unchanged(command.Words.Id);
        }
    }

    [Fact]
    public async Task No_button_reaches_another_team()
    {
        using var fixture = await IsolationFixture.Meet();
        foreach (var action in fixture.Talk.Registry.Actions.Keys.Order(StringComparer.Ordinal))
        {
            await fixture.Compare(action, id => Press(action, id, ""), Extent.IsFull ? fixture.Rows.Select(Id) : FirstIds(fixture.Rows), Guid.NewGuid().ToString("N"));
            foreach (var (extra, number) in Extras.Select((extra, number) => (extra, number)))
            {
                var ids = Extent.IsFull ? FirstIds(fixture.Rows) : Told(fixture).Skip(number).Take(2);
                await fixture.Compare($"{action} with “{extra}”", id => Press(action, id, string.Format(CultureInfo.InvariantCulture, extra, id)), ids, Guid.NewGuid().ToString("N"));
            }

            foreach (var extra in (Extent.IsFull ? FirstIds(fixture.Rows) : Told(fixture)).SelectMany(id => new[] { id, $"account:{id}" }))
                await fixture.Try($"{action} on nothing with “{extra}”", Press(action, Guid.NewGuid().ToString("N"), extra));
            await fixture.Unchanged(action);
        }
    }

    [Fact]
    public async Task No_button_of_ones_own_leads_to_another_team()
    {
        using var fixture = await IsolationFixture.Meet();
        var own = await OwnSubjects(fixture);
        var leads = Told(fixture);
        foreach (var (turn, action) in fixture.Talk.Registry.Actions.Keys.Order(StringComparer.Ordinal).Index())
        {
            // Each of one's own leads to each of theirs; unless everything is tried, the buttons take turns.
            foreach (var (subject, id) in own.SelectMany((_, at) => leads.Where((_, to) => Extent.IsFull || (at + to + turn) % own.Count == 0), (subject, id) => (subject, id)))
            {
                foreach (var extra in new[] { id, $"account:{id}" })
                    await fixture.Try($"{action} on one's own with “{extra}”", Press(action, subject, extra));
            }

            await fixture.Unchanged(action);
        }
    }

    [Fact]
    public async Task A_choice_among_names_takes_foreign_ids_for_missing_ones()
    {
        using var fixture = await IsolationFixture.Meet();
        foreach (var id in Told(fixture))
        {
            var offer = await fixture.Talk.Say(Talk.Anna, "account show Nobodyknows");
            var draft = ButtonValue.TryParse(Talk.ButtonsOf(offer.Card!).First(button => button.ActionId == "draft.form").Value, out var value) ? value.Subject : default;
            await fixture.Compare("draft.choose", chosen => Press("draft.choose", draft.ToString("N"), $"account:{chosen}"), [id], Guid.NewGuid().ToString("N"));
        }

        await fixture.Unchanged("draft.choose");
    }

    private static Pressed Press(string action, string subject, string extra) => new(action, $"{subject}.{Guid.NewGuid():N}.{extra}");

    private static bool IsName(Slot slot) => slot.Kind is SlotKind.Account or SlotKind.Contact or SlotKind.AccountOrContact or SlotKind.Member;

    /// <summary>Every kind of name in English, the other language only spells the commands otherwise.</summary>
    private static IEnumerable<string> Nameable(IsolationFixture fixture, Language language) =>
        language == Language.English ? fixture.Names : fixture.Names.Where((_, at) => at is 2 or 3);

    /// <summary>One id of each table that a person may name or a form may carry.</summary>
    private static IReadOnlyList<string> Told(IsolationFixture fixture) => FirstIds(fixture.Rows.Where(row => Leads.Contains(row.Table)));

    /// <summary>One id of each table.</summary>
    private static IReadOnlyList<string> FirstIds(IEnumerable<Foreign> rows) => [.. rows.DistinctBy(row => row.Table).Select(Id)];

    private static string Id(Foreign row) => row.Id.ToString("N");

    private static async Task<IReadOnlyList<string>> OwnSubjects(IsolationFixture fixture)
    {
        await fixture.Talk.Say(Talk.Anna, "complaint Ours GmbH: late delivery");
        var offer = await fixture.Talk.Say(Talk.Anna, "account show Nobodyknows");
        ButtonValue.TryParse(Talk.ButtonsOf(offer.Card!).First().Value, out var draft).ShouldBeTrue();
        await using var store = fixture.Talk.Stores.Open(Scope.Nothing);
        var account = await store.Accounts.IgnoreQueryFilters().SingleAsync(account => account.Name == "Ours GmbH", TestContext.Current.CancellationToken);
        var contact = await store.Contacts.IgnoreQueryFilters().SingleAsync(contact => contact.Name == "Otto Ours", TestContext.Current.CancellationToken);
        var complaint = await store.Complaints.IgnoreQueryFilters().SingleAsync(complaint => complaint.AccountId == account.Id, TestContext.Current.CancellationToken);
        return [draft.Subject.ToString("N"), account.Id.ToString("N"), contact.Id.ToString("N"), complaint.Id.ToString("N"), account.TeamId.ToString("N")];
    }

    /// <summary>A whole line, every slot filled.</summary>
    private static string Line(Command command, Language language, Func<Slot, string> name)
    {
        var words = new List<string> { Phrases.First(command.Words.Phrase, language) };
        foreach (var slot in command.Slots.Where(slot => slot.Kind != SlotKind.Prose))
        {
            if (slot.Keyword is { } keyword) words.Add(Phrases.First(keyword, language));
            words.Add(Value(slot, language, name));
        }

        var line = string.Join(' ', words);
        return command.Slots.Any(slot => slot.Kind == SlotKind.Prose) ? $"{line}: late delivery" : line;
    }

    private static Dictionary<string, string> Values(Command command, Func<Slot, string> name) =>
        command.Slots.ToDictionary(slot => slot.Name, slot => slot.Kind == SlotKind.Choice ? slot.Choices[0].Value : Value(slot, Language.English, name));

    private static string Value(Slot slot, Language language, Func<Slot, string> name) => slot.Kind switch
    {
        SlotKind.When => slot.Past ? "2027-02-25" : "2027-03-09",
        SlotKind.DayOfYear => "12.3.",
        SlotKind.Choice => Phrases.First(slot.Choices[0].Spellings, language),
        SlotKind.NewName or SlotKind.Phrase => "Something",
        SlotKind.Prose => "late delivery",
        _ => name(slot),
    };

    private static string Own(Slot slot) => slot.Kind switch { SlotKind.Account => "Ours GmbH", SlotKind.Member => "Anna", SlotKind.Contact => "Otto Ours", _ => "Ours GmbH" };
}
