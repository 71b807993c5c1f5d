using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Bot.Local.Sample;
using AccountNudge.Core.Texts;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Bot.Tests.Local;

/// <summary>What somebody meets who comes for the first time: their own language, a page that is filled already, or an empty one if they like.</summary>
public sealed class FirstLookTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-DE", "de")]
    [InlineData("DE-ch", "de")]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "de")]
    [InlineData("fr,de;q=0.8,en;q=0.5", "de")]
    [InlineData("en;q=0.2,de;q=0.9", "de")]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("en-US,en;q=0.9,de;q=0.8", "en")]
    [InlineData("fr-FR,fr;q=0.9,en;q=0.8,de;q=0.7", "en")]
    [InlineData("de;q=0,fr", "en")]
    [InlineData("da-DK,da", "en")]
    [InlineData("den", "en")]
    [InlineData("*", "en")]
    [InlineData("", "en")]
    [InlineData("deutsch bitte", "en")]
    public void A_browser_is_answered_in_the_language_it_likes_best_of_those_there_are(string header, string language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = header;
        PageTexts.Tag(LocalEndpoints.Browser(http)).ShouldBe(language);
    }

    [Theory]
    [InlineData(Language.German, "de", "Jonas Adler", "#rheinblick-agentur", "Nachricht an")]
    [InlineData(Language.English, "en", "Daniel Marsh", "#harbour-and-co", "Message #")]
    public async Task The_sample_begins_with_somebody_of_the_browsers_language(Language language, string tag, string person, string channel, string placeholder)
    {
        await using var local = new LocalFixture();
        await local.Get<SampleLoader>().Load(language, default);
        var view = (await local.Get<PageViews>().Gather(null, null, null, VoiceOf(language), default))!;
        var html = System.Net.WebUtility.HtmlDecode(await local.Get<PageRenderer>().Draw<LocalPage>(new() { ["View"] = view }));
        html.ShouldContain($"<html lang=\"{tag}\">");
        html.ShouldContain($"<title>{channel} · {person}</title>");
        html.ShouldContain(placeholder);
    }

    [Theory]
    [InlineData(Language.German, "c-rheinblick", "c-harbour")]
    [InlineData(Language.English, "c-harbour", "c-rheinblick")]
    public async Task The_sample_moves_on_line_by_line_the_readers_team_first(Language language, string first, string second)
    {
        var (seen, places) = (new List<SampleProgress>(), new List<string>());
        LocalFixture? fixture = null;
        await using var local = fixture = new LocalFixture(answer: (turn, cancellation) =>
        {
            if (fixture!.Get<SampleLoader>().Progress is { } progress && turn.Input is Typed) seen.Add(progress);
            places.Add(turn.Channel.Id);
            return DemoConversation.Answer(turn, cancellation);
        });
        await local.Get<SampleLoader>().Load(language, default);
        seen.Select(progress => progress.Said).ShouldBe(Enumerable.Range(1, seen.Count));
        seen.ShouldAllBe(progress => progress.Lines == seen.Count);
        places.Distinct().ShouldBe([first, second]);
        local.Get<SampleLoader>().Progress.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, null, "data-testid=\"sample-progress\"", "data-start")]
    [InlineData(true, 7, "max=\"40\" value=\"7\"", "data-start")]
    [InlineData(false, 7, "max=\"40\" value=\"7\"", "data-start")]
    [InlineData(false, null, "data-start=\"sample\"", "<progress")]
    public async Task The_welcome_shows_how_far_the_sample_is_and_always_offers_to_begin_empty(bool fillsItself, int? said, string expected, string not)
    {
        await using var local = new LocalFixture();
        var html = await local.Get<PageRenderer>().Draw<WelcomePage>(new()
        {
            ["Voice"] = Voice.German,
            ["FillsItself"] = fillsItself,
            ["Progress"] = said is { } count ? new SampleProgress(count, 40) : null,
        });
        html.ShouldContain(expected);
        html.ShouldNotContain(not);
        html.Contains("data-fills-itself", StringComparison.Ordinal).ShouldBe(fillsItself);
        html.ShouldContain("data-open-form=\"start\"");
    }

    [Fact]
    public async Task Who_begins_empty_while_the_sample_is_being_loaded_finds_nothing_of_it()
    {
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var local = new LocalFixture(answer: async (turn, cancellation) =>
        {
            if (turn.Input is Typed)
            {
                reached.TrySetResult();
                await goOn.Task;
            }

            return await DemoConversation.Answer(turn, cancellation);
        });
        var loading = local.Get<LocalActs>().LoadSample(Voice.English, default);
        await reached.Task;
        var beginning = Begin(local, "Mara Klee");
        goOn.SetResult();
        await Task.WhenAll(loading, beginning);
        var roster = await local.Chat.Roster(default);
        roster.People.ShouldHaveSingleItem().Name.ShouldBe("Mara Klee");
        roster.Channels.ShouldHaveSingleItem();
        local.Forgotten.ShouldBe(1);
    }

    [Fact]
    public async Task A_sample_that_fails_leaves_nothing_behind()
    {
        await using var local = new LocalFixture(answer: (turn, cancellation) =>
            turn.Input is Typed { Text: var text } && text.StartsWith("birthday", StringComparison.Ordinal) ? throw new InvalidOperationException() : DemoConversation.Answer(turn, cancellation));
        await Should.ThrowAsync<InvalidOperationException>(() => local.Get<SampleLoader>().Load(Language.English, default));
        (await local.Chat.Roster(default)).IsEmpty.ShouldBeTrue();
        local.Forgotten.ShouldBe(1);
        local.Get<SampleLoader>().Progress.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_try_out_can_be_begun_anew_and_what_is_there_by_the_real_clock_is_kept(bool tryOut)
    {
        await using var local = await new LocalFixture(travel: tryOut ? (target, _, _, _) => Task.FromResult(new Core.Posting.Arrival(target, [])) : null).WithPeople();
        await local.Get<LocalTalk>().Say(await local.Act("anna", "home"), "good morning", default);
        var form = await local.Get<LocalActs>().OpenForm("start", new Viewer("anna", "home"), Voice.German, default);
        System.Net.WebUtility.HtmlDecode(form.Form!).ShouldContain("Alles löschen und beginnen");
        await Begin(local, "Anna Weber");
        (await local.Chat.Roster(default)).People.Select(person => person.Name).ShouldBe(tryOut ? ["Anna Weber"] : ["Anna Weber", "Ben Miller", "Gus Outside"]);
        local.Forgotten.ShouldBe(tryOut ? 1 : 0);
    }

    private static Task<ActAnswer> Begin(LocalFixture local, string name) => local.Get<LocalActs>().Submit(
        new SubmitRequest(null, null, Guid.NewGuid(), "local.start", "", new() { ["name"] = name, ["channel"] = "team", ["locale"] = "de-DE", ["zone"] = "Europe/Berlin" }, null), Voice.German, default);

    private static Voice VoiceOf(Language language) => language == Language.German ? Voice.German : Voice.English;
}
