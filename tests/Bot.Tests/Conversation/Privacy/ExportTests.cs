using System.Net;
using System.Text;
using System.Text.Json;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Files;
using AccountNudge.Core.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Privacy;

/// <summary>What is handed over, and how it is fetched.</summary>
public class ExportTests
{
    [Fact]
    public async Task One_persons_file_holds_all_that_is_kept_about_them_and_no_one_else()
    {
        using var talk = await Known();
        var reply = await talk.Say(Anna, "auskunft Sabine Klein auf Deutsch");

        reply.OnlyAsker.ShouldBeTrue();
        await using var host = await Host.Of(talk);
        var (page, json) = (await host.Fetch(ButtonsOf(reply.Card!).First()), await host.Fetch(ButtonsOf(reply.Card!).Last()));
        foreach (var word in new[] { "Sabine Klein", "Weber GmbH", "Einkauf", "+49 221 5550123", "s@weber.example", "15. M&#228;rz", "mag kurze Berichte", "segelt", "rief wegen &lt;Messe&gt; an", "zu sp&#228;t", "Anna", "lang=\"de\"" })
            page.ShouldContain(word);
        page.ShouldNotContain("Tom Berg");
        page.ShouldNotContain("Toms Notiz");
        using var machine = JsonDocument.Parse(json);
        machine.RootElement.GetProperty("person").GetProperty("email").GetString().ShouldBe("s@weber.example");
        machine.RootElement.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("table").GetString()).ShouldContain("lasting_notes");
        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.Audit.IgnoreQueryFilters().SingleAsync()).Act.ShouldBe(PrivacyAct.PersonExported);
    }

    [Fact]
    public async Task A_teams_file_is_handed_over_alike()
    {
        using var talk = await Known();
        await using var host = await Host.Of(talk);

        var csv = await host.Fetch(ButtonsOf((await talk.Say(Anna, "export in German")).Card!).Single());

        csv.ShouldStartWith("\uFEFFKunde;Stufe;betreut von;");
        csv.ShouldContain("Weber GmbH;B;Anna;");
        csv.ShouldContain("Sabine Klein;Einkauf;\"'+49 221 5550123\";s@weber.example;1977-03-15");
    }

    [Fact]
    public async Task A_file_can_be_fetched_once_by_a_press_and_not_by_whatever_looks_at_links()
    {
        using var talk = await Known();
        var button = ButtonsOf((await talk.Say(Anna, "export")).Card!).Single();
        await using var host = await Host.Of(talk);
        for (var look = 0; look < 3; look++) (await host.Look(button)).ShouldContain("<form method=\"post\">");

        (await host.Post(button)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var again = await host.Post(button);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await again.Content.ReadAsStringAsync()).ShouldContain("no file here any more");
    }

    [Fact]
    public async Task After_its_time_it_is_gone_and_nothing_in_the_database_leads_to_it()
    {
        using var talk = await Known();
        var buttons = new[] { ButtonsOf((await talk.Say(Anna, "export")).Card!).Single(), ButtonsOf((await talk.Say(Anna, "export")).Card!).Single() };
        await using var host = await Host.Of(talk);
        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.ExportFiles.IgnoreQueryFilters().ToListAsync()).ShouldAllBe(file => !buttons.Any(button => button.Url!.EndsWith(file.TokenHash, StringComparison.Ordinal)));

        host.Clock.AdvanceMinutes(15);
        host.Clock.Advance(Duration.FromSeconds(-1));
        (await host.Post(buttons[0])).StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Clock.AdvanceSeconds(1);
        (await host.Post(buttons[1])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Talk> Known()
    {
        var talk = await At("2027-03-05T10:00");
        foreach (var line in new[]
        {
            "account add \"Weber GmbH\" owner @[U-ANNA|Anna]", "contact add Sabine Klein at Weber GmbH role Einkauf phone +49 221 5550123 email s@weber.example birthday 1977-03-15",
            "contact add Tom Berg at Weber GmbH", "log Weber GmbH call with Sabine Klein: rief wegen <Messe> an", "log Weber GmbH call with Tom Berg: Toms Notiz",
            "prefer Sabine Klein: mag kurze Berichte", "hook Sabine Klein: segelt", "complaint Weber GmbH by Sabine Klein: zu spät",
        }) await talk.Say(Anna, line);
        return talk;
    }

    /// <summary>The addresses of files over a talk's database.</summary>
    private sealed class Host(WebApplication app, HttpClient client, FakeClock clock) : IAsyncDisposable
    {
        public FakeClock Clock => clock;

        public static async Task<Host> Of(Talk talk)
        {
            var (builder, clock) = (WebApplication.CreateSlimBuilder(), new FakeClock(talk.Now));
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton(talk.Stores).AddSingleton<IClock>(clock);
            var app = builder.Build();
            app.MapFiles();
            await app.StartAsync();
            return new Host(app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) }, clock);
        }

        public Task<string> Look(Button button) => client.GetStringAsync(Path(button));

        public Task<HttpResponseMessage> Post(Button button) => client.PostAsync(Path(button), null);

        public async Task<string> Fetch(Button button)
        {
            var response = await Post(button);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await app.DisposeAsync();
        }

        private static Uri Path(Button button) => new(new Uri(button.Url.ShouldNotBeNull()).AbsolutePath, UriKind.Relative);
    }
}
