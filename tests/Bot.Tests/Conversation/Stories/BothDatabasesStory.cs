using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Stories;

/// <summary>The same story, told word for word alike on SQLite and on PostgreSQL.</summary>
public sealed class BothDatabasesStory
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_team_looks_after_its_client_for_a_month(bool onPostgres)
    {
        using var talk = await Talk.At("2027-03-05T09:00", onPostgres);
        await talk.Press(Anna, await talk.Say(Anna, "log Weber GmbH call with Sabine Klein yesterday: wants a quote"), "draft.create");
        await talk.Say(Ben, "account deputy Weber @[U-BEN|Ben]");
        await talk.Say(Anna, "birthday Sabine Klein 17 March");
        await talk.Until("2027-03-05T16:00");
        await talk.Say(Anna, "complaint Weber by Sabine Klein: the shutter is broken");
        await talk.Say(Anna, "away until 9 March deputy @[U-BEN|Ben]");
        await talk.Until("2027-03-08T16:30");
        await talk.Say(Ben, "ack Weber: rang her, she knows");
        await talk.Until("2027-03-10T09:30");
        await talk.Say(Anna, "override Weber: she has been looking forward to it");
        await talk.Say(Anna, "brief Klein", DirectOf(Anna));
        await talk.Say(Anna, "resolve Weber: new motor fitted");
        await talk.Say(Anna, "today");
        await talk.Until("2027-03-18T09:00");
        await talk.Say(Anna, "log Weber greeting with Sabine Klein: card sent");
        await talk.Until("2027-04-12T09:00");
        await talk.Say(Anna, "snooze Weber until 14 April");
        await talk.Until("2027-04-14T09:00");
        await talk.Say(Anna, "log Weber visit: saw the new hall");
        await talk.Say(Anna, "quiet");
        await talk.Say(Anna, "undo");
        await talk.Say(Anna, "digest");
        talk.Failures.ShouldBeEmpty();
        Approved.Transcript(talk);
    }
}
