using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Conversation.Occasions;
using AccountNudge.Bot.Tests.Conversation.Grammar;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Conversation.Occasions;

/// <summary>How milestones and occasions are typed, and that their forms say the same. It is Wednesday, 12 May 2027, half past ten.</summary>
public sealed class OccasionGrammarTests
{
    private static readonly IReadOnlyList<Command> Commands = [new MilestoneCommand(), new OccasionCommand(), new OccasionAudience(), new BirthdayCommand()];

    [Theory]
    [InlineData("milestone Acme: launched the web shop", "launched the web shop", null)]
    [InlineData("milestone Acme: launched the web shop on 3 March", "launched the web shop", "2027-03-03")]
    [InlineData("milestone Acme: launched the web shop on Monday", "launched the web shop", "2027-05-10")]
    [InlineData("milestone Acme: first prize on stage", "first prize on stage", null)]
    [InlineData("milestone Acme won a prize on 3 March 2026", "won a prize", "2026-03-03")]
    [InlineData("success Acme: first prize", "first prize", null)]
    [InlineData("meilenstein Acme: Webshop gestartet", "Webshop gestartet", null)]
    [InlineData("meilenstein Acme: Webshop gestartet am 3.3.", "Webshop gestartet", "2027-03-03")]
    [InlineData("meilenstein Acme Preis gewonnen am 3. März 2026", "Preis gewonnen", "2026-03-03")]
    [InlineData("Meilenstein Acme: Preis am Rhein gewonnen", "Preis am Rhein gewonnen", null)]
    [InlineData("erfolg Acme: erster Preis am Freitag", "erster Preis", "2027-05-07")]
    public void Reads_milestones(string line, string text, string? day)
    {
        var arguments = Read(line);
        arguments.Text("text").ShouldBe(text);
        arguments.Raw.GetValueOrDefault("day").ShouldBe(day);
        SaysTheSameInAForm(Commands[0], arguments);
    }

    [Theory]
    [InlineData("occasion Acme trade fair on 14 May", null, "trade fair", "--05-14", null, null)]
    [InlineData("occasion Acme: trade fair on 14 May 2028", null, "trade fair", "2028-05-14", null, null)]
    [InlineData("occasion Acme once trade fair on 14 May", null, "trade fair", "--05-14", "once", null)]
    [InlineData("occasion Acme every year: summer party on 1 July", null, "summer party", "--07-01", "yearly", null)]
    [InlineData("occasion Acme trade fair 14 May", null, "trade fair", "--05-14", null, null)]
    [InlineData("occasion Acme 14 May trade fair", null, "trade fair", "--05-14", null, null)]
    [InlineData("occasion Acme trade fair on 14.5.", null, "trade fair", "--05-14", null, null)]
    [InlineData("occasion Acme founded on 29 February", null, "founded", "--02-29", null, null)]
    [InlineData("occasion Peter Klein wedding anniversary on 14 May", "Dr. Peter Klein", "wedding anniversary", "--05-14", null, null)]
    [InlineData("occasion Acme of Peter Klein: wedding anniversary on 14 May", "Dr. Peter Klein", "wedding anniversary", "--05-14", null, null)]
    [InlineData("occasion Peter Klein in the channel wedding anniversary on 14 May", "Dr. Peter Klein", "wedding anniversary", "--05-14", null, "channel")]
    [InlineData("occasion Peter Klein privately: wedding anniversary on 14 May", "Dr. Peter Klein", "wedding anniversary", "--05-14", null, "private")]
    [InlineData("anlass Acme Hausmesse am 14.5.", null, "Hausmesse", "--05-14", null, null)]
    [InlineData("anlass Acme: Hausmesse am 14. Mai 2028", null, "Hausmesse", "2028-05-14", null, null)]
    [InlineData("anlass Acme einmalig Hausmesse am 14.5.", null, "Hausmesse", "--05-14", "once", null)]
    [InlineData("anlass Acme jedes Jahr: Sommerfest am 1.7.", null, "Sommerfest", "--07-01", "yearly", null)]
    [InlineData("anlass Peter Klein Hochzeitstag am 14.5.", "Dr. Peter Klein", "Hochzeitstag", "--05-14", null, null)]
    [InlineData("anlass Acme von Peter Klein: Hochzeitstag am 14.5.", "Dr. Peter Klein", "Hochzeitstag", "--05-14", null, null)]
    [InlineData("anlass Peter Klein im Kanal: Hochzeitstag am 14.5.", "Dr. Peter Klein", "Hochzeitstag", "--05-14", null, "channel")]
    [InlineData("Anlass Peter Klein vertraulich Hochzeitstag am 14.5.", "Dr. Peter Klein", "Hochzeitstag", "--05-14", null, "private")]
    public void Reads_occasions(string line, string? contact, string text, string day, string? often, string? audience)
    {
        var arguments = Read(line);
        arguments.NameOrNone("contact")?.Name.ShouldBe(contact);
        arguments.Has("contact").ShouldBe(contact is not null);
        arguments.Text("text").ShouldBe(text);
        arguments.Raw["day"].ShouldBe(day);
        arguments.Choice("often").ShouldBe(often);
        arguments.Choice("audience").ShouldBe(audience);
        SaysTheSameInAForm(Commands[1], arguments);
    }

    [Theory]
    [InlineData("occasions Peter Klein in the channel", "channel")]
    [InlineData("occasions Peter Klein channel", "channel")]
    [InlineData("occasions Peter Klein privately", "private")]
    [InlineData("anlässe Peter Klein im Kanal", "channel")]
    [InlineData("Anlässe Peter Klein privat", "private")]
    [InlineData("anlässe Peter Klein vertraulich", "private")]
    public void Reads_who_hears_of_them(string line, string audience)
    {
        var arguments = Read(line);
        arguments.Choice("audience").ShouldBe(audience);
        SaysTheSameInAForm(Commands[2], arguments);
    }

    [Theory]
    [InlineData("birthday Peter Klein 14 May", null)]
    [InlineData("birthday Peter Klein 14 May in the channel", "channel")]
    [InlineData("geburtstag Peter Klein 14.5. im Kanal", "channel")]
    [InlineData("geburtstag Peter Klein 14.5. vertraulich", "private")]
    public void A_birthday_may_say_who_hears_of_it(string line, string? audience)
    {
        var arguments = Read(line);
        (arguments.Raw["day"], arguments.Choice("audience")).ShouldBe(("--05-14", audience));
        SaysTheSameInAForm(Commands[3], arguments);
    }

    [Theory]
    [InlineData("occasion Acme: trade fair", "day")]
    [InlineData("anlass Acme: Hausmesse", "day")]
    [InlineData("anlass Acme am 14.5.", "text")]
    [InlineData("milestone Acme", "text")]
    [InlineData("occasions Peter Klein", "audience")]
    public void Asks_what_is_missing(string line, string missing) =>
        CommandReader.Read(line, Commands, StandIns.Names, StandIns.Now).ShouldBeOfType<NotUnderstood>(line).MissingSlots.Select(slot => slot.Name).ShouldBe([missing]);

    private static Arguments Read(string line) => CommandReader.Read(line, Commands, StandIns.Names, StandIns.Now).ShouldBeOfType<Understood>(line).Arguments;

    private static void SaysTheSameInAForm(Command command, Arguments arguments)
    {
        foreach (var voice in (Voice[])[Voice.English, Voice.German])
        {
            var form = FormBuilder.Build(command, arguments.Raw, StandIns.Names, voice, "");
            FormReader.Read(command, form.Fields.ToDictionary(field => field.Name, field => field.Value), StandIns.Names, StandIns.Now)
                .ShouldBeOfType<Filled>().Arguments.Raw.ShouldBe(arguments.Raw, ignoreOrder: true);
        }
    }
}
