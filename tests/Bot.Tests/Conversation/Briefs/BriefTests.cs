using System.Diagnostics;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Tests.Conversation.Briefs;

public sealed class BriefTests
{
    [Theory]
    [InlineData("Sabine Klein")]
    [InlineData("Weber")]
    [InlineData("030 1234567")]
    [InlineData("+49 30 1234567")]
    [InlineData("0049 30 123 45 67")]
    [InlineData("+49 (0)30 / 1234567")]
    [InlineData("tel:+49-30-1234567")]
    public async Task It_is_found_by_person_company_and_number_and_shown_to_the_asker_only(string name)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var reply = await talk.Say(Talk.Ben, $"brief {name}");
        reply.OnlyAsker.ShouldBeTrue();
        reply.Card!.Headline.Plain.ShouldBe(name == "Weber" ? "Weber GmbH" : "Sabine Klein (Weber GmbH)");
    }

    [Theory]
    [InlineData("brief Sabine Klein", true)]
    [InlineData("brief Weber", false)]
    public async Task A_talk_is_noted_from_it_with_whom_it_is_about(string line, bool isWithThem)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var opened = await talk.Press(Talk.Ben, await talk.Say(Talk.Ben, line), "interaction.open");
        var contact = opened.Form!.Fields.Single(field => field.Name == "contact");
        (contact.Choices.FirstOrDefault(choice => choice.Value == contact.Value)?.Label ?? contact.Value).ShouldBe(isWithThem ? "Sabine Klein · Weber GmbH" : "");
    }

    [Fact]
    public async Task It_says_everything_for_one_call_in_both_languages()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "since Weber 1 March 2021");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 5 March 1977");
        await Client.Log(talk, InteractionKind.Call, new(2027, 2, 22), "Wants a quote for the spring fair");
        await Client.Log(talk, InteractionKind.Call, new(2027, 2, 10), "All fine");
        await Client.Log(talk, InteractionKind.Mail, new(2027, 2, 1), "Sent the report");
        await Client.Complain(talk, "The delivery is late again");
        foreach (var line in (string[])
        [
            "hook Sabine Klein: is off to Fuerteventura", "prefer Sabine Klein by first name by mail: reports on Mondays", "topic Sabine Klein: the new warehouse", "limit Weber: no budget before July",
            "situation Weber: new management", "related Sabine Klein: Fabian, business partner",
        ]) await talk.Say(Talk.Anna, line);
        await talk.Until("2027-03-01T11:00");
        var english = CardText.Of(await talk.Say(Talk.Ben, "brief Sabine Klein"));
        var german = CardText.Of(await talk.Say(Talk.Clara, "kurzprofil Weber"));
        Approved.Matches(english + "\n" + german, "Brief");
    }

    [Fact]
    public async Task At_most_two_unknowns_are_put_as_questions()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var text = CardText.Of(await talk.Say(Talk.Clara, "kurzprofil Sabine Klein"));
        text.ShouldContain("Was macht Sabine Klein dort?");
        text.ShouldContain("Was beschäftigt Sabine Klein gerade?");
        text.Count(character => character == '?').ShouldBe(2);
    }

    /// <summary>As one is answered, the next takes its place.</summary>
    [Fact]
    public async Task What_helps_most_is_asked_first()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var asked = new List<string>();
        foreach (var line in (string[])["help", "contact role Sabine Klein buyer", "topic Sabine Klein: the new warehouse", "prefer Sabine Klein by mail", "birthday Sabine Klein 5 May", "since Weber 1 May 2020"])
        {
            await talk.Say(Talk.Anna, line);
            asked.Add(string.Join(' ', CardText.Of(await talk.Say(Talk.Anna, "brief Sabine Klein")).Split('\n').Select(part => part.Trim()).Where(part => part.EndsWith('?'))));
        }

        asked.ShouldBe(
        [
            "What does Sabine Klein do there? What’s on Sabine Klein’s mind at the moment?",
            "What’s on Sabine Klein’s mind at the moment? How does Sabine Klein like to be reached?",
            "How does Sabine Klein like to be reached? Do you know when Sabine Klein’s birthday is?",
            "Do you know when Sabine Klein’s birthday is? How long have you been working together?",
            "How long have you been working together?",
            "",
        ]);
    }

    [Fact]
    public async Task It_takes_less_than_a_second_among_two_thousand_accounts()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (store, team) =>
        {
            var member = store.Members.First();
            for (var number = 0; number < 2000; number++)
            {
                var account = new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = $"Client {number} AG", OwnerId = member.Id, EnteredOn = new(2027, 3, 1) };
                store.Accounts.Add(account);
                store.Contacts.Add(new Contact { WorkspaceId = team.WorkspaceId, TeamId = team.Id, AccountId = account.Id, Name = $"Person {number}" });
                store.Interactions.AddRange(Enumerable.Range(1, 10).Select(day => new Interaction { WorkspaceId = team.WorkspaceId, TeamId = team.Id, AccountId = account.Id, Kind = InteractionKind.Call, On = new(2027, 2, day), RecordedAt = talk.Now, MemberId = member.Id, Text = "Talked" }));
            }
        });
        await talk.Say(Talk.Anna, "brief Client 1 AG");
        var shortest = TimeSpan.MaxValue;
        for (var time = 0; time < 5; time++)
        {
            var watch = Stopwatch.StartNew();
            var reply = await talk.Say(Talk.Anna, "brief Person 1234");
            shortest = watch.Elapsed < shortest ? watch.Elapsed : shortest;
            reply.Card!.Headline.Plain.ShouldBe("Person 1234 (Client 1234 AG)");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"A brief took {shortest.TotalMilliseconds:F0} ms.");
        shortest.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
