using System.Text;
using Microsoft.Playwright;

namespace AccountNudge.Acceptance.Tests;

/// <summary>
/// The whole loop in Microsoft's own playground for Teams, with a real browser and the real bot. Skipped where the
/// playground is not installed; see <see cref="Playground"/>.
/// </summary>
public sealed class PlaygroundTests
{
    /// <summary>Teams turns away larger messages in places (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages).</summary>
    private const int MostBytes = 28 * 1024;

    [Theory]
    [InlineData("English")]
    [InlineData("German")]
    public async Task A_complaint_is_followed_in_a_channel_while_the_birthday_waits_in_the_personal_chat(string language)
    {
        var package = Playground.PackageOrSkip();
        var words = PlaygroundWords.In(language);
        await using var bot = await Bot();
        await using var playground = await Playground.Start(package, bot.Address, words.Locale);
        var anna = await BeginInChannel(playground, bot, words);
        await anna.Say(words.Birthday);
        await anna.Sees(words.BirthdayNoted);

        await anna.TravelTo("2027-03-05T15:00:00Z");
        await anna.Say(words.Complaint);
        await anna.Sees(words.TakenDown);
        await Assertions.Expect(anna.Card(words.TakenDown)).ToContainTextAsync(words.Due);
        await Keep(anna, $"complaint-{language}");

        await NothingIsSent(playground, anna, "2027-03-06T12:00:00Z", "2027-03-08T10:59:00Z");
        await anna.TravelTo("2027-03-08T11:00:00Z");
        await anna.Sees(words.Waiting);
        await Keep(anna, $"acknowledge-{language}");
        await anna.Press(anna.Card(words.Waiting), words.ClientKnows);
        await Assertions.Expect(anna.Cards.Filter(new() { HasText = "✓" }).First).ToBeVisibleAsync();

        await anna.TravelTo("2027-03-10T08:00:00Z");
        await anna.Sees(words.Interim);
        await Keep(anna, $"morning-{language}");

        await TheBirthdayWaitsUntilReleased(anna, words, language);

        await anna.OpenChannel(Playground.Channel);
        await anna.Press(anna.Card(words.Interim), words.Solved);
        await anna.TravelTo("2027-03-17T08:00:00Z");
        await anna.Sees(words.Agreed);
        await Keep(anna, $"confirmed-{language}");
        EveryMessageFits(playground);
        await anna.Page.CloseAsync();
    }

    [Theory]
    [InlineData("English")]
    [InlineData("German")]
    public async Task Messages_become_a_talk_and_a_complaint_whose_thread_keeps_together(string language)
    {
        var package = Playground.PackageOrSkip();
        var words = PlaygroundWords.In(language);
        await using var bot = await Bot();
        await using var playground = await Playground.Start(package, bot.Address, words.Locale);
        var anna = await BeginInChannel(playground, bot, words);

        await anna.Chat(words.ClientsMessage);
        await LogFrom(anna, words, language);
        var dialog = await anna.Act(words.ClientsMessage, "complaint");
        await Keep(anna, $"message-action-{language}");
        await PlaygroundPage.Type(dialog, words.Account, "Weber GmbH");
        await anna.Press(dialog, words.Save);
        await Keep(anna, $"message-action-done-{language}");
        await PlaygroundPage.Close(dialog);
        await anna.Sees(words.TakenDown);

        var cards = anna.Post(words.TakenDown).Locator(".ac-adaptiveCard");
        await anna.Answer(anna.Post(words.TakenDown), words.Brief);
        await Assertions.Expect(cards).ToHaveCountAsync(2);
        await anna.Press(cards.First, words.ClientKnows);
        await anna.Sees(words.Acknowledged);
        await Assertions.Expect(anna.Post(words.Acknowledged).Locator(".ac-adaptiveCard")).ToHaveCountAsync(2);
        await Keep(anna, $"thread-{language}");
        var complaint = Sent(playground, words.TakenDown).ShouldHaveSingleItem();
        complaint.Conversation.ShouldBe(Playground.ChannelId);
        Sent(playground, "Weber GmbH").Last().Conversation.ShouldBe($"{Playground.ChannelId};messageid={complaint.Id}");
        Sent(playground, words.CallNoted).ShouldHaveSingleItem();
        EveryMessageFits(playground);
        await anna.Page.CloseAsync();
    }

    [Theory]
    [InlineData("English")]
    [InlineData("German")]
    public async Task Quiet_accounts_and_the_managers_week_come_by_themselves_with_charts(string language)
    {
        var package = Playground.PackageOrSkip();
        var words = PlaygroundWords.In(language);
        await using var bot = await Bot();
        await using var playground = await Playground.Start(package, bot.Address, words.Locale);
        var anna = await BeginInChannel(playground, bot, words);
        await anna.Say(words.Manager);
        await anna.Say(words.Complaint);
        await anna.Sees(words.TakenDown);

        await anna.OpenPersonal();
        await anna.TravelTo("2027-03-08T08:00:00Z");
        await anna.Sees(words.Week);
        await Assertions.Expect(anna.Card(words.Week).Locator("svg")).ToHaveCountAsync(2);
        await Keep(anna, $"week-{language}");

        await Settle(anna, words);
        await anna.OpenChannel(Playground.Channel);
        await anna.TravelTo("2027-04-09T07:00:00Z");
        await anna.Sees(words.Silent);
        await Keep(anna, $"quiet-{language}");
        EveryMessageFits(playground);
        await anna.Page.CloseAsync();
    }

    [Theory]
    [InlineData("English")]
    [InlineData("German")]
    public async Task Whoever_works_alone_has_everything_in_their_personal_chat_on_a_narrow_screen(string language)
    {
        var package = Playground.PackageOrSkip();
        var words = PlaygroundWords.In(language);
        await using var bot = await Bot();
        await using var playground = await Playground.Start(package, bot.Address, words.Locale);
        var anna = await PlaygroundPage.Open(playground, bot, words.Locale);
        await anna.Narrow();
        await Begin(anna, words);
        await NoteBirthdayInForm(anna, words, language);

        await anna.Say(words.Complaint);
        await anna.Sees(words.TakenDown);
        await anna.TravelTo("2027-03-05T12:00:00Z");
        await anna.Sees(words.Waiting);
        await Keep(anna, $"alone-acknowledge-{language}");
        await anna.Press(anna.Card(words.Waiting), words.ClientKnows);
        await anna.Sees(words.Acknowledged);

        await anna.TravelTo("2027-03-09T08:00:00Z");
        await anna.Sees(words.Interim);
        await anna.PressTwice(anna.Card(words.Interim), words.HasNews);
        await anna.Sees(words.Updated);
        await Keep(anna, $"alone-pressed-twice-{language}");
        await anna.Say(words.Brief);
        await anna.Sees(words.HeldBecause);
        await Keep(anna, $"alone-brief-{language}");
        await Settle(anna, words);
        await anna.TravelTo("2027-03-10T08:00:00Z");
        await Assertions.Expect(anna.Card(words.HasBirthday).GetByRole(AriaRole.Button, new() { Name = words.CardSent })).ToBeVisibleAsync();
        await Keep(anna, $"alone-birthday-{language}");

        await anna.TravelTo("2027-04-12T07:00:00Z");
        await VisitTheQuietOne(anna, words, language);
        Sent(playground, words.Updated).Select(message => message.Summary).ShouldHaveSingleItem();
        EveryMessageFits(playground);
        await anna.Page.CloseAsync();
    }

    private static Task<BotProcess> Bot() => BotProcess.Start(
        ("Clock:Mode", "Simulated"), ("Clock:Start", "2027-03-05T08:00:00Z"), ("Teams:AllowUnauthenticated", "true"));

    /// <summary>The channel becomes a team's home, in Berlin, with one client.</summary>
    private static async Task<PlaygroundPage> BeginInChannel(Playground playground, BotProcess bot, PlaygroundWords words)
    {
        var anna = await PlaygroundPage.Open(playground, bot, words.Locale);
        await anna.OpenChannel(Playground.Channel);
        await Begin(anna, words);
        return anna;
    }

    private static async Task Begin(PlaygroundPage anna, PlaygroundWords words)
    {
        await anna.Say(words.Zone);
        await anna.Sees("Berlin");
        await anna.Say(words.Call);
        await anna.Sees(words.Create);
        await Keep(anna, $"begin-{words.Locale}");
        await anna.Press(anna.Card(words.Create), words.Create);
        await anna.Sees(words.Called);
    }

    /// <summary>A form in a message: sent wrong, it says so and keeps what was typed; then right.</summary>
    private static async Task NoteBirthdayInForm(PlaygroundPage anna, PlaygroundWords words, string language)
    {
        await anna.Say(words.BirthdayForm);
        await anna.Sees(words.Whose);
        var form = anna.Card(words.Whose);
        await PlaygroundPage.Type(form, words.Whose, "Sabine Klein");
        await PlaygroundPage.Type(form, words.Day, "?!");
        await anna.Press(form, words.Save);
        await Assertions.Expect(form).ToContainTextAsync(words.NoDay);
        await Assertions.Expect(PlaygroundPage.Field(form, words.Whose)).ToHaveValueAsync("Sabine Klein");
        await Keep(anna, $"alone-form-error-{language}");
        await PlaygroundPage.Type(form, words.Day, words.OnTheDay);
        await anna.Press(form, words.Save);
        await anna.Sees(words.BirthdayNoted);
    }

    /// <summary>A form in a dialog: sent wrong, it says so; then right.</summary>
    private static async Task LogFrom(PlaygroundPage anna, PlaygroundWords words, string language)
    {
        var dialog = await anna.Act(words.ClientsMessage, "log");
        await PlaygroundPage.Type(dialog, words.Account, " ");
        await anna.Press(dialog, words.Save);
        await Assertions.Expect(dialog).ToContainTextAsync(words.FillIn);
        await Keep(anna, $"dialog-error-{language}");
        await PlaygroundPage.Type(dialog, words.Account, "Weber GmbH");
        await anna.Press(dialog, words.Save);
        await PlaygroundPage.Close(dialog);
        await anna.Sees(words.CallNoted);
    }

    /// <summary>[Log it] opens a form with the account in it, and its answer takes the form's place.</summary>
    private static async Task VisitTheQuietOne(PlaygroundPage anna, PlaygroundWords words, string language)
    {
        await anna.Sees(words.Silent);
        await Keep(anna, $"alone-quiet-{language}");
        await anna.Press(anna.Card(words.Silent), words.LogIt);
        await anna.Sees(words.WhatWasSaid);
        var form = anna.Card(words.WhatWasSaid);
        await anna.Choose(form, words.Kind, words.Visit);
        await Keep(anna, $"alone-form-{language}");
        await anna.Press(form, words.Save);
        await anna.Sees(words.VisitNoted);
        await Keep(anna, $"alone-visit-{language}");
    }

    private static async Task Settle(PlaygroundPage anna, PlaygroundWords words)
    {
        await anna.Say(words.Resolve);
        await anna.Sees(words.Resolved);
        await anna.Say(words.Confirm);
        await anna.Sees(words.Confirmed);
    }

    private static async Task NothingIsSent(Playground playground, PlaygroundPage anna, params IReadOnlyList<string> instants)
    {
        var before = playground.Proxy.Sent.Count;
        foreach (var instant in instants)
        {
            await anna.TravelTo(instant);
            playground.Proxy.Sent.Skip(before).ShouldBeEmpty(instant);
        }
    }

    private static async Task TheBirthdayWaitsUntilReleased(PlaygroundPage anna, PlaygroundWords words, string language)
    {
        await anna.OpenPersonal();
        await Assertions.Expect(anna.Cards.GetByRole(AriaRole.Button, new() { Name = words.CardSent })).ToHaveCountAsync(0);
        await anna.Say(words.Brief);
        await anna.Sees(words.HeldBecause);
        await Keep(anna, $"brief-{language}");
        await anna.Say(words.Override);
        await Assertions.Expect(anna.Card(words.HasBirthday).GetByRole(AriaRole.Button, new() { Name = words.CardSent })).ToBeVisibleAsync();
        await Keep(anna, $"released-{language}");
    }

    /// <summary>The messages, not their changes, with these words in their first line.</summary>
    private static IEnumerable<BotMessage> Sent(Playground playground, string words) =>
        playground.Proxy.Sent.Where(message => !message.IsChange && message.Summary.Contains(words, StringComparison.Ordinal));

    private static void EveryMessageFits(Playground playground)
    {
        var bodies = playground.Proxy.Sent.Select(message => message.Body).Concat(playground.Proxy.Answers).ToList();
        bodies.ShouldNotBeEmpty();
        bodies.ShouldAllBe(body => Encoding.UTF8.GetByteCount(body) < MostBytes);
    }

    private static Task Keep(PlaygroundPage anna, string name) => ChromiumBrowser.Screenshot(anna.Page, $"teams-{name}");
}
