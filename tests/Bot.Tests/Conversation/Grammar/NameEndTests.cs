using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

/// <summary>A known first name or first word never swallows another person or company, and free text is no part of a name.</summary>
public sealed class NameEndTests
{
    /// <summary>A line and the name in it that nobody knows.</summary>
    public static TheoryData<string, string, string> Unknown => new()
    {
        { "complaint Sommerfeld by Renate Schulz the shutter is broken", "contact", "Renate Schulz" },
        { "beschwerde Sommerfeld von Renate Schulz: Rollladen kaputt", "contact", "Renate Schulz" },
        { "beschwerde Sommerfeld von Frau Renate Schulz Rollladen kaputt", "contact", "Frau Renate Schulz" },
        { "log Sommerfeld call with Renate Okafor: fine", "contact", "Renate Okafor" },
        { "log Sommerfeld with Renate S. about prices", "contact", "Renate S." },
        { "notiz Sommerfeld Anruf mit Renate Weber gestern: alles gut", "contact", "Renate Weber" },
        { "birthday Renate Schulz 3 May", "contact", "Renate Schulz" },
        { "geburtstag Renate Krüger 3.5.", "contact", "Renate Krüger" },
        { "kurzprofil Renate Schulz", "name", "Renate Schulz" },
        { "log Lindner Metallbau GmbH rang", "account", "Lindner Metallbau GmbH" },
        { "log Lindner Metallbau GmbH: rang", "account", "Lindner Metallbau GmbH" },
        { "notiz Lindner & Söhne GmbH rief an", "account", "Lindner & Söhne GmbH" },
        { "notiz Lindner GmbH rief an", "account", "Lindner GmbH" },
        { "log Lindner Robotics called", "account", "Lindner Robotics" },
        { "log Lindner Metallbau: called", "account", "Lindner Metallbau" },
        { "notiz Weber Akustik rief an", "account", "Weber Akustik" },
        { "notiz Weber Maschinenbau AG: rief an", "account", "Weber Maschinenbau AG" },
        { "log sommerfeld consulting ltd called", "account", "sommerfeld consulting ltd" },
        { "log Nordlicht Reisen GmbH called", "account", "Nordlicht Reisen GmbH" },
        { "beschwerde Lindner Hausverwaltung GmbH: Heizung aus", "account", "Lindner Hausverwaltung GmbH" },
        { "complaint Weber Labs Inc. by Renate: late", "account", "Weber Labs Inc." },
        { "account show Lindner Metallbau GmbH", "account", "Lindner Metallbau GmbH" },
    };

    /// <summary>A line, the client it is about and the text that is left.</summary>
    public static TheoryData<string, string, string> Known => new()
    {
        { "notiz Weber Angebot geschickt", "Weber GmbH", "Angebot geschickt" },
        { "notiz Weber Messeangebot verschickt, Antwort offen", "Weber GmbH", "Messeangebot verschickt, Antwort offen" },
        { "notiz Weber Rechnung reklamiert", "Weber GmbH", "Rechnung reklamiert" },
        { "notiz Lindner Rückruf erbeten", "Brauhaus Lindner", "Rückruf erbeten" },
        { "notiz Lindner Preisverhandlung läuft", "Brauhaus Lindner", "Preisverhandlung läuft" },
        { "notiz Weber Zufriedenheit hoch", "Weber GmbH", "Zufriedenheit hoch" },
        { "notiz Weber Sie möchte ein Angebot", "Weber GmbH", "Sie möchte ein Angebot" },
        { "notiz Weber Hat angerufen", "Weber GmbH", "Hat angerufen" },
        { "notiz Weber Herr Krüger rief an", "Weber GmbH", "Herr Krüger rief an" },
        { "notiz Weber Keine Rückmeldung bisher", "Weber GmbH", "Keine Rückmeldung bisher" },
        { "log Weber They called about the fair", "Weber GmbH", "They called about the fair" },
        { "log Weber I sent the price list", "Weber GmbH", "I sent the price list" },
        { "log weber kennt die Siemens AG gut", "Weber GmbH", "kennt die Siemens AG gut" },
        { "log Weber called Siemens AG for us", "Weber GmbH", "called Siemens AG for us" },
        { "log Weber GmbH Kran defekt", "Weber GmbH", "Kran defekt" },
        { "log Nordlicht Kran defekt", "Nordlicht", "Kran defekt" },
        { "log Weber, Kran defekt", "Weber GmbH", "Kran defekt" },
        { "log \"Weber\" Kran defekt", "Weber GmbH", "Kran defekt" },
        { "log Weber - Kran defekt", "Weber GmbH", "Kran defekt" },
        { "log Weber: Kran defekt", "Weber GmbH", "Kran defekt" },
        { "log Weber Renate fragt nach dem Preis", "Weber GmbH", "Renate fragt nach dem Preis" },
        { "log Sommerfeld Friday called about the fair", "Sommerfeld KG", "called about the fair" },
        { "LOG WEBER CALLED ABOUT THE FAIR", "Weber GmbH", "CALLED ABOUT THE FAIR" },
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task Another_name_is_unknown_and_asked_about(string line, string slot, string typed)
    {
        using var talk = await WithNames();
        var reading = await Read(talk, line);
        var unknown = reading.ShouldBeOfType<UnknownName>(line);
        (unknown.Slot.Name, unknown.Typed).ShouldBe((slot, typed));
        unknown.Suggestions.ShouldNotBeEmpty();
        CardText.Of(await talk.Say(Anna, line)).ShouldContain($"I don’t know “{typed}”");
    }

    [Theory]
    [MemberData(nameof(Known))]
    public async Task Free_text_behind_a_name_is_text(string line, string account, string text)
    {
        using var talk = await WithNames();
        var arguments = (await Read(talk, line)).ShouldBeOfType<Understood>(line).Arguments;
        arguments.Name("account").Name.ShouldBe(account);
        arguments.Text("text").ShouldBe(text);
    }

    /// <summary>A line and the contact it means.</summary>
    [Theory]
    [InlineData("complaint Sommerfeld by Renate the shutter is broken", "Renate Öhler")]
    [InlineData("beschwerde Sommerfeld von Renate Rechnung falsch", "Renate Öhler")]
    [InlineData("beschwerde Sommerfeld von Frau Öhler Kran defekt", "Renate Öhler")]
    [InlineData("beschwerde Sommerfeld von Dr. Renate Öhler Kran defekt", "Renate Öhler")]
    [InlineData("beschwerde Sommerfeld von Frau Renate: Kran defekt", "Renate Öhler")]
    [InlineData("beschwerde von Renate Sommerfeld KG: Kran defekt", "Renate Öhler")]
    [InlineData("COMPLAINT SOMMERFELD BY RENATE THE SHUTTER IS BROKEN", "Renate Öhler")]
    [InlineData("complaint sommerfeld by renate öhler: broken", "Renate Öhler")]
    public async Task A_short_form_means_the_person_where_nothing_follows_that_could_be_a_name(string line, string contact)
    {
        using var talk = await WithNames();
        (await Read(talk, line)).ShouldBeOfType<Understood>(line).Arguments.Name("contact").Name.ShouldBe(contact);
    }

    [Fact]
    public async Task A_title_makes_nobody_else()
    {
        using var talk = await WithNames();
        CardText.Of(await talk.Say(Anna, "contact add Dr. Renate Öhler at Sommerfeld")).ShouldContain("Renate Öhler is already at Sommerfeld KG");
        CardText.Of(await talk.Say(Anna, "contact rename Renate Öhler to Frau Prof. Renate Öhler")).ShouldNotContain("already");
    }

    [Theory]
    [InlineData("Renate Schulz", "contact")]
    [InlineData("Lindner Metallbau GmbH", "account")]
    public async Task A_form_asks_about_the_same_names(string typed, string field)
    {
        using var talk = await WithNames();
        var opened = await talk.Say(Anna, "complaint");
        var asked = await talk.Submit(Anna, opened, field == "account" ? [("account", typed), ("text", "late")] : [("account", "Sommerfeld"), ("contact", typed), ("text", "late")]);
        CardText.Of(asked).ShouldContain($"I don’t know “{typed}”");
    }

    private static async Task<Talk> WithNames()
    {
        var talk = await Talk.At("2027-03-05T10:00");
        foreach (var line in (string[])["account add Sommerfeld KG", "account add Brauhaus Lindner", "account add Weber GmbH", "account add Nordlicht", "contact add Renate Öhler at Sommerfeld KG"]) await talk.Say(Anna, line);
        return talk;
    }

    private static async Task<Reading> Read(Talk talk, string line)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        var accounts = await store.Accounts.IgnoreQueryFilters().ToListAsync(TestContext.Current.CancellationToken);
        var contacts = await store.Contacts.IgnoreQueryFilters().ToListAsync(TestContext.Current.CancellationToken);
        KnownName[] names = [.. accounts.Select(account => new KnownName(NameKind.Account, account.Id, account.Name, account.Id)), .. contacts.Select(contact => new KnownName(NameKind.Contact, contact.Id, contact.Name, contact.AccountId))];
        return CommandReader.Read(line, talk.Commands, names, new(2027, 3, 5, 10, 0));
    }
}
