using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

/// <summary>What was given is shown in words of the reader's language that read back to the same, whatever kind of slot it stands in.</summary>
public sealed class ShownValueTests
{
    private static readonly Guid Sabine = Guid.NewGuid();

    [Theory]
    [InlineData("log", "kind", "Call", "call", "anruf")]
    [InlineData("log", "kind", "Gift", "gift", "geschenk")]
    [InlineData("log", "direction", "They", "incoming", "eingehend")]
    [InlineData("log", "direction", "We", "outgoing", "ausgehend")]
    [InlineData("log", "mood", "SoSo", "so-so", "geht so")]
    [InlineData("log", "balance", "Give", "give", "gegeben")]
    [InlineData("log", "when", "2027-02-22", "22 February 2027", "22. Februar 2027")]
    [InlineData("snooze", "until", "2027-02-22T15:30", "22 February 2027, 15:30", "22. Februar 2027, 15:30 Uhr")]
    [InlineData("birthday", "day", "--05-04", "4 May", "4. Mai")]
    [InlineData("birthday", "day", "--02-29", "29 February", "29. Februar")]
    [InlineData("birthday", "day", "1980-05-04", "4 May 1980", "4. Mai 1980")]
    [InlineData("account.tier", "tier", "A", "A", "A")]
    [InlineData("team.language", "language", "de", "German", "Deutsch")]
    [InlineData("team.region", "region", "DE-BY", "Bavaria", "Bayern")]
    public async Task Words_that_read_back(string command, string name, string raw, string english, string german)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var slot = talk.Registry.Find(command)!.Slots.Single(slot => slot.Name == name);

        ShownValue.Of(slot, raw, [], Language.English).ShouldBe(english);
        ShownValue.Of(slot, raw, [], Language.German).ShouldBe(german);

        var alone = new Alone(slot with { Required = true, Within = null, After = null });
        foreach (var shown in new[] { english, german }.Where(_ => slot.Kind != SlotKind.Phrase))
            FormReader.Read(alone, new Dictionary<string, string> { [name] = shown }, [], new LocalDateTime(2027, 3, 1, 10, 0)).ShouldBeOfType<Filled>(shown).Arguments.Raw[name].ShouldBe(raw);
    }

    [Theory]
    [InlineData("log", "contact", "", "Sabine Klein")]
    [InlineData("log", "contact", "somebody else", "")]
    [InlineData("log", "contact", "Frau Neu", "Frau Neu")]
    public async Task Names_in_place_of_ids(string command, string name, string raw, string shown)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var slot = talk.Registry.Find(command)!.Slots.Single(slot => slot.Name == name);
        KnownName[] names = [new(NameKind.Contact, Sabine, "Sabine Klein", Guid.NewGuid(), null, null)];
        var given = raw switch { "" => Sabine.ToString("N"), "somebody else" => Guid.NewGuid().ToString("N"), _ => raw };
        foreach (var language in Enum.GetValues<Language>()) ShownValue.Of(slot, given, names, language).ShouldBe(shown);
    }

    [Theory]
    [InlineData("log Acme Berlin incoming so-so 22 February: called", "incoming", "so-so", "22 February 2027")]
    [InlineData("log Acme Berlin gift outgoing yesterday: sent", "gift", "outgoing", "28 February 2027")]
    [InlineData("notiz Acme Berlin eingehend geht so 22.2.: rief an", "eingehend", "geht so", "22. Februar 2027")]
    [InlineData("notiz Acme Berlin geschenk ausgehend gestern: geschickt", "geschenk", "ausgehend", "28. Februar 2027")]
    public async Task Understood_so_far_and_undo_speak_alike(string line, params string[] words)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var person = line.StartsWith("notiz", StringComparison.Ordinal) ? Talk.Clara : Talk.Anna;
        await talk.Say(person, "account add Acme", Talk.DirectOf(person));

        var asked = CardText.Of(await talk.Say(person, line, Talk.DirectOf(person)));
        await talk.Say(person, line.Replace(" Berlin", "", StringComparison.Ordinal), Talk.DirectOf(person));
        var undone = CardText.Of(await talk.Say(person, "undo", Talk.DirectOf(person)));

        foreach (var said in new[] { asked, undone })
        {
            foreach (var word in words) said.ShouldContain(word, Case.Sensitive);
            said.ShouldNotMatch(@"They|SoSo|\b\d{4}-\d\d|--\d\d|@\[");
        }
    }

    private sealed class Alone(Slot slot) : Command(new("alone", CommandGroup.Tell, new("alone", "allein"), Text.Verbatim("takes one thing"), Text.Verbatim("alone")))
    {
        public override IReadOnlyList<Slot> Slots { get; } = [slot];

        public override Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
