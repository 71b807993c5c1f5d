using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Tests.Cards;
using AccountNudge.Bot.Tests.Conversation;
using FsCheck.Fluent;

namespace AccountNudge.Bot.Tests.Slack.Messages;

public sealed class ModalTests
{
    private const string Origin = "C1|https://hooks.example/r";

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

    [Fact]
    public void A_form_is_drawn_as_a_modal() => Approved.Matches(Rendered.Of(Modal.Of(Form, Origin)), "Modal");

    [Fact]
    public void What_is_submitted_unchanged_means_the_same()
    {
        var (submitted, origin) = Modal.Read(Submission(Modal.Of(Form, Origin)));
        origin.ShouldBe(Origin);
        submitted.FormId.ShouldBe("complaint");
        submitted.Context.ShouldBe("context-1");
        submitted.Values.ShouldBe(Form.Fields.ToDictionary(field => field.Name, field => field.Value), ignoreOrder: true);
    }

    [Fact]
    public void A_changed_name_is_read_as_it_was_typed()
    {
        var (submitted, _) = Modal.Read(Submission(Modal.Of(Form, Origin), ("account", "Nordlicht"), ("when", "2027-06-01"), ("kind", "call"), ("extra", "x < y")));
        submitted.Values["account"].ShouldBe("Nordlicht");
        submitted.Values["when"].ShouldBe("2027-06-01");
        submitted.Values["kind"].ShouldBe("call");
        submitted.Values["extra"].ShouldBe("x < y");
    }

    [Fact]
    public void A_text_longer_than_an_input_loses_nothing()
    {
        var text = string.Join(' ', Enumerable.Range(1, 1500).Select(number => $"word{number}"));
        var modal = Modal.Of(Form with { Fields = [new Field("text", "What happened?", FieldKind.Paragraph) { Required = true, Value = text }] }, Origin);
        BlockKitRules.BrokenBy(modal).ShouldBeEmpty();
        modal["blocks"]!.AsArray().Count.ShouldBe(5);
        Modal.Read(Submission(modal)).Submitted.Values.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("text", text));
    }

    [Fact]
    public void Fields_stand_under_the_headings_of_their_groups()
    {
        var modal = Modal.Of(Form with { Fields = [Line("a", "Team"), Line("b", "Team"), Line("c", "Complaints"), Line("d", "")] }, Origin);
        BlockKitRules.BrokenBy(modal).ShouldBeEmpty();
        modal["blocks"]!.AsArray().Select(block => (string?)block!["block_id"] ?? $"# {block["text"]!["text"]}").ShouldBe(["# Team", "a", "b", "# Complaints", "c", "d"]);
        Modal.Read(Submission(modal)).Submitted.Values.Keys.ShouldBe(["a", "b", "c", "d"], ignoreOrder: true);

        static Field Line(string name, string group) => new(name, name, FieldKind.Line) { Group = group };
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(950)]
    public void Many_choices_are_all_offered(int count)
    {
        var choices = Enumerable.Range(1, count).Select(number => new FieldChoice($"v{number}", $"Choice {number}")).ToList();
        var modal = Modal.Of(Form with { Fields = [new Field("kind", "Kind", FieldKind.Choice) { Value = $"v{count}", Choices = choices }] }, Origin);
        BlockKitRules.BrokenBy(modal).ShouldBeEmpty();
        Modal.Read(Submission(modal)).Submitted.Values["kind"].ShouldBe($"v{count}");
    }

    [Fact]
    public void A_date_in_words_is_shown_as_it_is()
    {
        var modal = Modal.Of(Form with { Fields = [new Field("when", "When", FieldKind.Date) { Value = "14 May" }] }, Origin);
        ((string?)modal["blocks"]![0]!["element"]!["initial_value"]).ShouldBe("14 May");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"callback_id":7,"private_metadata":"{","state":[]}""")]
    [InlineData("""{"callback_id":"x","private_metadata":"[1]","state":{"values":{"a":null,"b":{"value":3},"c":{"other":{"type":"plain_text_input","value":"x"}}}}}""")]
    public void Whatever_is_not_ours_is_ignored(string view)
    {
        var (submitted, origin) = Modal.Read(JsonDocument.Parse(view).RootElement);
        submitted.Values.ShouldBeEmpty();
        (submitted.Context + origin).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_chosen_is_nothing()
    {
        const string View = """{"callback_id":"x","state":{"values":{"a":{"value":{"type":"static_select","selected_option":null}},"b":{"value":{"type":"datepicker","selected_date":null}},"c":{"value":{"type":"plain_text_input","value":null}},"d":{"value":{"type":"checkboxes"}}}}}""";
        Modal.Read(JsonDocument.Parse(View).RootElement).Submitted.Values.Values.ShouldBe(["", "", "", ""]);
    }

    [Fact]
    public void Errors_stand_at_their_fields()
    {
        var errors = Modal.Errors(new Dictionary<string, string> { ["account"] = "Which one?", ["text"] = new string('x', 3000) }, View("account", "text"));
        errors["response_action"]!.GetValue<string>().ShouldBe("errors");
        errors["errors"]!["account"]!.GetValue<string>().ShouldBe("Which one?");
        errors["errors"]!["text"]!.GetValue<string>().Length.ShouldBe(2000);
    }

    [Fact]
    public void What_is_no_single_fields_fault_stands_at_the_last()
    {
        Modal.Errors(new Dictionary<string, string> { [""] = "Not now." }, View("account", "text"))["errors"]!.ToJsonString().ShouldBe("""{"text":"Not now."}""");
        Modal.Errors(new Dictionary<string, string> { ["text"] = "Too long.", [""] = "Not now." }, View("account", "text"))["errors"]!.ToJsonString().ShouldBe("""{"text":"Too long. Not now."}""");
    }

    [Fact]
    public void Forms_with_any_texts_are_valid_modals()
    {
        foreach (var text in HostileCards.AnyText.Sample(40, 200))
        {
            var form = new Form("log", text, [.. Enum.GetValues<FieldKind>().Select(kind => new Field(kind.ToString(), text, kind) { Value = text, Hint = text, Choices = [new(text, text), new("x", text), new("y", "")] })], text) { Close = text };
            BlockKitRules.BrokenBy(Modal.Of(form, Origin)).ShouldBeEmpty();
        }
    }

    /// <summary>A view with these inputs, below a line of text.</summary>
    private static JsonElement View(params string[] inputs) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["blocks"] = new JsonArray([new JsonObject { ["type"] = "section", ["block_id"] = "words" }, .. inputs.Select(name => new JsonObject { ["type"] = "input", ["block_id"] = name })]),
    });

    /// <summary>What Slack sends back when a modal is submitted, with some fields changed (docs.slack.dev/reference/interaction-payloads/view-interactions-payload).</summary>
    private static JsonElement Submission(JsonObject modal, params (string Field, string Value)[] changes)
    {
        var values = new JsonObject();
        foreach (var block in modal["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input"))
        {
            var (name, element) = ((string)block!["block_id"]!, block["element"]!);
            var changed = changes.FirstOrDefault(change => change.Field == name).Value;
            var state = new JsonObject { ["type"] = (string?)element["type"] };
            switch ((string?)element["type"])
            {
                case "datepicker":
                    state["selected_date"] = changed ?? (string?)element["initial_date"];
                    break;
                case "static_select":
                    state["selected_option"] = changed is not null ? new JsonObject { ["value"] = changed } : element["initial_option"]?.DeepClone();
                    break;
                default:
                    state["value"] = changed ?? (string?)element["initial_value"];
                    break;
            }

            values[name] = new JsonObject { [(string)element["action_id"]!] = state };
        }

        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["callback_id"] = (string?)modal["callback_id"],
            ["private_metadata"] = (string?)modal["private_metadata"],
            ["state"] = new JsonObject { ["values"] = values },
        });
    }
}
