using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Hints;

/// <summary>Hints as they are said and answered. Huber AG was entered on 4 January 2026; 1 March 2027 is a Monday.</summary>
public sealed class HintTests
{
    [Fact]
    public async Task Hints_are_said_answered_and_turned_off()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind, JustTalkHint.Kind, SingleThreadHint.Kind);
        var direct = DirectOf(Anna);
        await talk.Until("2027-03-02T09:00");
        var hint = talk.To(Anna).Single();
        var plan = await talk.Press(Anna, ButtonOf(hint, "hint.plan"), direct);
        await talk.Submit(Anna, plan, direct, ("when", "12 March 10:00"));
        await talk.Until("2027-04-01T09:00");
        var note = await talk.Press(Anna, ButtonOf(talk.To(Anna)[^1], "hint.just-talk"), direct);
        await talk.Submit(Anna, note, direct, ("kind", "Call"), ("text", "football and the new neighbours"));
        await talk.Say(Anna, "hints", direct);
        await talk.Press(Ben, await talk.Say(Ben, "hints", DirectOf(Ben)), "hint.switch", DirectOf(Ben));
        await talk.Say(Anna, "hint visit off for Huber", direct);
        await talk.Say(Anna, "hint visit off", direct);
        await talk.Say(Clara, "hinweis besuch wieder bei Huber", DirectOf(Clara));
        await talk.Say(Ben, "hinweise am morgen 0", DirectOf(Ben));
        await talk.Say(Ben, "undo", DirectOf(Ben));
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Two_of_a_morning_and_the_others_the_next()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind);
        foreach (var name in new[] { "Adler AG", "Berger AG", "Conrad AG", "Decker AG" }) await Hinted.Win(talk, name);
        await talk.Until("2027-03-02T10:00");
        Hints(talk).ShouldBe([2]);
        await talk.Until("2027-03-03T10:00");
        Hints(talk).ShouldBe([2, 2]);
        await talk.Until("2027-03-05T10:00");
        Hints(talk).ShouldBe([2, 2, 1]);
    }

    [Fact]
    public async Task The_most_important_hints_of_a_morning_come_first()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind, JustTalkHint.Kind, SingleThreadHint.Kind);
        await Client.Change(talk, (store, team) => team.Settings = team.Settings with { HintsPerMorning = 1 });
        await Hinted.Win(talk, "Adler AG", tier: Tier.C);
        await talk.Until("2027-03-02T10:00");
        CardText.Of(talk.To(Anna).Single()).ShouldContain("Huber AG: no meeting in person noted yet.");
        await talk.Until("2027-03-03T10:00");
        CardText.Of(talk.To(Anna)[^1]).ShouldContain("Adler AG: how about a call just to talk, with no agenda?");
    }

    [Theory]
    [InlineData("hint.Done", "Good. I’ll leave it at that for a while.", "✓ Anna: done")]
    [InlineData("hint.NotNow", "All right, not now.", "✓ Anna: not now")]
    [InlineData("hint.NotForClient", "All right, I won’t suggest this for Huber AG again.", "✓ Anna: not for this client")]
    [InlineData("hint.NotHelpful", "Thanks for saying so. I’ll bring it up less often.", "✓ Anna: not helpful")]
    public async Task An_answer_settles_it_once(string action, string said, string settled)
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind);
        await talk.Until("2027-03-02T09:00");
        var buttons = ButtonsOf(talk.To(Anna).Single()).ToList();
        (await talk.Press(Anna, buttons.Single(button => button.ActionId == action), DirectOf(Anna))).Card!.Headline.Plain.ShouldBe(said);
        CardText.Of(talk.To(Anna).Single()).ShouldContain(settled);
        (await talk.Press(Anna, buttons.Last(button => button.ActionId.StartsWith("hint.N", StringComparison.Ordinal)), DirectOf(Anna))).Card!.Headline.Plain.ShouldBe("That’s already done.");
        (await talk.Read(store => store.HintAnswers)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_stands_in_the_owners_day_alone_and_is_let_be_after_thirty_days()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind);
        await talk.Until("2027-03-02T09:00");
        CardText.Of(await talk.Say(Anna, "today", DirectOf(Anna))).ShouldContain("no meeting in person noted yet");
        CardText.Of(await talk.Say(Ben, "today", DirectOf(Ben))).ShouldNotContain("no meeting in person");
        CardText.Of(await talk.Say(Ben, "digest")).ShouldNotContain("no meeting in person");
        await talk.Until("2027-04-01T00:00");
        CardText.Of(await talk.Say(Anna, "today", DirectOf(Anna))).ShouldNotContain("no meeting in person");
        CardText.Of(talk.To(Anna).Single()).ShouldContain("Left for now");
    }

    [Theory]
    [InlineData("meet Huber on 12 March visit", true)]
    [InlineData("meet Huber on 12 March call", false)]
    public async Task A_visit_that_is_planned_settles_it(string line, bool isSettled)
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind);
        await talk.Until("2027-03-02T09:00");
        await talk.Say(Anna, line);
        CardText.Of(talk.To(Anna)[0]).Contains("✓ Anna: the next talk is planned", StringComparison.Ordinal).ShouldBe(isSettled);
    }

    [Theory]
    [InlineData("log Huber call no agenda: football", InteractionKind.Call, "football")]
    [InlineData("log Huber no agenda visit yesterday: the new neighbours", InteractionKind.Visit, "the new neighbours")]
    [InlineData("log Huber call just to talk: football", InteractionKind.Call, "football")]
    [InlineData("notiz Huber Anruf einfach so: Fußball", InteractionKind.Call, "Fußball")]
    [InlineData("notiz Huber Besuch ohne Anliegen: die neuen Nachbarn", InteractionKind.Visit, "die neuen Nachbarn")]
    public async Task Reads_a_talk_without_an_agenda(string line, InteractionKind kind, string text)
    {
        using var talk = await Hinted.At("2027-03-01T10:00", JustTalkHint.Kind);
        var reply = await talk.Say(Anna, line);
        (await talk.Read(store => store.Interactions)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            noted => noted.IsJustTalk.ShouldBeTrue(), noted => noted.Kind.ShouldBe(kind), noted => noted.Text.ShouldBe(text));
        CardText.Of(reply).ShouldContain("no agenda");
    }

    [Fact]
    public async Task A_form_notes_it_too()
    {
        using var talk = await Hinted.At("2027-03-01T10:00");
        await talk.Submit(Clara, await talk.Say(Clara, "notiz Huber"), ("kind", "Call"), ("agenda", "None"), ("text", "Urlaub"));
        (await talk.Read(store => store.Interactions)).ShouldHaveSingleItem().IsJustTalk.ShouldBeTrue();
    }

    [Fact]
    public async Task Something_to_talk_about_stands_below_the_suggestion()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", JustTalkHint.Kind);
        await talk.Say(Anna, "topic Huber AG: the move to Leipzig", DirectOf(Anna));
        await talk.Say(Anna, "hook Jonas Falk: was off to Fuerteventura", DirectOf(Anna));
        await talk.Until("2027-03-02T09:00");
        CardText.Of(talk.To(Anna).Single()).ShouldContain("· “was off to Fuerteventura” (Jonas Falk) · “the move to Leipzig”");
    }

    [Fact]
    public async Task Weniger_Gespräche_und_ein_frischer_Blick()
    {
        using var talk = await Hinted.At("2027-02-15T10:00", ErosionHint.Kind, RoutineHint.Kind);
        await Client.Change(talk, (store, team) =>
        {
            team.Settings = team.Settings with { Language = Core.Texts.Language.German, HintDays = 10 };
            var huber = store.Accounts.Single(account => account.Name == "Huber AG");
            (huber.Since, huber.OwnerId) = (new LocalDate(2020, 1, 1), store.Members.Single(member => member.PersonId == Clara.Id).Id);
            foreach (var month in new[] { 12, 12, 1, 1, 2, 2, 2 })
            {
                store.Interactions.Add(new Interaction
                {
                    WorkspaceId = team.WorkspaceId, TeamId = team.Id, AccountId = huber.Id, Kind = InteractionKind.Mail, On = new(month == 12 ? 2025 : 2026, month, 20),
                    RecordedAt = talk.Now, MemberId = huber.OwnerId!.Value,
                });
            }
        });
        await talk.Until("2027-03-01T09:00");
        Approved.Matches(string.Join('\n', talk.To(Clara).Select(card => CardText.Of(card))), nameof(Weniger_Gespräche_und_ein_frischer_Blick));
    }

    /// <summary>How many hints stood in each of Anna's mornings.</summary>
    private static IReadOnlyList<int> Hints(Talk talk) => [.. talk.To(Anna).Select(card => ButtonsOf(card).Count(button => button.ActionId == "hint.NotNow"))];
}
