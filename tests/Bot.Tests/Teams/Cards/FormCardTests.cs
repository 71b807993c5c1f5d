using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Tests.Cards;
using FsCheck.Fluent;

namespace AccountNudge.Bot.Tests.Teams.Cards;

public sealed class FormCardTests
{
    private const string Origin = "19:c1@thread.tacv2;messageid=1700000000000";

    private static readonly Form Form = new("complaint", "Beschwerde aufnehmen",
        [
            new Field("account", "Kunde", FieldKind.Suggest) { Required = true, Value = "id-1", Hint = "Wer sich beschwert.", Choices = [new("id-1", "Weber GmbH"), new("id-2", "Acme")] },
            new Field("text", "Was ist geschehen?", FieldKind.Paragraph) { Required = true, Value = "Die Lieferung" },
            new Field("when", "Wann", FieldKind.Date) { Value = "2027-05-14" },
            new Field("kind", "Auf welchem Weg", FieldKind.Choice) { Value = "mail", Choices = [new("call", "Anruf"), new("mail", "Mail")] },
            new Field("extra", "Sonst noch", FieldKind.Line),
        ],
        "Speichern",
        "context-1")
    { Close = "Abbrechen" };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_submitted_unchanged_means_the_same(bool inDialog)
    {
        var card = FormCard.Of(Form, Origin, inDialog);
        AdaptiveCardRules.BrokenBy(card).ShouldBeEmpty();
        var (submitted, origin, shown) = FormCard.Read(Submission(card))!.Value;
        origin.ShouldBe(Origin);
        (submitted.FormId, submitted.Context).ShouldBe(("complaint", "context-1"));
        submitted.Values.ShouldBe(Form.Fields.ToDictionary(field => field.Name, field => field.Value), ignoreOrder: true);
        FormCard.Of(shown, origin, inDialog).ToJsonString().ShouldBe(card.ToJsonString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fields_stand_under_the_headings_of_their_groups_also_when_they_come_back(bool inDialog)
    {
        var form = Form with { Fields = [Line("a", "Team"), Line("b", "Team"), Line("c", "Complaints"), Line("d", "")] };
        var card = FormCard.Of(form, Origin, inDialog);
        AdaptiveCardRules.BrokenBy(card).ShouldBeEmpty();
        card["body"]!.AsArray().Select(element => (string?)element!["id"] ?? $"# {element["text"]}").ShouldBe(
            [.. inDialog ? Array.Empty<string>() : ["# Beschwerde aufnehmen"], "# Team", "i_a", "i_b", "# Complaints", "i_c", "i_d"]);
        FormCard.Of(FormCard.Read(Submission(card))!.Value.Shown, Origin, inDialog).ToJsonString().ShouldBe(card.ToJsonString());

        static Field Line(string name, string group) => new(name, name, FieldKind.Line) { Group = group };
    }

    [Fact]
    public void What_was_changed_comes_back_by_field()
    {
        var card = FormCard.Of(Form, Origin, inDialog: false);
        var values = FormCard.Read(Submission(card, ("account", "Nordlicht"), ("when", "2027-06-01"), ("kind", "call"), ("extra", "x < y")))!.Value.Submitted.Values;
        values.ShouldBe(new Dictionary<string, string> { ["account"] = "Nordlicht", ["text"] = "Die Lieferung", ["when"] = "2027-06-01", ["kind"] = "call", ["extra"] = "x < y" }, ignoreOrder: true);
    }

    [Fact]
    public void What_teams_leaves_out_was_emptied()
    {
        var data = JsonSerializer.Deserialize<JsonObject>(Submission(FormCard.Of(Form, Origin, inDialog: false)))!;
        data.Remove("i_text");
        var (submitted, _, shown) = FormCard.Read(JsonSerializer.SerializeToElement(data))!.Value;
        submitted.Values["text"].ShouldBeEmpty();
        shown.Fields.Single(field => field.Name == "text").Value.ShouldBeEmpty();
    }

    [Fact]
    public void Any_texts_come_back_as_they_were_typed_and_stay_when_something_is_wrong()
    {
        foreach (var text in HostileCards.AnyText.Sample(40, 150).Select(text => string.Concat(text.EnumerateRunes().Take(100))))
        {
            var form = new Form("log", text, [.. Enum.GetValues<FieldKind>().Select(kind => new Field(kind.ToString(), text, kind) { Hint = text, Choices = [new("x", text), new("y", ""), new(text, text)] })], text, text) { Close = text };
            var typed = form.Fields.ToDictionary(field => field.Name, field => field.Kind == FieldKind.Choice ? "y" : text);
            foreach (var inDialog in (bool[])[true, false])
            {
                var first = FormCard.Of(form, text, inDialog, typed);
                AdaptiveCardRules.BrokenBy(first).ShouldBeEmpty();
                var (submitted, origin, shown) = FormCard.Read(Submission(first))!.Value;
                (origin, submitted.Context).ShouldBe((text, text));
                submitted.Values.ShouldBe(typed, ignoreOrder: true);
                var again = FormCard.Of(shown, origin, inDialog, submitted.Values, new Dictionary<string, string> { ["Line"] = $"Wrong: {text}", ["gone"] = "Missing" });
                AdaptiveCardRules.BrokenBy(again).ShouldBeEmpty();
                AdaptiveCardWords.Shown([again]).ShouldContain(CardWords.Essence($"Wrong: {text}"));
                AdaptiveCardWords.Shown([again]).ShouldContain("Missing");
                FormCard.Read(Submission(again))!.Value.Submitted.Values.ShouldBe(typed, ignoreOrder: true);
            }
        }
    }

    [Fact]
    public void An_error_stands_under_its_field_with_what_was_typed()
    {
        var card = FormCard.Of(Form, Origin, inDialog: true, new Dictionary<string, string> { ["account"] = "Webber", ["when"] = "someday" }, new Dictionary<string, string> { ["account"] = "Which one?" });
        var body = card["body"]!.AsArray();
        ((string?)body[0]!["value"]).ShouldBe("Webber");
        ((string?)body[1]!["inlines"]![0]!["text"]).ShouldBe("Which one?");
        ((string?)body[1]!["inlines"]![0]!["color"]).ShouldBe("Attention");
        var when = body.Single(input => (string?)input!["id"] == "i_when")!;
        ((string?)when["type"], (string?)when["value"]).ShouldBe(("Input.Text", "someday"));
    }

    [Fact]
    public void In_a_message_a_form_is_submitted_or_closed_by_their_verbs()
    {
        var actions = FormCard.Of(Form, Origin, inDialog: false)["actions"]!.AsArray();
        actions.Select(action => (string?)action!["verb"]).ShouldBe([FormCard.SubmitVerb, FormCard.CloseVerb]);
        var (submit, close) = (JsonSerializer.SerializeToElement(actions[0]!["data"]), JsonSerializer.SerializeToElement(actions[1]!["data"]));
        FormCard.ReadPress(submit).ShouldBeNull();
        FormCard.Read(close).ShouldBeNull();
        FormCard.ReadPress(close).ShouldBe(new Pressed("form.close", Origin));
        FormCard.Of(Form, Origin, inDialog: true)["actions"]!.AsArray().ShouldHaveSingleItem()!["type"]!.GetValue<string>().ShouldBe("Action.Submit");
    }

    [Fact]
    public void A_name_among_many_means_its_id_as_long_as_nobody_changes_it()
    {
        var field = new Field("account", "Account", FieldKind.Suggest) { Value = "v90", Choices = [.. Enumerable.Range(1, 100).Select(number => new FieldChoice($"v{number}", $"Name {number}"))] };
        var card = FormCard.Of(Form with { Fields = [field] }, Origin, inDialog: false);
        ((string?)card["body"]![1]!["value"]).ShouldBe("Name 90");
        FormCard.Read(Submission(card))!.Value.Submitted.Values["account"].ShouldBe("v90");
        AdaptiveCardRules.SizeOf(card).ShouldBeLessThan(2000);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"f":7,"s":{"f":[]}}""")]
    [InlineData("""{"f":"","a":null,"v":"x"}""")]
    [InlineData("""{"a":{"a":"b"},"f":["x"]}""")]
    [InlineData("""{"f":"\ud800","a":"\udc00"}""")]
    public void Whatever_is_not_ours_is_nothing(string data)
    {
        FormCard.Read(JsonDocument.Parse(data).RootElement).ShouldBeNull();
        FormCard.ReadPress(JsonDocument.Parse(data).RootElement).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"f":"x"}""")]
    [InlineData("""{"f":"x","s":[],"c":1,"o":{},"i_a":"b"}""")]
    [InlineData("""{"f":"x","s":{"t":1,"b":[],"x":{},"f":{"n":"a"}}}""")]
    [InlineData("""{"f":"x","s":{"f":[null,1,"a",[],{},{"n":""},{"n":7}]}}""")]
    public void A_form_without_its_fields_has_none(string data) => FormCard.Read(JsonDocument.Parse(data).RootElement)!.Value.Submitted.Values.ShouldBeEmpty();

    [Theory]
    [InlineData("""{"n":"a","k":"Nonsense","c":[null,1,["x"],["x",2],["y","Y","z"],{"v":1}],"r":"yes","h":7}""")]
    [InlineData("""{"n":"a","k":"99","l":{},"v":[]}""")]
    public void A_field_that_was_tampered_with_is_still_a_field(string field)
    {
        var data = JsonDocument.Parse("{\"f\":\"x\",\"i_a\":\"typed\",\"s\":{\"f\":[" + field + ",{\"n\":\"a\"}]}}").RootElement;
        var (submitted, origin, shown) = FormCard.Read(data)!.Value;
        submitted.Values.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("a", "typed"));
        AdaptiveCardRules.BrokenBy(FormCard.Of(shown, origin, inDialog: false)).ShouldBeEmpty();
    }

    [Fact]
    public void A_button_pressed_in_an_older_message_is_read_as_well() =>
        FormCard.ReadPress(JsonDocument.Parse("""{"msteams":{"type":"task/fetch"},"a":"matter.snooze","v":"1.2."}""").RootElement).ShouldBe(new Pressed("matter.snooze", "1.2."));

    /// <summary>What arrives when a form is submitted: the button's data, and what stands in the inputs by their ids.</summary>
    private static JsonElement Submission(JsonObject card, params (string Field, string Value)[] changes)
    {
        var data = card["actions"]![0]!["data"]!.DeepClone().AsObject();
        foreach (var input in card["body"]!.AsArray().Where(element => ((string?)element!["type"])!.StartsWith("Input.", StringComparison.Ordinal)))
        {
            var id = (string)input!["id"]!;
            data[id] = changes.FirstOrDefault(change => "i_" + change.Field == id).Value ?? (string?)input["value"] ?? "";
        }

        return JsonSerializer.SerializeToElement(data);
    }
}
