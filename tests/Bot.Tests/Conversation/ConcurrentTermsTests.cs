using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Bot.Tests.Conversation;

public sealed class ConcurrentTermsTests
{
    [Fact]
    public async Task A_turn_is_planned_by_the_terms_that_hold_when_it_is_saved()
    {
        using var talk = await Talk.At("2027-03-05T15:00", onPostgres: true);
        await talk.Say(Talk.Anna, "account add Acme");
        var scope = await Client.Scope(talk);
        var handler = new TurnHandler(
            talk.Stores, new CommandRegistry([new ComplaintAmidChange(talk.Stores, scope)], []), [], new SimulatedClock(talk.Now), _ => Task.CompletedTask, NullLogger<TurnHandler>.Instance);

        (await handler.Answer(talk.Make(Talk.Anna, new Typed("amid")), TestContext.Current.CancellationToken)).Card.ShouldNotBeNull();

        await using var store = talk.Stores.Open(scope);
        var nudge = await store.Nudges.SingleAsync(nudge => nudge.Kind == ComplaintPractice.Kind, TestContext.Current.CancellationToken);
        nudge.DueAt.ShouldBe(Sample.In(2027, 3, 8, 15), "eight working hours, not four");
    }

    /// <summary>Opens a complaint while somebody else gives the team more time for it.</summary>
    private sealed class ComplaintAmidChange(Stores stores, Scope scope)
        : Command(new("amid", CommandGroup.Tell, new("amid", "inmitten"), Text.Verbatim("opens"), Text.Verbatim("amid")))
    {
        public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
        {
            await using (var other = stores.Open(scope))
            {
                var team = await other.Teams.SingleAsync(cancellation);
                team.Settings = team.Settings with { AcknowledgeHours = 8 };
                await other.SaveChangesAsync(cancellation);
            }

            var account = await turn.Store.Accounts.SingleAsync(cancellation);
            turn.Store.Complaints.Add(Complaint.Open(account, null, new ComplaintAct(turn.Speaker.Id, turn.Now, turn.CalendarOf(account), turn.Team.Settings, "late")));
            return Reply.Everyone(new Card(Text.Verbatim("Noted").In(Voice.English)));
        }
    }
}
