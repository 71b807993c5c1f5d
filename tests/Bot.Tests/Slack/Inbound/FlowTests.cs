using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

public sealed class FlowTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_slash_command_is_answered_once_for_everyone_however_often_it_is_delivered(DatabaseKind kind)
    {
        await using var host = await SlackHost.Run(kind);
        await Begin(host);
        var before = host.Everything().Count;
        var delivery = host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "complaint Acme: late again");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Deliver(delivery)));
        var message = await host.Appears("late again");
        (message.Channel, message.OnlyFor).ShouldBe((SlackHost.Clients, null));
        await host.Settles();
        host.Everything().Count.ShouldBe(before + 1);
        host.Rows().ShouldAllBe(row => row.Payload == null && row.Calls == null);
    }

    [Fact]
    public async Task What_is_personal_only_the_asker_sees()
    {
        await using var host = await SlackHost.Run();
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "gibberish"));
        (await host.Appears("gibberish")).OnlyFor.ShouldBe(SlackHost.Anna);
        await host.Deliver(host.Slack.Mention(SlackHost.Ben, SlackHost.Clients, "kauderwelsch"));
        (await host.Appears("kauderwelsch")).OnlyFor.ShouldBe(SlackHost.Ben);
    }

    [Fact]
    public async Task A_mention_is_answered_in_its_channel_or_thread()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        await host.Deliver(host.Slack.Mention(SlackHost.Anna, SlackHost.Clients, "log Acme sent a photo"));
        (await host.Appears("sent a photo")).ShouldSatisfyAllConditions(post => post.Channel.ShouldBe(SlackHost.Clients), post => post.OnlyFor.ShouldBeNull());
        var threaded = host.Slack.Mention(SlackHost.Anna, SlackHost.Clients, "log Acme sent thanks");
        threaded.Payload["event"]!["thread_ts"] = "1.000001";
        await host.Deliver(threaded);
        await host.Settles();
        host.Slack.Calls.Last(call => call.Method == "chat.postMessage").Arguments["thread_ts"]!.ToString().ShouldBe("1.000001");
    }

    [Fact]
    public async Task Whom_words_mention_is_named_and_not_notified_again()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, $"complaint Acme: <@{SlackHost.Ben}> and <@U0NOBODY|zoe> were late again"));
        var said = (await host.Appears("late again")).Blocks.ToJsonString();
        said.ShouldContain("Ben");
        said.ShouldNotContain(SlackHost.Ben);
        said.ShouldNotContain("U0NOBODY");
        said.ShouldNotContain("@[");
    }

    [Fact]
    public async Task A_direct_message_is_answered_there_once_though_Slack_may_tell_of_it_twice()
    {
        await using var host = await SlackHost.Run();
        var delivery = host.Slack.DirectMessage(SlackHost.Ben, "hilfe");
        var twin = new FakeDelivery(delivery.Kind, delivery.Payload.DeepClone().AsObject());
        twin.Payload["event_id"] = "Ev0TWIN";
        twin.Payload["event"]!["type"] = "app_mention";
        await host.Deliver(delivery);
        await host.Deliver(twin);
        await Wait.Until(() => host.Everything().Count > 0);
        await host.Settles();
        host.Everything().ShouldAllBe(message => message.Channel == host.Slack.DirectChannel(SlackHost.Ben).Id);
        host.Slack.Calls.Count(call => call.Method == "chat.postMessage").ShouldBe(host.Everything().Count);
        host.Rows().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Words_alone_open_the_form_before_the_acknowledgement_and_its_errors_come_back_with_theirs()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "complaint"));
        var form = host.Slack.Views.Single();
        form.Content["callback_id"]!.ToString().ShouldBe("complaint");
        var wrong = JsonNode.Parse(await host.Deliver(host.Slack.Submit(form, new Dictionary<string, string>())))!;
        wrong["response_action"]!.ToString().ShouldBe("errors");
        var filled = form.Content["blocks"]!.AsArray().Select(block => block!["block_id"]!.ToString()).ToDictionary(id => id, id => id switch { "account" => "Acme", "what" or "text" => "crooked label", _ => "" });
        var right = host.Slack.Submit(form, filled.Where(field => field.Value.Length > 0).ToDictionary());
        (await host.Deliver(right)).ShouldBe("");
        (await host.Deliver(right)).ShouldBe("");
        (await host.Appears("crooked label")).OnlyFor.ShouldBeNull();
        await host.Settles();
        host.Everything().Count(message => SlackHost.Said(message).Contains("crooked label", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_done_yet_leaves_the_form_as_it_was_typed()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "log"));
        var form = host.Slack.Views.Single();
        var filled = new Dictionary<string, string> { ["account"] = "Acme", ["text"] = "crooked label", ["when"] = "2099-01-04" };
        var early = JsonNode.Parse(await host.Deliver(host.Slack.Submit(form, filled)))!;
        early["response_action"]!.ToString().ShouldBe("errors");
        early["errors"]!.AsObject().Select(error => error.Key).ShouldBeSubsetOf(form.Content["blocks"]!.AsArray().Select(block => block!["block_id"]!.ToString()));
        filled["when"] = "2020-01-06";
        (await host.Deliver(host.Slack.Submit(form, filled))).ShouldBe("");
        (await host.Appears("crooked label")).OnlyFor.ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_trigger_a_button_offers_the_form()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        await host.Deliver(host.Slack.Mention(SlackHost.Anna, SlackHost.Clients, "complaint"));
        var offer = await host.Appears("There is a form");
        offer.OnlyFor.ShouldBe(SlackHost.Anna);
        await host.Deliver(host.Slack.Click(offer, "slack.again"));
        host.Slack.Views.Single().Content["callback_id"]!.ToString().ShouldBe("complaint");
    }

    [Fact]
    public async Task A_form_that_does_not_open_is_offered_again()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        host.Slack.TriggerLife = TimeSpan.Zero;
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "complaint"));
        var offer = await host.Appears("too long");
        host.Slack.TriggerLife = SlackHost.BusyMachine;
        await host.Deliver(host.Slack.Click(offer, "slack.again"));
        host.Slack.Views.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Shortcuts_open_forms_and_bring_the_message_with_them()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        await host.Deliver(host.Slack.GlobalShortcut(SlackHost.Anna, "log"));
        var message = host.Slack.Say(SlackHost.Ben, SlackHost.Clients, "they want blue &amp; green");
        await host.Deliver(host.Slack.MessageShortcut(SlackHost.Anna, message, "log_message"));
        host.Slack.Views.Count.ShouldBe(2);
        host.Slack.Views.ShouldContain(view => Json(view.Content).Contains("blue & green", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pressed_button_replaces_its_message()
    {
        await using var host = await SlackHost.Run();
        var message = await Begin(host);
        await host.Deliver(host.Slack.Click(message, "record.remove", SlackHost.Anna));
        await host.Settles();
        message.Edits.ShouldBe(1);
        SlackHost.Said(message).ShouldNotContain("called");
        host.Everything().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_that_is_answered_goes_where_others_see_the_answer_and_gives_way_to_it_where_nobody_does()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        host.Everything().ShouldNotContain(message => SlackHost.Said(message).Contains("Create and record", StringComparison.Ordinal));

        var count = host.Everything().Count;
        await host.Deliver(host.Slack.DirectMessage(SlackHost.Anna, "log Acmo called, wants a third"));
        var question = await host.Appears("I mean Acme");
        await host.Deliver(host.Slack.Click(question, "draft.choose", SlackHost.Anna));
        await Wait.Until(() => question.Edits == 1);
        await host.Settles();
        SlackHost.Said(question).ShouldContain("wants a third");
        host.Everything().Count.ShouldBe(count + 1);
    }

    [Fact]
    public async Task Where_outsiders_listen_nothing_is_said_but_one_sentence_to_the_colleague()
    {
        await using var host = await SlackHost.Run();
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Shared, "log Acme called"));
        var aside = await host.Appears("from outside");
        (aside.Channel, aside.OnlyFor).ShouldBe((SlackHost.Shared, SlackHost.Anna));
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Unseen, "log Acme called"));
        (await host.Appears("Invite me")).OnlyFor.ShouldBe(SlackHost.Anna);
        await host.Deliver(host.Slack.Mention(SlackHost.Anna, SlackHost.Shared, "log Acme called"));
        await host.Settles();
        host.Slack.Messages.Where(message => message.Channel == SlackHost.Shared && message.BotId is not null).ShouldBeEmpty();
        host.Everything().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Forms_work_where_outsiders_listen_and_are_answered_directly()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        var message = host.Slack.Say(SlackHost.Anna, SlackHost.Shared, "please call back");
        await host.Deliver(host.Slack.MessageShortcut(SlackHost.Anna, message, "log_message"));
        var form = host.Slack.Views.Single();
        await host.Deliver(host.Slack.Submit(form, new Dictionary<string, string> { ["account"] = "Acme" }));
        (await host.Appears("please call back")).Channel.ShouldBe(host.Slack.DirectChannel(SlackHost.Anna).Id);
    }

    [Fact]
    public async Task Guests_get_nothing_anywhere()
    {
        await using var host = await SlackHost.Run();
        await host.Deliver(host.Slack.Slash(SlackHost.Guest, SlackHost.Shared, "help"));
        await host.Deliver(host.Slack.DirectMessage(SlackHost.Guest, "help"));
        await host.Deliver(host.Slack.GlobalShortcut(SlackHost.Guest, "log"));
        await host.Deliver(host.Slack.HomeOpened(SlackHost.Guest));
        await host.Settles();
        host.Everything().ShouldBeEmpty();
        host.Slack.Views.Concat(host.Slack.Homes).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_opens_their_page_finds_it_filled()
    {
        await using var host = await SlackHost.Run();
        await host.Deliver(host.Slack.HomeOpened(SlackHost.Ben));
        await Wait.Until(() => host.Slack.Homes.Count == 1);
        host.Slack.Homes.Single().User.ShouldBe(SlackHost.Ben);
    }

    [Fact]
    public async Task Whoever_invites_the_bot_is_greeted_and_nobody_elses_coming_is()
    {
        await using var host = await SlackHost.Run();
        host.Slack.AddChannel(SlackHost.Team, "C0NEW", "new", [SlackHost.Anna], botIn: false);
        await host.Deliver(host.Slack.Joined(SlackHost.Clients, inviter: SlackHost.Anna, user: SlackHost.Ben));
        await host.Deliver(host.Slack.Joined("C0NEW", inviter: SlackHost.Anna));
        await Wait.Until(() => host.Everything().Count == 1);
        await host.Settles();
        host.Everything().Single().Channel.ShouldBe("C0NEW");
        host.Rows().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_app_ends_at_once()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        var before = host.Everything().Count;
        await host.Deliver(host.Slack.Uninstalled(SlackHost.Team));
        (await host.Services.GetRequiredService<SlackInstallations>().Find(SlackHost.Team, default)).ShouldBeNull();
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "help"));
        await host.Settles();
        host.Everything().Count.ShouldBe(before);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_was_stored_before_the_end_is_worked_after_it(DatabaseKind kind)
    {
        await using var first = await SlackHost.Run(kind, works: false);
        await first.Deliver(first.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "log Acme called, wants a quote"));
        first.Rows().Single().State.ShouldBe(InboxState.Waiting);
        await using var second = await first.Another();
        await second.Settles();
        second.Everything().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task When_only_the_answer_got_lost_the_asker_hears_so()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        var before = host.Everything().Count;
        var delivery = host.Slack.Mention(SlackHost.Anna, SlackHost.Clients, "log Acme paid");
        await host.Deliver(delivery);
        await host.Settles();
        await using (var store = host.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<AccountNudge.Bot.Storage.ChatStore>>().CreateDbContext())
        {
            // As if the node had died between the two.
            var row = host.Rows()[^1];
            store.Remove(row);
            await store.SaveChangesAsync();
            var again = new SlackInboxRow
            {
                Key = row.Key, WorkspaceId = row.WorkspaceId, PersonId = row.PersonId, Kind = (int)SlackKind.Event, Payload = delivery.Payload.ToJsonString(),
                State = InboxState.Waiting, LeaseUntil = row.LeaseUntil, Attempts = 1, ReceivedAt = row.ReceivedAt,
            };
            store.Add(again);
            await store.SaveChangesAsync();
        }

        (await host.Appears("got lost")).OnlyFor.ShouldBe(SlackHost.Anna);
        host.Everything().Count.ShouldBe(before + 2);
    }

    [Fact]
    public async Task An_answer_waits_while_Slack_is_limiting_us_and_is_sent_once()
    {
        await using var host = await SlackHost.Run();
        host.Slack.Break(new SlackFault.RateLimited(1), "response_url", times: 2);
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "gibberish"));
        await host.Appears("gibberish");
        await host.Settles();
        host.Everything().Count.ShouldBe(1);
        host.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_may_have_been_said_is_said_once_more_at_most()
    {
        await using var host = await SlackHost.Run();
        host.Slack.Break(new SlackFault.AcceptedReset(), "response_url", times: 9);
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "gibberish"));
        await host.Appears("gibberish");
        await host.Settles();
        host.Everything().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_used_up_response_URL_is_no_dead_end()
    {
        await using var host = await SlackHost.Run();
        var delivery = host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "gibberish");
        delivery.Payload["response_url"] = new Uri(host.Slack.ApiUrl, "/response/used").AbsoluteUri;
        await host.Deliver(delivery);
        (await host.Appears("gibberish")).OnlyFor.ShouldBe(SlackHost.Anna);
        host.Slack.Calls.ShouldContain(call => call.Method == "chat.postEphemeral");
    }

    [Fact]
    public async Task What_fails_again_and_again_is_put_aside_and_its_person_hears_so_and_is_not_held_up()
    {
        await using var host = await SlackHost.Run(works: false);
        var inbox = host.Services.GetRequiredService<PlatformInbox<SlackInboxRow>>();
        await inbox.Add(new InboxItem("trigger:bad", SlackHost.Team, SlackHost.Ben, (int)SlackKind.Command, "no JSON"));
        await host.Deliver(host.Slack.Slash(SlackHost.Ben, SlackHost.Clients, "kauderwelsch"));
        await host.WorkOff();
        host.Everything().Count.ShouldBe(2);
        (await host.Appears("wurde nicht notiert")).Channel.ShouldBe(host.Slack.DirectChannel(SlackHost.Ben).Id);
        await host.Appears("kauderwelsch");
    }

    [Fact]
    public async Task Guests_and_those_who_said_nothing_hear_nothing_of_what_was_put_aside()
    {
        await using var host = await SlackHost.Run(works: false);
        var inbox = host.Services.GetRequiredService<PlatformInbox<SlackInboxRow>>();
        await inbox.Add(new InboxItem("trigger:bad", SlackHost.Team, SlackHost.Guest, (int)SlackKind.Command, "no JSON"));
        await host.WorkOff();
        host.Slack.Break(new SlackFault.Error("internal_error"), "users.info", times: int.MaxValue);
        await host.Deliver(host.Slack.HomeOpened(SlackHost.Anna));
        await host.Pass(NodaTime.Duration.FromHours(7));
        await host.WorkOff();
        host.Everything().ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_Slack_does_not_tell_is_waited_for()
    {
        await using var host = await SlackHost.Run(works: false);
        host.Slack.Break(new SlackFault.Error("internal_error"), "users.info", times: 12);
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "gibberish"));
        await host.WorkOff();
        SlackHost.Said(host.Everything().Single()).ShouldContain("gibberish");
    }

    [Fact]
    public async Task After_hours_of_waiting_the_person_hears_that_it_was_not_recorded()
    {
        await using var host = await SlackHost.Run(works: false);
        foreach (var method in new[] { "users.info", "users.list" }) host.Slack.Break(new SlackFault.Error("internal_error"), method, times: int.MaxValue);
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "log Acme called"));
        await host.Pass(NodaTime.Duration.FromHours(5));
        await host.WorkOff(10);
        host.Rows().Single().State.ShouldBe(InboxState.Waiting);
        await host.Pass(NodaTime.Duration.FromHours(1));
        await host.WorkOff();
        host.Everything().Single().ShouldSatisfyAllConditions(
            said => SlackHost.Said(said).ShouldContain("was not recorded"),
            said => said.Channel.ShouldBe(host.Slack.DirectChannel(SlackHost.Anna).Id));
    }

    [Fact]
    public async Task What_comes_before_our_token_is_known_is_worked_once_it_is()
    {
        await using var host = await SlackHost.Run(works: false, before: slack => slack.Break(new SlackFault.Status(500), "auth.test", times: int.MaxValue));
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "gibberish"));
        await host.Pass(NodaTime.Duration.FromMinutes(1));
        await host.WorkOff(6);
        host.Rows().Single().State.ShouldBe(InboxState.Waiting);
        host.Slack.Mend();
        // Slack is asked again in real time, while every look at what waits passes a minute of its six hours.
        await Wait.Until(() => host.Services.GetRequiredService<SlackInstallations>().Find(SlackHost.Team, default).GetAwaiter().GetResult() is not null);
        await host.WorkOff();
        SlackHost.Said(host.Everything().Single()).ShouldContain("gibberish");
    }

    [Fact]
    public async Task A_form_waits_for_what_Slack_tells_of_its_channel()
    {
        await using var host = await SlackHost.Run();
        await Begin(host);
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "complaint"));
        host.Services.GetRequiredService<AccountNudge.Bot.Slack.People.SlackPeople>().Forget();
        foreach (var method in new[] { "users.conversations", "conversations.info" }) host.Slack.Break(new SlackFault.Error("internal_error"), method, times: 3);
        var form = host.Slack.Submit(host.Slack.Views.Single(), new Dictionary<string, string> { ["account"] = "Acme", ["what"] = "crooked label", ["text"] = "crooked label" });
        (await host.Deliver(form)).ShouldBe("");
        (await host.Appears("crooked label")).Channel.ShouldBe(SlackHost.Clients);
    }

    [Fact]
    public async Task An_answer_that_comes_late_goes_to_its_person_alone_when_outsiders_have_come()
    {
        await using var host = await SlackHost.Run(works: false);
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "log Acme called, wants a quote"));
        await host.WorkOff();
        await host.Deliver(host.Slack.Click(await host.Appears("Create and record"), "draft.create"));
        await host.WorkOff();
        host.Slack.Break(new SlackFault.RateLimited(1), "chat.postMessage");
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "log Acme paid at last"));
        await host.WorkOff(1);
        await host.Age(NodaTime.Duration.FromSeconds(10));
        await host.Deliver(host.Slack.Event(SlackHost.Team, new JsonObject { ["type"] = "channel_shared", ["channel"] = SlackHost.Clients, ["connected_team_id"] = "T0OTHER" }));
        await host.WorkOff();
        var said = host.Everything().Where(message => SlackHost.Said(message).Contains("paid at last", StringComparison.Ordinal)).ToList();
        said.Single().Channel.ShouldBe(host.Slack.DirectChannel(SlackHost.Anna).Id);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Whoever_has_to_wait_for_Slack_holds_up_nobody_else(DatabaseKind kind)
    {
        await using var host = await SlackHost.Run(kind);
        host.Slack.Break(new SlackFault.Hang(), "response_url");
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "gibberish"));
        await Wait.Until(() => host.Slack.Calls.Any(call => call.Method == "response_url"));
        await host.Deliver(host.Slack.Slash(SlackHost.Ben, SlackHost.Clients, "kauderwelsch"));
        await host.Appears("kauderwelsch");
        host.Everything().Count.ShouldBe(1);
        host.Slack.Mend();
        await host.Settles();
    }

    [Fact]
    public async Task When_Slack_kept_events_back_channels_are_looked_at_anew()
    {
        await using var host = await SlackHost.Run();
        var channel = host.Slack.AddChannel(SlackHost.Team, "C0NEW", "new", [SlackHost.Anna]);
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, channel.Id, "gibberish"));
        await host.Appears("gibberish");
        channel.IsExtShared = true;
        await host.Deliver(new FakeDelivery(DeliveryKind.Event, new JsonObject { ["type"] = "app_rate_limited", ["team_id"] = SlackHost.Team, ["minute_rate_limited"] = 1518467820 }));
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, channel.Id, "log Acme called again"));
        (await host.Appears("from outside")).OnlyFor.ShouldBe(SlackHost.Anna);
    }

    [Fact]
    public async Task An_organisations_app_that_was_taken_out_of_one_workspace_stops_only_there()
    {
        await using var host = await SlackHost.Run(before: slack =>
        {
            foreach (var (team, user) in new[] { ("T0TWO", "U0TWO"), ("T0THREE", "U0THREE") })
            {
                slack.AddWorkspace(team, enterpriseId: "E0ALL");
                slack.AddUser(team, user, user);
            }

            slack.InstallEverywhere("E0ALL", SlackHost.Token);
        });
        foreach (var user in new[] { "U0TWO", "U0THREE" })
        {
            await host.Deliver(host.Slack.DirectMessage(user, "log Acme called"));
            await Wait.Until(() => host.Everything().Any(message => message.Channel == host.Slack.DirectChannel(user).Id));
        }

        var revoked = host.Slack.Event("T0TWO", new JsonObject { ["type"] = "team_access_revoked", ["team_ids"] = new JsonArray("T0TWO") });
        revoked.Payload["team_id"] = null;
        await host.Deliver(revoked);
        await using var store = host.Services.GetRequiredService<AccountNudge.Core.Storage.Stores>().Open(AccountNudge.Core.Storage.Scope.Nothing);
        store.Workspaces.ToList().Select(workspace => (workspace.ExternalId, workspace.EndedAt is null)).Order().ShouldBe([("T0THREE", true), ("T0TWO", false)]);
    }

    /// <summary>The first note, with which the channel becomes a team's home and Acme its client.</summary>
    private static async Task<FakeMessage> Begin(SlackHost host)
    {
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "log Acme called, wants a quote"));
        var offer = await host.Appears("Create and record");
        await host.Deliver(host.Slack.Click(offer, "draft.create"));
        var message = await host.Appears("wants a quote");
        await host.Settles();
        return message;
    }

    private static string Json(JsonNode node) => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
