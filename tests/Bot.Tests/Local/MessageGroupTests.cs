using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Local;

/// <summary>Messages of one speaker in a row stand under one name, picture and time.</summary>
public sealed class MessageGroupTests
{
    [Theory]
    [InlineData("anna", null, 0, true)]
    [InlineData("anna", null, 4, true)]
    [InlineData("anna", null, 5, false)]
    [InlineData("anna", "anna", 0, false)]
    [InlineData("ben", null, 0, false)]
    [InlineData(null, null, 0, false)]
    public async Task A_message_continues_one_of_the_same_speaker_to_the_same_readers(string? author, string? onlyFor, int minutes, bool continues)
    {
        await using var local = await new LocalFixture().WithPeople();
        await Post(local, "anna", null, LocalFixture.Start);
        await Post(local, author, onlyFor, LocalFixture.Start + Duration.FromMinutes(minutes));
        (await Rows(local))[1].Continues.ShouldBe(continues);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("anna", "anna", true)]
    [InlineData(null, "anna", false)]
    public async Task What_the_bot_says_in_a_row_is_a_group_as_well(string? first, string? second, bool continues)
    {
        await using var local = await new LocalFixture().WithPeople();
        await Post(local, null, first, LocalFixture.Start);
        await Post(local, null, second, LocalFixture.Start);
        (await Rows(local))[1].Continues.ShouldBe(continues);
    }

    [Fact]
    public async Task A_new_day_begins_a_new_group()
    {
        await using var local = await new LocalFixture().WithPeople();
        var midnight = new LocalDate(2026, 11, 21).AtStartOfDayInZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant();
        await Post(local, "anna", null, midnight - Duration.FromSeconds(1));
        await Post(local, "anna", null, midnight);
        await Post(local, "anna", null, midnight + Duration.FromSeconds(1));
        (await Rows(local)).Select(row => row.Continues).ShouldBe([false, false, true]);
    }

    [Fact]
    public async Task Of_a_group_only_the_first_shows_who_spoke_and_when()
    {
        await using var local = await new LocalFixture().WithPeople();
        for (var count = 0; count < 3; count++) await Post(local, "anna", null, LocalFixture.Start);
        var drawn = new List<string>();
        foreach (var row in await Rows(local)) drawn.Add(await local.Get<PageRenderer>().Draw<MessageView>(new() { ["Row"] = row, ["Voice"] = Voice.English, ["Reader"] = "ben" }));
        drawn.Select(html => html.Contains("class=\"avatar", StringComparison.Ordinal)).ShouldBe([true, false, false]);
        drawn.Select(html => html.Contains("<time datetime", StringComparison.Ordinal)).ShouldBe([true, false, false]);
        drawn.ShouldAllBe(html => html.Contains("Anna Weber", StringComparison.Ordinal), "a screen reader hears who speaks");
        drawn.Skip(1).ShouldAllBe(html => html.Contains("<header class=\"sr-only\">", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<MessageRow>> Rows(LocalFixture local) =>
        (await local.Get<PageViews>().Gather("anna", "home", null, Voice.English, default))!.Rows;

    private static Task<long> Post(LocalFixture local, string? author, string? onlyFor, Instant at) => local.Chat.Post(
        new LocalMessage { Key = Guid.NewGuid().ToString(), Place = "home", AuthorId = author, OnlyFor = onlyFor, Posted = at, Card = CardJson.Write(new Card("Hello")) }, default);
}
