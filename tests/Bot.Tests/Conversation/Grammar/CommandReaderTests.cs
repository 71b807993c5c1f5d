using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Grammar.StandIns;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

public sealed class CommandReaderTests
{
    [Theory]
    [InlineData("log Acme called, angry", null, null, "called, angry")]
    [InlineData("log Acme yesterday called", null, "2027-05-11", "called")]
    [InlineData("log Acme gestern: angerufen", null, "2027-05-11", "angerufen")]
    [InlineData("notiz acme Telefonat gestern: war verärgert", "call", "2027-05-11", "war verärgert")]
    [InlineData("log yesterday call Acme Ltd: all good", "call", "2027-05-11", "all good")]
    [InlineData("log call with Acme on Friday: all good", "call", "2027-05-07", "all good")]
    [InlineData("log Acme, Fr, Besuch: schön", "visit", "2027-05-07", "schön")]
    [InlineData("log Acme so they called", null, null, "so they called")]
    [InlineData("log Acme they called yesterday at 15:00", null, null, "they called yesterday at 15:00")]
    [InlineData("log Acme mail 15:00: sent", "mail", "2027-05-11", "sent")]
    [InlineData("log Acme: call: they said no", null, null, "call: they said no")]
    [InlineData("log Acme talked about a lot and said: no", null, null, "talked about a lot and said: no")]
    [InlineData("/log Acme:\nfirst line\nsecond line", null, null, "first line\nsecond line")]
    [InlineData("log Acme visit ask today: price list", "visit", "2027-05-12", "price list")]
    [InlineData("log Acme vor 3 Tagen: angerufen", null, "2027-05-09", "angerufen")]
    [InlineData("log Acme on the 3rd: called", null, "2027-05-03", "called")]
    [InlineData("log Acme don't do it so fast", null, null, "don't do it so fast")]
    [InlineData("log Acme may 2 people join?", null, null, "may 2 people join?")]
    [InlineData("log Acme am So angerufen", null, "2027-05-09", "angerufen")]
    [InlineData("log Acme - see http://a.b/c: done", null, null, "see http://a.b/c: done")]
    [InlineData("log Acme 🎉 great", null, null, "🎉 great")]
    [InlineData("log Acme said \"never again\"", null, null, "said \"never again\"")]
    public void Reads_interactions(string line, string? kind, string? date, string text)
    {
        var arguments = Understand(line, Log);
        arguments.Name("account").ShouldBe(Acme);
        arguments.Choice("kind").ShouldBe(kind);
        arguments.When("when")?.Date.ToString("uuuu-MM-dd", null).ShouldBe(date);
        arguments.Has("when").ShouldBe(date is not null);
        arguments.Text("text").ShouldBe(text);
    }

    [Theory]
    [InlineData("log Weber GmbH: x", "Weber GmbH")]
    [InlineData("log weber gmbh called", "Weber GmbH")]
    [InlineData("log Weber Bau: x", "Weber Bau GmbH & Co. KG")]
    [InlineData("log Weber Bau GmbH & Co. KG angerufen", "Weber Bau GmbH & Co. KG")]
    [InlineData("log Müller: x", "Müller & Söhne AG")]
    [InlineData("log MUELLER und Soehne: x", "Müller & Söhne AG")]
    [InlineData("log Mu\u0308ller   &   So\u0308hne AG: x", "Müller & Söhne AG")]
    [InlineData("log \"By Friday: Design\": x", "By Friday: Design")]
    [InlineData("log „By Friday: Design“ x", "By Friday: Design")]
    [InlineData("log «acme» call: x", "Acme Ltd")]
    [InlineData("log “Weber Bau” x", "Weber Bau GmbH & Co. KG")]
    [InlineData("log Nordlicht: x", "Nordlicht")]
    [InlineData("log Nordlicht GmbH: x", "Nordlicht GmbH")]
    [InlineData("log Acme Limited: x", null)]
    public void Finds_accounts(string line, string? name)
    {
        if (name is null) Read(line).ShouldBeOfType<UnknownName>().Suggestions.ShouldContain(Acme);
        else Understand(line, Log).Name("account").Name.ShouldBe(name);
    }

    [Fact]
    public void Asks_when_a_short_name_means_several()
    {
        var several = Read("log Weber call: x").ShouldBeOfType<SeveralNames>();
        several.Candidates.ShouldBe([WeberGmbH, WeberBau], ignoreOrder: true);
        several.Typed.ShouldBe("Weber");
        several.Raw.GetValueOrDefault("kind").ShouldBe("call");
        several.Raw.GetValueOrDefault("text").ShouldBe("x");
    }

    [Theory]
    [InlineData("log Zenit called, angry", "Zenit", "called, angry")]
    [InlineData("log zenit gmbh called", "zenit gmbh", "called")]
    [InlineData("log Zenit Bau GmbH & Co. KG angerufen", "Zenit Bau GmbH & Co. KG", "angerufen")]
    [InlineData("log zenit of london: called", "zenit of london", "called")]
    [InlineData("log \"Zenit by Friday\" called", "Zenit by Friday", "called")]
    [InlineData("log Weber AG: called", "Weber AG", "called")]
    [InlineData("log Zenit gestern: called", "Zenit", "called")]
    public void Offers_to_create_an_unknown_account(string line, string typed, string text)
    {
        var unknown = Read(line).ShouldBeOfType<UnknownName>();
        unknown.Slot.Name.ShouldBe("account");
        unknown.Typed.ShouldBe(typed);
        unknown.Raw.GetValueOrDefault("text").ShouldBe(text);
    }

    [Fact]
    public void Keeps_the_contact_of_an_unknown_account_as_typed()
    {
        var unknown = Read("complaint Zenit GmbH by Frau Klein: Rollladen kaputt").ShouldBeOfType<UnknownName>();
        unknown.Typed.ShouldBe("Zenit GmbH");
        unknown.Raw.GetValueOrDefault("contact").ShouldBe("Frau Klein");
        unknown.Raw.GetValueOrDefault("text").ShouldBe("Rollladen kaputt");
        unknown.Slot.Name.ShouldBe("account");
    }

    [Fact]
    public void A_legal_form_alone_is_no_likeness() => Read("log Zenit GmbH: x").ShouldBeOfType<UnknownName>().Suggestions.ShouldBeEmpty();

    [Fact]
    public void Suggests_what_looks_alike() => Read("log Nordlich: x").ShouldBeOfType<UnknownName>().Suggestions[0].ShouldBe(Nord);

    [Theory]
    [InlineData("complaint Weber GmbH by Frau Klein: Rollladen kaputt")]
    [InlineData("beschwerde Weber GmbH von Sabine: Rollladen kaputt")]
    [InlineData("beschwerde von Frau Klein Weber GmbH: Rollladen kaputt")]
    [InlineData("beschwerde Weber GmbH von Frau Klein Rollladen kaputt")]
    [InlineData("beschwerde von Frau Klein von der Weber GmbH: Rollladen kaputt")]
    [InlineData("complaint Weber GmbH by \"sabine klein\" Rollladen kaputt")]
    public void Looks_contacts_up_within_their_account(string line)
    {
        var arguments = Understand(line, Complaint);
        arguments.Name("account").ShouldBe(WeberGmbH);
        arguments.Name("contact").ShouldBe(Sabine);
        arguments.Text("text").ShouldBe("Rollladen kaputt");
    }

    [Theory]
    [InlineData("complaint Acme by Herr Groesser: x", "Jonas Größer")]
    [InlineData("complaint Acme by Dr. Klein: x", "Dr. Peter Klein")]
    [InlineData("complaint Acme by Mr Peter Klein: x", "Dr. Peter Klein")]
    public void Tolerates_forms_of_address(string line, string name) => Understand(line, Complaint).Name("contact").Name.ShouldBe(name);

    [Theory]
    [InlineData("complaint Weber GmbH by Jonas Größer: kaputt", "Jonas Größer")]
    [InlineData("complaint Weber GmbH by frau lang: kaputt", "frau lang")]
    [InlineData("complaint Weber GmbH by Frau Lang kaputt", "Frau Lang")]
    public void Offers_to_create_an_unknown_contact(string line, string typed)
    {
        var unknown = Read(line).ShouldBeOfType<UnknownName>();
        unknown.Slot.Name.ShouldBe("contact");
        unknown.Typed.ShouldBe(typed);
        unknown.Raw.GetValueOrDefault("account").ShouldBe(WeberGmbH.Id.ToString("N"));
        unknown.Raw.GetValueOrDefault("text").ShouldBe("kaputt");
    }

    [Fact]
    public void A_keyword_in_prose_is_prose() => Understand("log Acme with great joy", Log).Text("text").ShouldBe("with great joy");

    [Theory]
    [InlineData("promise Acme to Klein: send the offer by Friday", "send the offer", "2027-05-14")]
    [InlineData("zusage Acme an Herrn Klein: Angebot schicken bis Fr.", "Angebot schicken", "2027-05-14")]
    [InlineData("zusage Acme an Klein: Rückruf bis morgen 15 Uhr", "Rückruf", "2027-05-13")]
    [InlineData("promise Acme to Klein by Friday: send the offer", "send the offer", "2027-05-14")]
    [InlineData("promise Acme to Klein: send the offer tomorrow.", "send the offer", "2027-05-13")]
    [InlineData("promise Acme to Klein: stand by us until end of month", "stand by us", "2027-05-31")]
    public void Reads_promises(string line, string text, string due)
    {
        var arguments = Understand(line, Promise);
        arguments.Name("contact").ShouldBe(Peter);
        arguments.Text("text").ShouldBe(text);
        arguments.When("due")!.Value.Date.ToString("uuuu-MM-dd", null).ShouldBe(due);
    }

    [Theory]
    [InlineData("birthday Sabine Klein 14.5.1980", 1980)]
    [InlineData("geburtstag Frau Sabine: 14. Mai", null)]
    [InlineData("geburtstag 14.5. Sabine", null)]
    public void Reads_birthdays(string line, int? year)
    {
        var arguments = Understand(line, Birthday);
        arguments.Name("contact").ShouldBe(Sabine);
        arguments.DayOfYear("day").ShouldBe(new DayOfYear(new AnnualDate(5, 14), year));
    }

    [Fact]
    public void Reads_the_directory()
    {
        var account = Understand("kunde neu Haus am See GmbH stufe A betreuung @[U1|Anna] seit 1.3.2019", AccountAdd);
        account.Text("name").ShouldBe("Haus am See GmbH");
        account.Choice("tier").ShouldBe("A");
        account.Name("owner").ShouldBe(Anna);
        account.When("since").ShouldBe(new When(new LocalDate(2019, 3, 1)));
        Understand("account add \"Tier A owner\" tier B", AccountAdd).Text("name").ShouldBe("Tier A owner");
        Understand("account add The Tier Since Ages owner anna", AccountAdd).Name("owner").ShouldBe(Anna);
        var contact = Understand("contact add Eva Lang at Acme role head of IT phone +49 170 1 birthday 29.2.", ContactAdd);
        contact.Text("name").ShouldBe("Eva Lang");
        contact.Name("account").ShouldBe(Acme);
        contact.Text("role").ShouldBe("head of IT");
        contact.Text("phone").ShouldBe("+49 170 1");
        contact.DayOfYear("birthday").ShouldBe(new DayOfYear(new AnnualDate(2, 29)));
    }

    [Theory]
    [InlineData("snooze Acme until tomorrow 15:00")]
    [InlineData("wiedervorlage Acme bis morgen 15 Uhr")]
    [InlineData("snooze acme tomorrow 3pm")]
    public void Reads_times_of_day(string line) =>
        Understand(line, Snooze).When("until").ShouldBe(new When(new LocalDate(2027, 5, 13), new LocalTime(15, 0)));

    [Fact]
    public void Reads_mentions()
    {
        Understand("abwesend bis Fr vertretung @[U1|Anna]", Away).Name("deputy").ShouldBe(Anna);
        Understand("away until Fri @[U1|Anna]", Away).Name("deputy").ShouldBe(Anna);
        var unknown = Read("away until Fri deputy @[U9|Zoe Zett]").ShouldBeOfType<UnknownName>();
        unknown.Typed.ShouldBe("Zoe Zett");
        unknown.Raw.GetValueOrDefault("deputy").ShouldBe("@[U9|Zoe Zett]");
    }

    [Theory]
    [InlineData("brief sabine")]
    [InlineData("brief 0170 1234567")]
    [InlineData("kurzprofil 0049 170 123-4567")]
    [InlineData("brief +491701234567")]
    [InlineData("brief tel:+49-170-1234567")]
    [InlineData("kurzprofil \u202a+49\u00a0(0)\u00a0170\u00a0123\u00a04567\u202c")]
    [InlineData("brief 0170 – 1234567 ext. 12")]
    [InlineData("brief for Sabine Klein")]
    public void Finds_people_by_name_or_phone(string line) => Understand(line, Brief).Name("who").ShouldBe(Sabine);

    [Theory]
    [InlineData("log Akme: x", "Akme", "Acme Ltd")]
    [InlineData("log Nordlichd called", "Nordlichd", "Nordlicht")]
    public void Never_guesses_but_suggests(string line, string typed, string suggestion)
    {
        var unknown = Read(line).ShouldBeOfType<UnknownName>();
        unknown.Typed.ShouldBe(typed);
        unknown.Suggestions.Select(name => name.Name).ShouldContain(suggestion);
    }

    [Fact]
    public void A_contact_of_another_account_is_unknown_here()
    {
        var unknown = Read("log Nordlicht with Sabine Klein: x").ShouldBeOfType<UnknownName>();
        unknown.Slot.Name.ShouldBe("contact");
        unknown.Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public void Two_contacts_of_one_surname_are_asked_about()
    {
        var hanna = new KnownName(NameKind.Contact, Guid.NewGuid(), "Hanna Klein", WeberGmbH.Id);
        var several = CommandReader.Read("log Weber GmbH mit Frau Klein: x", Commands, [.. Names, hanna], Now).ShouldBeOfType<SeveralNames>();
        several.Slot.Name.ShouldBe("contact");
        several.Candidates.ShouldBe([Sabine, hanna], ignoreOrder: true);
        CommandReader.Read("log Weber GmbH mit Hanna: x", Commands, [.. Names, hanna], Now).ShouldBeOfType<Understood>();
    }

    [Fact]
    public void Optional_prose_may_be_missing()
    {
        Understand("ack Acme", Ack).Has("text").ShouldBeFalse();
        Understand("eingang Acme: sie wissen es", Ack).Text("text").ShouldBe("sie wissen es");
    }

    [Fact]
    public void Without_arguments_it_runs_or_opens_its_form()
    {
        Read("heute").ShouldBeOfType<Understood>().Command.ShouldBe(Today);
        Read(" LOG ").ShouldBeOfType<Bare>().Command.ShouldBe(Log);
        Read("kunde neu").ShouldBeOfType<Bare>().Command.ShouldBe(AccountAdd);
    }

    [Fact]
    public void Says_what_it_did_not_understand()
    {
        var missing = Read("log Acme call").ShouldBeOfType<NotUnderstood>();
        missing.MissingSlots.Select(slot => slot.Name).ShouldBe(["text"]);
        missing.Raw.GetValueOrDefault("kind").ShouldBe("call");
        var stray = Read("log Acme Berlin: called").ShouldBeOfType<NotUnderstood>();
        stray.Rest.ShouldBe("Berlin");
        stray.Prefill.GetValueOrDefault("text").ShouldBe("Berlin: called");
        var impossible = Read("birthday Sabine 31.2.").ShouldBeOfType<NotUnderstood>();
        (impossible.Wrong(), impossible.Rest).ShouldBe(("31.2.", ""));
        impossible.Unfinished.Select(part => part.Slot.Name).ShouldBe(["day"]);
        var nobody = Read("complaint the shutter is broken").ShouldBeOfType<NotUnderstood>();
        nobody.Prefill.GetValueOrDefault("text").ShouldBe("the shutter is broken");
        nobody.MissingSlots.Select(slot => slot.Name).ShouldBe(["account"]);
        Read("today please").ShouldBeOfType<NotUnderstood>().Rest.ShouldBe("please");
    }

    [Theory]
    [InlineData("compliant Acme: x", "compliant", "complaint")]
    [InlineData("beschwerd: x", "beschwerd", "complaint")]
    [InlineData("acount add X", "acount add", "account.add")]
    [InlineData("hello there", "hello", null)]
    [InlineData("", "", null)]
    public void Names_the_closest_command(string line, string typed, string? closest)
    {
        var unknown = Read(line).ShouldBeOfType<UnknownCommand>();
        unknown.Typed.ShouldBe(typed);
        unknown.Nearest.Select(near => near.Command.Words.Id).Take(1).ShouldBe(closest is null ? [] : [closest]);
    }
}
