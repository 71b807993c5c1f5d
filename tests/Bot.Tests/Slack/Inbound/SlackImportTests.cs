using System.Text;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

/// <summary>A list that is dropped into a direct message in Slack.</summary>
public sealed class SlackImportTests
{
    private const string List = "Client;Contact\nWeber GmbH;Sabine Klein\nFalk KG;Jonas Brandt\n";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task It_is_read_shown_imported_and_taken_back_in_one_message(DatabaseKind kind)
    {
        await using var host = await WithTeam(kind);
        await Send(host, "clients.csv", List);
        var card = await host.Appears("clients.csv");
        var before = host.Everything().Count;
        await Work(host);
        await Reads(host, card, "clients.csv would bring 2 new clients and 2 new contacts.");

        await Press(host, card, "import.run");
        await Work(host);
        await Reads(host, card, "clients.csv is in");

        await Press(host, card, "import.undo");
        await Work(host);
        await Reads(host, card, "What clients.csv brought is gone again.");
        host.Everything().Count.ShouldBe(before, "one message is drawn anew");
    }

    [Fact]
    public async Task What_becomes_of_every_row_is_sent_as_a_file()
    {
        await using var host = await WithTeam();
        await Send(host, "clients.csv", List);
        var card = await host.Appears("clients.csv");
        await Work(host);
        await Press(host, card, "import.file");
        await host.Appears("Every row");
        var upload = host.Slack.Uploads.ShouldHaveSingleItem();
        (upload.Name, upload.Channel).ShouldBe(("clients-rows.csv", host.Slack.DirectChannel(SlackHost.Anna).Id));
        Encoding.UTF8.GetString(upload.Content).ShouldContain("Weber GmbH");
    }

    [Fact]
    public async Task A_file_that_is_not_Slacks_or_may_not_be_read_is_not_fetched()
    {
        await using var host = await WithTeam();
        await using var elsewhere = await FakeSlack.Start();
        host.Slack.FilesElsewhere = elsewhere.ApiUrl;
        await Send(host, "clients.csv", List);
        await host.Appears("Slack didn’t let me have that file.");

        (host.Slack.FilesElsewhere, host.Slack.MayReadFiles) = (null, false);
        await Send(host, "clients.csv", List);
        await host.Appears("I’m not allowed to read files here yet.");
        await Send(host, "photo.png", "png");
        await host.Appears("This file is neither.");
    }

    [Fact]
    public async Task Whoever_does_not_manage_is_told_who_does()
    {
        await using var host = await WithTeam();
        await host.Deliver(host.Slack.SendFile(SlackHost.Ben, "clients.csv", Encoding.UTF8.GetBytes(List)));
        await host.Settles();
        host.Everything().Last(message => message.Channel == host.Slack.DirectChannel(SlackHost.Ben).Id).Text.ShouldContain("Anna");
    }

    private static async Task<SlackHost> WithTeam(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var host = await SlackHost.Run(kind);
        foreach (var line in new[] { "account add Acme", $"team manager <@{SlackHost.Anna}>" })
        {
            await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, line));
            await host.Settles();
        }

        await host.Deliver(host.Slack.Slash(SlackHost.Ben, SlackHost.Clients, "today"));
        await host.Settles();
        return host;
    }

    private static async Task Send(SlackHost host, string name, string text)
    {
        await host.Deliver(host.Slack.SendFile(SlackHost.Anna, name, Encoding.UTF8.GetBytes(text)));
        await host.Settles();
    }

    private static async Task Press(SlackHost host, FakeMessage card, string action)
    {
        await host.Deliver(host.Slack.Click(card, action, SlackHost.Anna));
        await host.Settles();
    }

    /// <summary>The message says so, as soon as Slack has taken its new form.</summary>
    private static async Task Reads(SlackHost host, FakeMessage card, string words)
    {
        for (var attempt = 0; attempt < 20 && !SlackHost.Said(card).Contains(words, StringComparison.Ordinal); attempt++) await host.Settles();
        SlackHost.Said(card).ShouldContain(words);
    }

    /// <summary>The background has worked, and what stands there is drawn anew.</summary>
    private static async Task Work(SlackHost host)
    {
        var stores = host.Services.GetRequiredService<Stores>();
        await Wait.Until(() =>
        {
            using var store = stores.Open(Scope.Nothing);
            return !store.Imports.IgnoreQueryFilters().Any(import => import.State == ImportState.Received || import.State == ImportState.Confirmed || import.State == ImportState.Undoing);
        });
        await host.Settles();
    }
}
