using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Team;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>What a submitted form is answered with, whether it was a dialog or a card in the channel.</summary>
public sealed class SubmittedTests
{
    [Fact]
    public async Task A_submission_is_answered_with_errors_alone_or_with_a_message_and_never_with_another_form()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Press(Talk.Anna, await talk.Say(Talk.Anna, "complaint Acme Ltd by Maria Jones: late"), "draft.create");
        foreach (var command in talk.Commands.Where(command => command.Slots.Count > 0))
        {
            foreach (var value in new[] { "", "Acme Ltd", "Maria Jones", "nonsense", "tomorrow", "A" })
            {
                var reply = await talk.Turn(Talk.Anna, new Submitted(command.Words.Id, command.Slots.ToDictionary(slot => slot.Name, _ => value), ""), null);
                var told = $"{command.Words.Id} with “{value}”: {CardText.Of(reply)}";
                reply.Form.ShouldBeNull(told);
                reply.Replaces.ShouldBeFalse(told);
                (reply.Card is null).ShouldBe(reply.Errors.Count > 0, told);
                reply.Errors.Keys.ShouldBeSubsetOf(command.Slots.Select(slot => slot.Name).Append(""), told);
            }
        }
    }

    [Fact]
    public async Task A_form_without_any_of_its_fields_is_answered_too()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        foreach (var command in talk.Commands.Where(command => command.Slots.Any(slot => slot.Required)))
            (await talk.Turn(Talk.Anna, new Submitted(command.Words.Id, new Dictionary<string, string>(), "nonsense"), null)).Errors.Keys.ShouldBe(command.Slots.Where(slot => slot.Required).Select(slot => slot.Name), ignoreOrder: true, command.Words.Id);
    }

    [Fact]
    public async Task What_goes_wrong_leaves_the_form_as_it_was_typed()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var clock = new SimulatedClock(talk.Now);
        var broken = new TurnHandler(
            talk.Stores, new CommandRegistry([new Broken()], []), [], clock, _ => Task.CompletedTask, NullLogger<TurnHandler>.Instance);

        var submitted = await broken.Answer(talk.Make(Talk.Clara, new Submitted("broken", new Dictionary<string, string>(), "")), TestContext.Current.CancellationToken);
        submitted.Card.ShouldBeNull();
        submitted.Errors.Values.ShouldHaveSingleItem().ShouldStartWith("Das ist bei mir schiefgegangen");

        var typed = await broken.Answer(talk.Make(Talk.Clara, new Typed("broken")), TestContext.Current.CancellationToken);
        typed.Errors.ShouldBeEmpty();
        (typed.OnlyAsker, typed.Card!.Headline.Plain).ShouldSatisfyAllConditions(said => said.OnlyAsker.ShouldBeTrue(), said => said.Plain.ShouldStartWith("Das ist bei mir schiefgegangen"));
    }

    [Fact]
    public async Task What_is_refused_leaves_the_form_as_it_was_typed()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "account add Acme");
        var refused = await talk.Submit(Talk.Anna, await talk.Say(Talk.Anna, "log"), ("account", "Acme"), ("text", "hello"), ("when", "2099-01-04"));
        refused.Card.ShouldBeNull();
        refused.Errors.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("log", "https://example.org/l/1", "They want a quote\nhttps://example.org/l/1")]
    [InlineData("log", null, "They want a quote")]
    [InlineData("complaint", "https://example.org/l/1", "They want a quote\nhttps://example.org/l/1")]
    [InlineData("complaint", null, "They want a quote")]
    public async Task A_message_that_was_picked_is_recorded_with_its_link(string commandId, string? link, string text)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "account add Acme");
        var opened = await talk.Turn(Talk.Anna, new Chosen(commandId, "They want a quote", link), null);
        opened.Card.ShouldBeNull();
        opened.Form!.Id.ShouldBe(commandId);

        var recorded = await talk.Submit(Talk.Anna, opened, ("account", "Acme"));

        CardText.Of(recorded).ShouldContain("They want a quote");
        await using var store = talk.Stores.Open(Scope.Nothing);
        var words = commandId == "log"
            ? await store.Interactions.IgnoreQueryFilters().Select(talk => talk.Text).SingleAsync(TestContext.Current.CancellationToken)
            : await store.Complaints.IgnoreQueryFilters().Select(complaint => complaint.Text).SingleAsync(TestContext.Current.CancellationToken);
        words.ShouldBe(text);
    }

    [Fact]
    public async Task A_picked_message_of_any_length_and_characters_opens_the_form()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        foreach (var text in new[] { "", " ", "\0\uD800", new string('ß', 20_000), "log Acme: \"quoted\"" })
            (await talk.Turn(Talk.Anna, new Chosen("log", text, "https://example.org/l/1"), null)).Form.ShouldNotBeNull();
    }

    private sealed class Broken() : Command(new("broken", CommandGroup.Tell, new("broken", "kaputt"), Text.Verbatim("fails"), Text.Verbatim("broken")))
    {
        public override Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) => throw new InvalidOperationException("Something nobody has thought of.");
    }
}
