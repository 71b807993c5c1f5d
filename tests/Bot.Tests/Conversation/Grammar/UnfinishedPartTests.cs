using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

/// <summary>A part that begins to be understood and cannot be finished is asked about; it never becomes part of a name.</summary>
public sealed class UnfinishedPartTests
{
    /// <summary>A line, the name that is left, the part in question and the sentence about it.</summary>
    public static TheoryData<string, string, string, string> Lines => new()
    {
        { "kunde neu Delta Druck seit 2019", "Delta Druck", "since", "Welcher Tag in 2019 genau? Zum Beispiel „seit 1.3.2019“." },
        { "account add Delta Print since 2019", "Delta Print", "since", "Which day in 2019? For example “since 1 March 2019”." },
        { "kunde neu Delta Druck seit: 2019", "Delta Druck", "since", "Welcher Tag in 2019 genau?" },
        { "kunde neu Delta Druck, Seit 2019", "Delta Druck", "since", "Welcher Tag in 2019 genau?" },
        { "KUNDE NEU DELTA DRUCK SEIT 2019", "DELTA DRUCK", "since", "Welcher Tag in 2019 genau?" },
        { "account add Delta Print since last summer tier B", "Delta Print", "since", "I can’t read a day in “since last summer”." },
        { "account add Delta Print since", "Delta Print", "since", "Something is missing after “since”." },
        { "kunde neu Delta Druck stufe D", "Delta Druck", "tier", "„stufe D“ gibt es hier nicht. Möglich sind: A, B, C." },
        { "kunde neu Delta Druck Stufe 1", "Delta Druck", "tier", "„Stufe 1“ gibt es hier nicht." },
        { "account add Delta Print tier: AA", "Delta Print", "tier", "“tier AA” is not one of the choices: A, B, C." },
        { "account add Delta Print tier", "Delta Print", "tier", "Something is missing after “tier”." },
        { "account add tier A Delta Print tier B", "Delta Print", "tier", "You’ve already given one, and “tier B” is a second. Which one counts?" },
        { "account add Delta Print owner", "Delta Print", "owner", "Something is missing after “owner”." },
        { "kunde neu Delta Druck betreuung stufe A", "Delta Druck", "owner", "Nach „betreuung“ fehlt noch etwas." },
        { "kunde neu seit 2019 Delta Druck", "Delta Druck", "since", "Welcher Tag in 2019 genau?" },
        { "contact add Eva Lang at Acme birthday 1980", "Eva Lang", "birthday", "Which day in 1980?" },
        { "ansprechperson neu Eva Lang bei Acme geburtstag im Mai", "Eva Lang", "birthday", "In „geburtstag im Mai“ erkenne ich keinen Tag." },
        { "ansprechperson neu Eva Lang bei Acme rolle Einkauf telefon", "Eva Lang", "phone", "Nach „telefon“ fehlt noch etwas." },
        { "contact add Eva Lang at Acme role phone 0221 5550123", "Eva Lang", "role", "Something is missing after “role”." },
        { "contact add Eva Lang at Acme role head of IT mail", "Eva Lang", "email", "Something is missing after “mail”." },
        { "contact add Eva Lang phone 0221 5550123 at", "Eva Lang", "account", "Something is missing after “at”." },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task It_is_asked_about(string line, string name, string slot, string sentence)
    {
        using var talk = await WithAcme();
        var person = line.StartsWith("account", StringComparison.Ordinal) || line.StartsWith("contact", StringComparison.Ordinal) ? Anna : Clara;

        var asked = await talk.Say(person, line);

        asked.OnlyAsker.ShouldBeTrue();
        CardText.Of(asked).ShouldContain(sentence);
        var form = (await talk.Press(person, asked, "draft.form")).Form!;
        form.Fields.Single(field => field.Name == "name").Value.ShouldBe(name);
        form.Fields.ShouldContain(field => field.Name == slot);
        (await Known(talk)).ShouldBe(["Acme"]);
    }

    [Theory]
    [InlineData("account add Delta Print tier: A since: 1 March 2019", "Delta Print")]
    [InlineData("kunde neu Delta Druck stufe:B seit:1.3.2019", "Delta Druck")]
    [InlineData("kunde neu Delta Druck Stufe=C", "Delta Druck")]
    [InlineData("kunde neu Delta Druck betreuung: Clara", "Delta Druck")]
    [InlineData("account add The Tier Since Ages", "The Tier Since Ages")]
    [InlineData("account add \"Delta since 2019\"", "Delta since 2019")]
    [InlineData("kunde neu „Stufe D“ stufe A", "Stufe D")]
    [InlineData("kunde neu Tier und Mensch GmbH", "Tier und Mensch GmbH")]
    [InlineData("kunde neu Druckerei 2019", "Druckerei 2019")]
    [InlineData("kunde neu Seit Jahr und Tag", "Seit Jahr und Tag")]
    public async Task What_is_whole_or_a_name_is_entered(string line, string name)
    {
        using var talk = await WithAcme();
        await talk.Say(Clara, line);
        (await Known(talk)).ShouldBe(["Acme", name], ignoreOrder: true);
    }

    [Theory]
    [InlineData("contact add Eva Lang at Acme role mail room manager", "mail room manager", "")]
    [InlineData("contact add Eva Lang at: Acme role: head of IT phone: +49 221 5550123", "head of IT", "+49 221 5550123")]
    [InlineData("contact add Eva Lang at Acme tel:+492215550123", "", "+492215550123")]
    [InlineData("ansprechperson neu Eva Lang bei Acme rolle Leiterin bei Projekten", "Leiterin bei Projekten", "")]
    public async Task A_keyword_inside_a_role_stays_there(string line, string role, string phone)
    {
        using var talk = await WithAcme();
        await talk.Say(Clara, line);
        await using var store = talk.Stores.Open(Scope.Nothing);
        var contact = await store.Contacts.IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken);
        (contact.Name, contact.Role, contact.Phone).ShouldBe(("Eva Lang", role, phone));
    }

    [Theory]
    [InlineData("since Acme 2019", "day", "Which day in 2019? For example “1 March 2019”.")]
    [InlineData("account pause Acme until 2028", "until", "Which day in 2028? For example “until 1 March 2028”.")]
    [InlineData("away until someday", "until", "I can’t read a day in “until someday”.")]
    public async Task So_is_a_year_alone_elsewhere(string line, string slot, string sentence)
    {
        using var talk = await WithAcme();
        var asked = await talk.Say(Anna, line);
        CardText.Of(asked).ShouldContain(sentence);
        (await talk.Press(Anna, asked, "draft.form")).Form!.Fields.Single(field => field.Name == slot).Value.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("since", "2019")]
    [InlineData("tier", "D")]
    [InlineData("since", "last summer")]
    public async Task A_form_asks_in_the_field(string field, string value)
    {
        using var talk = await WithAcme();
        var reply = await talk.Submit(Anna, await talk.Say(Anna, "account add"), ("name", "Delta Print"), (field, value));
        reply.Errors.Keys.ShouldBe([field]);
        (await Known(talk)).ShouldBe(["Acme"]);
    }

    private static async Task<Talk> WithAcme()
    {
        var talk = await Talk.At("2027-03-05T10:00");
        await talk.Say(Anna, "account add Acme");
        await talk.Say(Clara, "today");
        return talk;
    }

    private static async Task<List<string>> Known(Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Accounts.IgnoreQueryFilters().Select(account => account.Name).ToListAsync(TestContext.Current.CancellationToken);
    }
}
