using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using static AccountNudge.Bot.Tests.Conversation.Grammar.StandIns;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

public sealed class FormTests
{
    [Fact]
    public void Reads_ids_and_typed_names_alike()
    {
        foreach (var account in (string[])[WeberGmbH.Id.ToString("N"), "weber gmbh", "\"Weber GmbH\""])
        {
            var arguments = Submit(Complaint, ("account", account), ("contact", "Frau Klein"), ("text", " kaputt ")).ShouldBeOfType<Filled>().Arguments;
            arguments.Name("account").ShouldBe(WeberGmbH);
            arguments.Name("contact").ShouldBe(Sabine);
            arguments.Text("text").ShouldBe("kaputt");
        }
    }

    [Fact]
    public void Says_per_field_what_to_do()
    {
        var errors = Submit(Promise, ("account", "Acme"), ("due", "soon")).ShouldBeOfType<Faulty>().Errors;
        errors.Keys.ShouldBe(["text", "due"], ignoreOrder: true);
        errors["due"].Plain(Voice.English).ShouldContain("next Monday");
        errors["due"].Plain(Voice.German).ShouldContain("nächsten Montag");
        Submit(Log, ("account", "Acme"), ("kind", "dance"), ("text", "x")).ShouldBeOfType<Faulty>().Errors.Keys.ShouldBe(["kind"]);
    }

    [Fact]
    public void An_id_that_does_not_fit_is_a_fault_of_its_field_and_never_a_name()
    {
        var foreign = Guid.NewGuid().ToString("N");
        Submit(Log, ("account", foreign), ("text", "x")).ShouldBeOfType<Faulty>().Errors.Keys.ShouldBe(["account"]);
        Shown(Submit(Log, ("account", Anna.Id.ToString("N")), ("text", "x"))).ShouldNotContain(Anna.Id.ToString("N"));
        Shown(Submit(Complaint, ("account", "Acme"), ("contact", Sabine.Id.ToString("N")), ("text", "x"))).ShouldNotContain(Sabine.Id.ToString("N"));
        Submit(Log, ("account", "Weber"), ("text", "x")).ShouldBeOfType<SeveralNames>();
    }

    [Theory]
    [InlineData("log Acme call with Klein yesterday 15:00 give: all good")]
    [InlineData("geburtstag Sabine 14.5.")]
    [InlineData("geburtstag Sabine 29.2.1980")]
    [InlineData("snooze Acme bis morgen 15 Uhr")]
    [InlineData("away until 2027-06-01 deputy @[U1|Anna]")]
    [InlineData("account add \"Haus: am See\" tier A since 1.3.2019")]
    public void A_draft_survives(string line)
    {
        var understood = Read(line).ShouldBeOfType<Understood>();
        var again = FormReader.Read(understood.Command, understood.Arguments.Raw, Names, Now).ShouldBeOfType<Filled>().Arguments;
        again.Raw.ShouldBe(understood.Arguments.Raw, ignoreOrder: true);
        foreach (var voice in (Voice[])[Voice.English, Voice.German])
        {
            var form = FormBuilder.Build(understood.Command, understood.Arguments.Raw, Names, voice, "");
            var values = form.Fields.ToDictionary(field => field.Name, field => field.Value);
            FormReader.Read(understood.Command, values, Names, Now).ShouldBeOfType<Filled>().Arguments.Raw.ShouldBe(understood.Arguments.Raw, ignoreOrder: true);
        }
    }

    [Fact]
    public void An_unknown_name_can_be_created_in_passing()
    {
        var unknown = Read("complaint Zenit GmbH by Frau Klein: kaputt").ShouldBeOfType<UnknownName>();
        var zenit = new KnownName(NameKind.Account, Guid.NewGuid(), "Zenit GmbH");
        var raw = new Dictionary<string, string>(unknown.Raw) { ["account"] = zenit.Id.ToString("N") };
        var next = FormReader.Read(unknown.Command, raw, [.. Names, zenit with { AccountId = zenit.Id }], Now).ShouldBeOfType<UnknownName>();
        next.Slot.Name.ShouldBe("contact");
        next.Typed.ShouldBe("Frau Klein");
    }

    [Fact]
    public void Draws_a_form_from_the_slots()
    {
        var form = FormBuilder.Build(Log, new Dictionary<string, string> { ["account"] = Acme.Id.ToString("N"), ["text"] = "Berlin: x" }, Names, Voice.German, "here");
        (form.Id, form.Title, form.Submit, form.Context).ShouldBe(("log", "Etwas festhalten", "Speichern", "here"));
        form.Fields.Select(field => field.Kind).ShouldBe(
            [FieldKind.Suggest, FieldKind.Choice, FieldKind.Suggest, FieldKind.Date, FieldKind.Choice, FieldKind.Paragraph]);
        form.Fields[0].Choices[0].Label.ShouldBe("Acme Ltd");
        form.Fields[2].Choices.Select(choice => choice.Label).ShouldBe(["Dr. Peter Klein · Acme Ltd", "Jonas Größer · Acme Ltd"]);
        form.Fields[5].Value.ShouldBe("Berlin: x");
        FormBuilder.Build(Today, new Dictionary<string, string>(), Names, Voice.English, "").Title.ShouldBe("Today");
    }

    [Fact]
    public void An_id_that_fits_no_longer_is_shown_by_its_name_or_not_at_all()
    {
        var prefill = new Dictionary<string, string> { ["account"] = Guid.NewGuid().ToString("N"), ["contact"] = Sabine.Id.ToString("N") };
        FormBuilder.Build(Complaint, prefill, Names, Voice.English, "").Fields.Take(2).Select(field => field.Value).ShouldBe(["", Sabine.Name]);
        prefill["account"] = Acme.Id.ToString("N");
        FormBuilder.Build(Complaint, prefill, Names, Voice.English, "").Fields.Take(2).Select(field => field.Value).ShouldBe([Acme.Id.ToString("N"), Sabine.Name]);
    }

    [Fact]
    public void Suggests_a_hundred_names_and_always_the_chosen_one()
    {
        var names = Enumerable.Range(0, 300).Select(number => new KnownName(NameKind.Account, Guid.NewGuid(), $"Account {number:000}")).ToList();
        var form = FormBuilder.Build(Ack, new Dictionary<string, string> { ["account"] = names[299].Id.ToString("N") }, names, Voice.English, "");
        form.Fields[0].Choices.Count.ShouldBe(100);
        form.Fields[0].Choices[0].Label.ShouldBe("Account 299");
    }

    [Fact]
    public void Shows_how_to_type_it()
    {
        Usage.Of(Log, Language.English).ShouldBe("log ACCOUNT [kind] [with CONTACT] [when] [give/ask]: text");
        Usage.Of(Log, Language.German).ShouldBe("notiz KUNDE [art] [mit ANSPRECHPERSON] [wann] [gabe/bitte]: Text");
        Usage.Of(Promise, Language.English).ShouldBe("promise ACCOUNT [to CONTACT]: text by WHEN");
        Usage.Of(Promise, Language.German).ShouldBe("zusage KUNDE [an ANSPRECHPERSON]: Text bis WANN");
        Usage.Of(Ack, Language.English).ShouldBe("ack ACCOUNT [: text]");
        Usage.Of(AccountAdd, Language.German).ShouldBe("kunde neu NAME [stufe A/B/C] [betreuung @mitglied] [seit WANN]");
        Usage.Of(Birthday, Language.German).ShouldBe("geburtstag ANSPRECHPERSON DATUM");
        Usage.Of(Today, Language.German).ShouldBe("heute");
    }

    private static Reading Submit(Command command, params (string Name, string Value)[] values) =>
        FormReader.Read(command, values.ToDictionary(value => value.Name, value => value.Value), Names, Now);

    /// <summary>What a reading would call the name.</summary>
    private static string Shown(Reading reading)
    {
        reading.ShouldNotBeOfType<Filled>();
        return reading is UnknownName unknown ? unknown.Typed : "";
    }
}
