using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Words;

/// <summary>
/// A contact's name stands for their account; what looks or sounds like a known name is asked about first. Known are Krause GmbH with Sabine
/// Klein and Tom Baker, Weber Bau with Petra Moos and Jonas Klein, and Schmidt Metallbau.
/// </summary>
public sealed class NamesOfPeopleTests
{
    /// <summary>A line with a person where an account is expected, whose account it is about, and who is noted as the contact.</summary>
    public static TheoryData<string, string, string> Standing => new()
    {
        { "log Sabine Klein: rang about the samples", "Krause GmbH", "Sabine Klein" },
        { "log Baker rang, wants a quote", "Krause GmbH", "Tom Baker" },
        { "log Ms Moos: likes the draft", "Weber Bau", "Petra Moos" },
        { "log Tom call yesterday: wants a quote", "Krause GmbH", "Tom Baker" },
        { "log Mrs. Petra Moos mail: wants a quote", "Weber Bau", "Petra Moos" },
        { "log Sabine Klein, Krause GmbH: rang", "Krause GmbH", "Sabine Klein" },
        { "log Klein from Krause: rang", "Krause GmbH", "Sabine Klein" },
        { "log Krause Sabine Klein: rang", "Krause GmbH", "Sabine Klein" },
        { "notiz Frau Moos: rief an", "Weber Bau", "Petra Moos" },
        { "notiz Herr Klein von Weber Bau: rief an", "Weber Bau", "Jonas Klein" },
        { "notiz Jonas rief an", "Weber Bau", "Jonas Klein" },
        { "notiz Dipl.-Ing. Petra Moos: rief an", "Weber Bau", "Petra Moos" },
        { "notiz Prof. Dr. Tom Baker gestern: war da", "Krause GmbH", "Tom Baker" },
        { "notiz mit Sabine Klein: alles gut", "Krause GmbH", "Sabine Klein" },
        { "notiz Hr. Baker: hat gemailt", "Krause GmbH", "Tom Baker" },
    };

    /// <summary>A name nobody has, the known one that is offered first, in the command's own words.</summary>
    public static TheoryData<string, string> Alike => new()
    {
        { "log Kraus: rang", "Krause GmbH" },
        { "log Krauze GmbH: rang", "Krause GmbH" },
        { "log Crause: rang", "Krause GmbH" },
        { "log Schmitt Metallbau: rang", "Schmidt Metallbau" },
        { "log Metalbau Schmid: rang", "Schmidt Metallbau" },
        { "log Schmied: rang", "Schmidt Metallbau" },
        { "log Vebr Bau: rang", "Weber Bau" },
        { "log Webber Bau: rang", "Weber Bau" },
        { "complaint Krausse: late", "Krause GmbH" },
        { "beschwerde Schmidtt Metalbau: zu spät", "Schmidt Metallbau" },
        { "notiz Sabiene Klein: rief an", "Sabine Klein · Krause GmbH" },
        { "notiz Petra Mohs: rief an", "Petra Moos · Weber Bau" },
        { "complaint Krause by Sabiene Klein: late", "Sabine Klein · Krause GmbH" },
        { "beschwerde Krause von Tom Becker: zu spät", "Tom Baker · Krause GmbH" },
        { "brief Petra Mos", "Petra Moos · Weber Bau" },
        { "Petra Mos", "Petra Moos · Weber Bau" },
    };

    [Theory]
    [MemberData(nameof(Standing))]
    public async Task A_person_stands_for_their_account(string line, string account, string contact)
    {
        using var talk = await Started();
        await talk.Say(Anna, line);
        await using var store = talk.Stores.Open(Scope.Nothing);
        var note = await store.Interactions.IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken);
        (await store.Accounts.IgnoreQueryFilters().SingleAsync(one => one.Id == note.AccountId, TestContext.Current.CancellationToken)).Name.ShouldBe(account, line);
        (await store.Contacts.IgnoreQueryFilters().SingleAsync(one => one.Id == note.ContactId, TestContext.Current.CancellationToken)).Name.ShouldBe(contact, line);
    }

    /// <summary>Every command that is about an account takes one of its people.</summary>
    [Fact]
    public async Task In_every_command_about_an_account()
    {
        using var talk = await Started();
        var commands = talk.Commands.Where(command => command.Slots.Any(slot => slot is { Kind: SlotKind.Account, Keyword: null })).ToList();
        commands.Count.ShouldBeGreaterThan(12);
        foreach (var command in commands)
        {
            var reply = await talk.Say(Anna, $"{Bot.Conversation.Grammar.Phrases.First(command.Words.Phrase, Core.Texts.Language.English)} Petra Moos");
            CardText.Of(reply).ShouldNotContain("don’t know", Case.Insensitive, command.Words.Id);
            var isAbout = CardText.Of(reply).Contains("Weber Bau", StringComparison.Ordinal) || (reply.Form?.Fields.Any(field => field.Choices.Count > 0 && field.Choices[0].Label == "Weber Bau") ?? false);
            isAbout.ShouldBeTrue($"{command.Words.Id}: {CardText.Of(reply)}");
        }
    }

    [Theory]
    [InlineData("log Klein: rang")]
    [InlineData("complaint Klein: late")]
    [InlineData("notiz Klein rief an")]
    [InlineData("account show Klein")]
    [InlineData("Klein rang yesterday")]
    public async Task Two_of_one_name_are_told_apart_by_company(string line)
    {
        using var talk = await Started();
        var asked = await talk.Say(Anna, line);
        var labels = ButtonsOf(asked.Card!).Select(button => button.Label).ToList();
        labels.ShouldContain(label => label.Contains("Krause GmbH", StringComparison.Ordinal), line);
        labels.ShouldContain(label => label.Contains("Weber Bau", StringComparison.Ordinal), line);
        var chosen = await talk.Press(Anna, ButtonsOf(asked.Card!).First(button => button.Label.Contains("Weber Bau", StringComparison.Ordinal)));
        CardText.Of(chosen).ShouldContain("Weber Bau");
    }

    [Theory]
    [MemberData(nameof(Alike))]
    public async Task What_looks_or_sounds_like_a_known_name_is_asked_about_first(string line, string meant)
    {
        using var talk = await Started();
        var asked = await talk.Say(Anna, line);
        var buttons = ButtonsOf(asked.Card!).ToList();
        (buttons[0].Label, buttons[0].Style).ShouldBe(($"I mean {meant}", ButtonStyle.Primary), line);
        buttons.Skip(1).ShouldAllBe(button => button.Style != ButtonStyle.Primary);
    }

    [Fact]
    public async Task Creating_says_whom_it_makes_owner_and_in_which_tier()
    {
        using var talk = await Started();
        var offered = await talk.Say(Anna, "complaint Zeppelin by Ida Voss: late");
        CardText.Of(offered).ShouldContain("“Create and record” adds Zeppelin as a client in tier B, looked after by you, and Ida Voss there.");
        ButtonsOf(offered.Card!).First().ActionId.ShouldBe("draft.create");
        CardText.Of(await talk.Say(Clara, "notiz Zeppelin: rief an")).ShouldContain("„Anlegen und notieren“ legt Zeppelin als Kunden in Stufe B an, betreut von dir.");
        await talk.Press(Anna, offered, "draft.create");
        CardText.Of(await talk.Say(Anna, "account show Zeppelin")).ShouldContain("Anna");
    }

    [Theory]
    [InlineData("log Klein Akustik rang")]
    [InlineData("log Moos Gartenbau GmbH: rang")]
    [InlineData("notiz Baker Hughes rief an")]
    [InlineData("notiz Sabine Sommer: rief an")]
    [InlineData("complaint Moos Logistik: late")]
    public async Task The_name_of_a_person_swallows_no_company_and_nobody_else(string line)
    {
        using var talk = await Started();
        CardText.Of(await talk.Say(Anna, line)).ShouldContain("I don’t know “", Case.Sensitive, line);
    }

    [Theory] // a client is called Weber Bau, and at Krause GmbH there is Klaus Weber
    [InlineData("log Mr Weber: rang", "Krause GmbH")]
    [InlineData("log Mr. Weber call yesterday: wants a quote", "Krause GmbH")]
    [InlineData("log Weber: rang", "Weber Bau")]
    [InlineData("notiz Herr Weber: rief an", "Krause GmbH")]
    [InlineData("notiz mit Herrn Weber gestern: alles gut", "Krause GmbH")]
    [InlineData("notiz Weber Bau: rief an", "Weber Bau")]
    [InlineData("Herr Weber rief an", "Krause GmbH")]
    [InlineData("Weber Bau rief an", "Weber Bau")]
    public async Task Whoever_is_addressed_is_a_person(string line, string account)
    {
        using var talk = await Started();
        await talk.Say(Anna, "contact add Klaus Weber at Krause GmbH");
        CardText.Of(await talk.Say(Anna, line)).ShouldContain(account, Case.Sensitive, line);
    }

    [Theory]
    [InlineData("brief Zeppelin", "Create client", "“Create client” adds Zeppelin as a client in tier B, looked after by you.", "brief Zeppelin")]
    [InlineData("timeline Zeppelin", "Create client", "“Create client” adds Zeppelin as a client in tier B, looked after by you.", "timeline Zeppelin")]
    [InlineData("kurzprofil Zeppelin", "Als Kunden anlegen", "„Als Kunden anlegen“ legt Zeppelin als Kunden in Stufe B an, betreut von dir.", "kurzprofil Zeppelin")]
    public async Task A_client_that_is_only_asked_about_can_be_created_too(string line, string button, string said, string again)
    {
        using var talk = await Started();
        var by = line[0] == 'k' ? Clara : Anna;
        var offered = await talk.Say(by, line);
        CardText.Of(offered).ShouldContain(said);
        var create = ButtonsOf(offered.Card!).First();
        (create.ActionId, create.Label).ShouldBe(("draft.run", button));
        await talk.Press(by, create);
        CardText.Of(await talk.Say(by, again)).ShouldContain("Zeppelin");
        ButtonsOf((await talk.Say(by, again)).Card!).ShouldAllBe(known => known.Label != button);
    }

    [Theory]
    [InlineData("brief +49 30 999999")]
    [InlineData("brief Mr Zeppelin")]
    public async Task Of_a_number_or_a_person_no_client_is_made(string line)
    {
        using var talk = await Started();
        ButtonsOf((await talk.Say(Anna, line)).Card!).ShouldAllBe(button => button.ActionId != "draft.run");
    }

    private static async Task<Talk> Started()
    {
        var talk = await OwnWordsTests.Started();
        await talk.Say(Anna, "account add Schmidt Metallbau");
        await talk.Say(Anna, "contact add Jonas Klein at Weber Bau");
        return talk;
    }
}
