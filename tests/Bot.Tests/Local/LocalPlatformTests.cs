using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Core.Posting;

namespace AccountNudge.Bot.Tests.Local;

public sealed class LocalPlatformTests
{
    private static readonly ChatTarget Home = new("local", "home", IsDirect: false);
    private static readonly ChatTarget Anna = new("local", "anna", IsDirect: true);

    [Fact]
    public async Task A_key_is_posted_once_however_often_and_at_once_it_comes()
    {
        await using var local = await new LocalFixture().WithPeople();
        var platform = local.Get<LocalPlatform>();
        var first = await platform.Post(Home, DemoCards.Morning, "key", default);
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => platform.Post(Home, DemoCards.Week, "key", default)));
        others.ShouldAllBe(delivery => delivery == first);
        (await local.Cards("home", "anna")).ShouldHaveSingleItem().ShouldBeCard(DemoCards.Morning);
    }

    [Fact]
    public async Task What_was_posted_is_found_by_its_key_where_it_stands()
    {
        await using var local = await new LocalFixture().WithPeople();
        var platform = local.Get<LocalPlatform>();
        var id = (await platform.Post(Anna, DemoCards.Morning, "key", default)).ShouldBeOfType<Delivered>().MessageId;
        (await platform.Find(Anna, "key", LocalFixture.Start, default)).ShouldBe(new Found(id));
        (await platform.Find(Home, "key", LocalFixture.Start, default)).ShouldBe(new Missing());
        (await platform.Find(Anna, "other", LocalFixture.Start, default)).ShouldBe(new Missing());
    }

    [Fact]
    public async Task An_update_replaces_the_card_and_tells_the_open_browsers()
    {
        await using var local = await new LocalFixture().WithPeople();
        var platform = local.Get<LocalPlatform>();
        var id = ((Delivered)await platform.Post(Home, DemoCards.Morning, "key", default)).MessageId;
        await using var browser = local.Get<LocalEvents>().Listen(default).GetAsyncEnumerator();
        await browser.MoveNextAsync();
        (await platform.Update(Home, id, DemoCards.Week, default)).ShouldBe(new Delivered(id));
        (await browser.MoveNextAsync()).ShouldBeTrue();
        (await local.Cards("home", "ben")).ShouldHaveSingleItem().ShouldBeCard(DemoCards.Week);
        (await platform.Update(Anna, id, DemoCards.Week, default)).ShouldBeOfType<Refused>();
    }

    [Theory]
    [InlineData("local", "shared", false)]
    [InlineData("local", "nowhere", false)]
    [InlineData("local", "gus", true)]
    [InlineData("elsewhere", "home", false)]
    public async Task Outsiders_guests_and_unknown_places_are_refused(string workspace, string address, bool direct)
    {
        await using var local = await new LocalFixture().WithPeople();
        (await local.Get<LocalPlatform>().Post(new ChatTarget(workspace, address, direct), DemoCards.Week, "key", default)).ShouldBeOfType<Refused>();
    }

    [Fact]
    public async Task Everything_is_still_there_after_a_restart()
    {
        await using var before = await new LocalFixture().WithPeople();
        await before.Get<LocalPlatform>().Post(Home, DemoCards.Complaint, "key", default);
        await using var after = new LocalFixture(before.File);
        (await after.Chat.Roster(default)).People.Count.ShouldBe(3);
        (await after.Cards("home", "anna")).ShouldHaveSingleItem().Headline.Plain.ShouldBe(DemoCards.Complaint.Headline.Plain);
        (await after.Get<LocalPlatform>().Post(Home, DemoCards.Complaint, "key", default)).ShouldBeOfType<Delivered>();
        (await after.Cards("home", "anna")).Count.ShouldBe(1);
    }
}
