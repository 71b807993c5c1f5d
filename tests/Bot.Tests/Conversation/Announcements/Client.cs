using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Announcements;

/// <summary>A talk in which the team looks after Weber GmbH, with Sabine Klein there; Anna owns it, Ben stands in.</summary>
internal static class Client
{
    public static async Task<Talk> At(string berlin, bool onPostgres = false)
    {
        var talk = await Talk.At(berlin, onPostgres);
        await talk.Turn(Talk.Anna, new Invited(), null);
        await talk.Say(Talk.Ben, "help");
        await talk.Say(Talk.Clara, "hilfe");
        await Change(talk, (store, team) =>
        {
            // Other practices are told without hints; whoever tells of hints turns them on.
            team.Settings = team.Settings with { HintsPerMorning = 0 };
            var anna = store.Members.Single(member => member.PersonId == Talk.Anna.Id);
            var ben = store.Members.Single(member => member.PersonId == Talk.Ben.Id);
            var weber = new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = "Weber GmbH", OwnerId = anna.Id, DeputyId = ben.Id, EnteredOn = talk.Now.InZone(Sample.Berlin).Date };
            store.Accounts.Add(weber);
            store.Contacts.Add(new Contact { WorkspaceId = team.WorkspaceId, TeamId = team.Id, AccountId = weber.Id, Name = "Sabine Klein", Phone = "+49 30 1234567" });
        });
        return talk;
    }

    public static async Task<Scope> Scope(Talk talk)
    {
        await using var store = talk.Stores.Open(Core.Storage.Scope.Nothing);
        var workspace = await store.Workspaces.SingleAsync();
        return new Scope(workspace.Id, (await store.TeamsAt(workspace.Id, [Talk.Channel.Id], TestContext.Current.CancellationToken)).Single());
    }

    public static async Task Change(Talk talk, Action<Store, AccountTeam> change)
    {
        await using var store = talk.Stores.Open(await Scope(talk));
        change(store, await store.Teams.SingleAsync());
        await store.SaveChangesAsync();
    }

    public static Task Complain(Talk talk, string text) => Change(talk, (store, team) =>
    {
        var (account, contact, member) = (store.Accounts.Single(), store.Contacts.Single(), store.Members.First());
        store.Complaints.Add(Complaint.Open(account, contact.Id, new ComplaintAct(member.Id, talk.Now, team.Settings.Calendar(), team.Settings, text)));
    });

    public static Task Log(Talk talk, InteractionKind kind, LocalDate on, string text) => Change(talk, (store, team) => store.Interactions.Add(new Interaction
    {
        WorkspaceId = team.WorkspaceId,
        TeamId = team.Id,
        AccountId = store.Accounts.Single().Id,
        ContactId = store.Contacts.Single().Id,
        Kind = kind,
        On = on,
        RecordedAt = talk.Now,
        MemberId = store.Members.Single(member => member.PersonId == Talk.Ben.Id).Id,
        Text = text,
    }));
}
