using Microsoft.Playwright;

namespace AccountNudge.Acceptance.Tests;

/// <summary>
/// A promise that is missed twice, something to bring up in the next talk, and somebody who leaves, in Microsoft's own playground for Teams.
/// Skipped where the playground is not installed; see <see cref="Playground"/>.
/// </summary>
public sealed class PlaygroundStoryTests
{
    [Theory]
    [InlineData("English")]
    [InlineData("German")]
    public async Task A_promise_from_a_message_is_missed_twice_and_holds_birthdays_for_thirty_days_after_the_client_has_confirmed(string language)
    {
        var package = Playground.PackageOrSkip();
        var words = PlaygroundStoryWords.In(language);
        await using var bot = await Bot();
        await using var playground = await Playground.Start(package, bot.Address, words.Locale);
        var anna = await Begin(playground, bot, words);
        await anna.Chat(words.ClientsMessage);
        var dialog = await anna.Act(words.ClientsMessage, "promise");
        await PlaygroundPage.Type(dialog, words.Account, "Weber GmbH");
        await PlaygroundPage.Type(dialog, words.ToWhom, "Sabine Klein");
        await PlaygroundPage.Type(dialog, words.What, words.Confirmation);
        await PlaygroundPage.Type(dialog, words.ByWhen, words.Thursday);
        await Keep(anna, $"promise-form-{language}");
        await anna.Press(dialog, words.Save);
        await PlaygroundPage.Close(dialog);
        await anna.Sees(words.PromisedByThursday);
        await Keep(anna, $"promise-{language}");

        await anna.OpenPersonal();
        await anna.TravelTo("2027-03-03T08:00:00Z");
        await anna.Sees(words.ExpectedTomorrow);
        await Keep(anna, $"promise-tomorrow-{language}");
        await anna.OpenChannel(Playground.Channel);
        await anna.TravelTo("2027-03-04T08:00:00Z");
        await anna.Sees(words.ExpectedToday);
        await anna.TravelTo("2027-03-04T16:00:00Z");
        await anna.Sees(words.StillWaiting);
        await Keep(anna, $"promise-missed-{language}");
        await anna.Press(anna.Card(words.StillWaiting), words.NewDateNotTold);
        await anna.Sees(words.ByWhenNow);
        var form = anna.Card(words.ByWhenNow);
        await PlaygroundPage.Type(form, words.ByWhenNow, words.Tuesday);
        await anna.Press(form, words.Save);
        await anna.Sees(words.PromisedByTuesday);

        await anna.TravelTo("2027-03-09T16:00:00Z");
        await anna.Sees(words.WaitedTwice);
        await Keep(anna, $"promise-missed-twice-{language}");
        Sent(playground, words.ToTheManager).ShouldNotBeEmpty();
        await anna.TravelTo("2027-03-10T08:00:00Z");
        await anna.OpenPersonal();
        await anna.Say(words.Brief);
        await anna.Sees(words.HeldBack);
        await Keep(anna, $"promise-brief-{language}");
        Sent(playground, words.HasBirthday).ShouldBeEmpty();

        await anna.OpenChannel(Playground.Channel);
        await anna.Press(anna.Card(words.WaitedTwice), words.OpenAComplaint);
        await anna.Sees(words.WhatHappened);
        await Keep(anna, $"promise-complaint-form-{language}");
        await anna.Press(anna.Card(words.WhatHappened), words.Save);
        await anna.Sees(words.TakenDown);
        await Keep(anna, $"promise-complaint-{language}");
        foreach (var said in words.ToMakeGood) await anna.Say(said);
        await anna.Sees(words.AgreedItIsSolved);
        await anna.OpenPersonal();
        await anna.TravelTo("2027-03-12T08:00:00Z");
        await anna.Say(words.Brief);
        await anna.Sees(words.EarlierComplaint);
        await Assertions.Expect(anna.Card(words.EarlierComplaint)).ToContainTextAsync(words.HeldAfterTwoMisses);
        await Keep(anna, $"promise-made-good-{language}");

        await anna.Say(words.LaterBirthday);
        await anna.Sees(words.LaterBirthdayNoted);
        await anna.TravelTo("2027-04-08T15:00:00Z");
        Sent(playground, words.HasBirthday).ShouldBeEmpty();
        await anna.TravelTo("2027-04-09T08:00:00Z");
        await anna.Sees(words.HasBirthday);
        await Keep(anna, $"promise-gate-open-{language}");
        NothingWentWrong(bot);
        await anna.Page.CloseAsync();
    }

    [Theory]
    [InlineData("English")]
    [InlineData("German")]
    public async Task Something_to_bring_up_is_used_once_and_whoever_leaves_is_not_brought_up_any_more(string language)
    {
        var package = Playground.PackageOrSkip();
        var words = PlaygroundStoryWords.In(language);
        await using var bot = await Bot();
        await using var playground = await Playground.Start(package, bot.Address, words.Locale);
        var anna = await Begin(playground, bot, words);
        await anna.OpenPersonal();
        await anna.Say(words.Hook);
        await anna.Sees("Fuerteventura");
        await anna.OpenChannel(Playground.Channel);
        await anna.TravelTo("2027-03-16T08:00:00Z");
        await anna.Sees(words.InTheBrief);
        await Keep(anna, $"hook-quiet-{language}");
        await anna.OpenPersonal();
        await anna.Say(words.Brief);
        await Assertions.Expect(anna.Card(words.ForThisTalk)).ToContainTextAsync("Fuerteventura");
        await Keep(anna, $"hook-brief-{language}");
        await anna.Say(words.Talk);
        await anna.Sees(words.TalkNoted);
        await anna.Say(words.Brief);
        await Assertions.Expect(anna.Card(words.WorthAsking)).ToContainTextAsync(words.TalkInBrief);
        await Assertions.Expect(anna.Card(words.WorthAsking)).Not.ToContainTextAsync("Fuerteventura");
        await Keep(anna, $"hook-used-{language}");

        await anna.OpenChannel(Playground.Channel);
        await anna.Say(words.Left);
        await anna.Sees(words.NoLongerThere);
        await Keep(anna, $"left-{language}");
        await anna.Press(anna.Card(words.NoLongerThere), words.Congratulated);
        await anna.Press(anna.Card(words.NoLongerThere), words.NameSuccessor);
        await anna.Sees(words.SomeoneNewIsAdded);
        var form = anna.Card(words.SomeoneNewIsAdded);
        await PlaygroundPage.Type(form, words.WhoFollows, "Lena Acker");
        await anna.Press(form, words.Save);
        await anna.Sees(words.LenaFollows);
        await Keep(anna, $"left-successor-{language}");
        Sent(playground, words.HasLeft).ShouldNotBeEmpty();
        await anna.TravelTo("2027-03-18T08:00:00Z");
        await anna.Sees(words.HasNotMetUs);
        await Keep(anna, $"left-introduce-{language}");
        await anna.OpenPersonal();
        await anna.Say(words.FirstTalk);
        await anna.Sees(words.FirstTalkNoted);

        var before = playground.Proxy.Sent.Count;
        await anna.TravelTo("2027-03-31T07:00:00Z");
        await anna.TravelTo("2027-04-14T07:00:00Z");
        playground.Proxy.Sent.Skip(before).ShouldAllBe(message => message.IsChange || !message.Body.Contains("Sabine", StringComparison.Ordinal));
        await Keep(anna, $"left-after-{language}");
        NothingWentWrong(bot);
        await anna.Page.CloseAsync();
    }

    private static Task<BotProcess> Bot() => BotProcess.Start(
        ("Clock:Mode", "Simulated"), ("Clock:Start", "2027-03-01T08:30:00Z"), ("Teams:AllowUnauthenticated", "true"));

    /// <summary>The channel becomes a team's home, with a manager and one client whose birthday is known.</summary>
    private static async Task<PlaygroundPage> Begin(Playground playground, BotProcess bot, PlaygroundStoryWords words)
    {
        var anna = await PlaygroundPage.Open(playground, bot, words.Locale);
        await anna.OpenChannel(Playground.Channel);
        foreach (var (said, seen) in words.Begin)
        {
            await anna.Say(said);
            await anna.Sees(seen);
        }

        return anna;
    }

    private static IEnumerable<BotMessage> Sent(Playground playground, string words) =>
        playground.Proxy.Sent.Where(message => !message.IsChange && message.Body.Contains(words, StringComparison.Ordinal));

    private static void NothingWentWrong(BotProcess bot)
    {
        string[] levels = ["warn:", "fail:", "crit:"];
        bot.Output.Split('\n').Where(line => levels.Any(level => line.StartsWith(level, StringComparison.Ordinal))).ShouldBeEmpty(bot.Output);
    }

    private static Task Keep(PlaygroundPage anna, string name) => ChromiumBrowser.Screenshot(anna.Page, $"teams-{name}");
}
