using System.Text.Json.Nodes;
using AccountNudge.Testing.Teams;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

public sealed class TeamsFormTests
{
    [Fact]
    public async Task Words_alone_bring_the_form_to_the_asker_and_its_answer_to_everyone()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var form = await host.Ask(host.Anna, host.Clients, "complaint");
        form.OnlyFor.ShouldBe(host.Anna.Id);
        var reply = await host.Deliver(Submit(host, host.Anna, form, "crooked label"));
        reply.Card.ShouldNotBeNull();
        AdaptiveCards.Inputs(reply.Card).ShouldBeEmpty();
        await host.Settles();
        var answer = host.Said("crooked label");
        (answer.OnlyFor, answer.Root).ShouldBe((null, form.Root));
        AdaptiveCards.Inputs(form.Cards.ShouldHaveSingleItem()).ShouldBeEmpty();
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_personal_chat_the_answer_takes_the_forms_place()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var own = host.Teams.PersonalChat(host.Anna);
        foreach (var delivery in host.Teams.Installs(host.Anna, own)) await host.Deliver(delivery);
        await host.Settles();
        var form = await host.Ask(host.Anna, own, "complaint");
        var before = host.Everything().Count;
        var reply = await host.Deliver(Submit(host, host.Anna, form, "crooked label"));
        string.Join(' ', AdaptiveCards.Wording(reply.Card.ShouldNotBeNull())).ShouldContain("crooked label");
        await host.Settles();
        form.Wording.ShouldContain("crooked label");
        host.Everything().Count.ShouldBe(before);
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_is_said_in_it_with_what_was_typed()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var form = await host.Ask(host.Anna, host.Clients, "complaint");
        var before = host.Rows().Count;
        var wrong = await host.Deliver(Careless(host, form, "crooked label"));
        var shown = wrong.Card.ShouldNotBeNull();
        Words(shown)["value"]!.ToString().ShouldBe("crooked label");
        host.Rows().Count.ShouldBe(before);
        var right = await host.Deliver(host.Teams.Presses(host.Anna, form, "form.submit", Filled(shown, "crooked label"), shown));
        await host.Settles();
        AdaptiveCards.Inputs(right.Card.ShouldNotBeNull()).ShouldBeEmpty();
        host.Said("crooked label").OnlyFor.ShouldBeNull();
    }

    [Fact]
    public async Task What_cannot_be_done_yet_leaves_the_form_as_it_was_typed()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var form = await host.Ask(host.Anna, host.Clients, "log");
        var card = form.Cards.Single();
        var early = await host.Deliver(host.Teams.Presses(host.Anna, form, "form.submit", new Dictionary<string, string>(Filled(card, "crooked label")) { ["i_when"] = "2099-01-04" }));
        Words(early.Card.ShouldNotBeNull())["value"]!.ToString().ShouldBe("crooked label");
        await host.Deliver(host.Teams.Presses(host.Anna, form, "form.submit", new Dictionary<string, string> { ["i_when"] = "2020-01-06" }, early.Card));
        await host.Settles();
        host.Said("crooked label").OnlyFor.ShouldBeNull();
    }

    [Fact]
    public async Task A_button_that_opens_a_form_brings_it_to_whoever_pressed()
    {
        await using var host = await TeamsHost.Run();
        var note = await host.Begin();
        (await host.Deliver(host.Teams.Presses(host.Anna, note, "record.correct"))).Words.ShouldNotBeNull().ShouldContain("form");
        await host.Settles();
        var form = host.Everything()[^1];
        (form.OnlyFor, form.Root).ShouldBe((host.Anna.Id, note.Root));
        await host.Deliver(Submit(host, host.Anna, form, "needs three samples"));
        await host.Settles();
        host.Said("needs three samples").ShouldSatisfyAllConditions(said => said.OnlyFor.ShouldBeNull(), said => said.Root.ShouldBe(note.Root));
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_that_comes_again_acts_once(bool isNewId)
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var submission = Submit(host, host.Anna, await host.Ask(host.Anna, host.Clients, "complaint"), "crooked label");
        await host.Deliver(submission);
        var again = await host.Deliver(isNewId ? submission.Anew() : submission);
        again.Words.ShouldBe("That’s already done.");
        await host.Settles();
        host.Everything().Count(message => message.Wording.Contains("crooked label", StringComparison.Ordinal) && message.OnlyFor is null).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_is_put_away_leaves_one_line()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var form = await host.Ask(host.Ben, host.Clients, "beschwerde");
        var reply = await host.Deliver(host.Teams.Presses(host.Ben, form, "form.close"));
        string.Join(' ', AdaptiveCards.Wording(reply.Card.ShouldNotBeNull())).ShouldBe("Alles klar, es wurde nichts notiert.");
        await host.Settles();
        form.Wording.ShouldBe("Alles klar, es wurde nichts notiert.");
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_cannot_name_a_place_its_person_is_not_in()
    {
        await using var host = await TeamsHost.Run();
        var carla = host.Teams.AddPerson(host.World.Tenant, "Carla");
        var other = host.Teams.AddTeam(host.World.Tenant, "Other", carla);
        var secret = host.Teams.AddChannel(other, "secret");
        foreach (var delivery in host.Teams.Installs(carla, other, secret)) await host.Deliver(delivery);
        await host.Settles();
        await host.Begin();
        var form = await host.Ask(host.Anna, host.Clients, "complaint");
        var forged = TeamsWorld.With(Submit(host, host.Anna, form, "crooked label"), activity =>
            activity["value"] = JsonNode.Parse(activity["value"]!.ToJsonString().Replace(host.Clients.Id, secret.Id, StringComparison.Ordinal)));
        await host.Deliver(forged);
        await host.Settles();
        host.Teams.Messages.Where(message => message.Place == secret && message.From == host.Teams.BotId).ShouldHaveSingleItem().Wording.ShouldNotContain("crooked");
        host.Said("crooked label").Place.ShouldNotBe(secret);
    }

    internal static TeamsDelivery Submit(TeamsHost host, FakePerson by, FakeChatMessage form, string words) =>
        host.Teams.Presses(by, form, "form.submit", Filled(form.Cards.Single(), words));

    /// <summary>As a client that does not check what is required sends it.</summary>
    private static TeamsDelivery Careless(TeamsHost host, FakeChatMessage form, string words)
    {
        var card = Optional(form.Cards.Single());
        return host.Teams.Presses(host.Anna, form, "form.submit", new Dictionary<string, string> { [Words(card)["id"]!.ToString()] = words }, card);
    }

    /// <summary>A form in which nothing is required.</summary>
    internal static JsonObject Optional(JsonObject form)
    {
        var card = form.DeepClone().AsObject();
        foreach (var input in AdaptiveCards.Inputs(card)) input["isRequired"] = false;
        return card;
    }

    /// <summary>A client and some words.</summary>
    internal static Dictionary<string, string> Filled(JsonObject form, string? words) => AdaptiveCards.Inputs(form).Select(input => input["id"]!.ToString())
        .Where(id => id == "i_account" || (words is not null && id == Words(form)["id"]!.ToString())).ToDictionary(id => id, id => id == "i_account" ? "Acme" : words!);

    /// <summary>The input for free text.</summary>
    private static JsonObject Words(JsonObject form) => AdaptiveCards.Inputs(form).First(input => input["isMultiline"]?.GetValue<bool>() == true);
}
