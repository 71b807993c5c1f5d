using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

/// <summary>What cannot be seen counts for nothing: in commands, names, numbers and forms, so that no two clients look alike.</summary>
public sealed class UnseenCharacterTests
{
    [Theory]
    [InlineData("lo\u200Bg Acme call: all good")]
    [InlineData("\uFEFFlog Acme call: all good")]
    [InlineData("\u200E/log Acme call: all good")]
    [InlineData("log\u00A0Acme\u202Fcall:\u00A0all good")]
    [InlineData("no\u00ADtiz\u2007Acme an\u00ADruf: all good")]
    [InlineData("log \u2066Acme\u2069 call: all good")]
    [InlineData("log A\u2060c\u200Cme call: all good")]
    [InlineData("log ‘Acme’ call: all good")]
    [InlineData("log ‚Acme‘ call: all good")]
    [InlineData("log ‹Acme› call: all good")]
    [InlineData("log 'Acme' call: all good")]
    [InlineData("*log* *Acme* `call`: all good")]
    [InlineData("log _Acme_ call\u200B: all\u00A0good")]
    [InlineData("notiz „Acme“\u3000Anruf: all good")]
    [InlineData("log Acme \u202Ecall\u202C: all good")]
    public async Task A_line_reads_as_it_is_seen(string line)
    {
        using var talk = await WithAcme();
        await talk.Say(Anna, line);
        await using var store = talk.Stores.Open(Scope.Nothing);
        var note = await store.Interactions.IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken);
        (note.Kind, note.Text).ShouldBe((InteractionKind.Call, "all good"));
    }

    [Theory]
    [InlineData("log Acme e\u2011mail so\u2013so yesterday: fine", InteractionKind.Mail, Mood.SoSo)]
    [InlineData("notiz Acme E\u2010Mail geht\u00A0so gestern: passt", InteractionKind.Mail, Mood.SoSo)]
    [InlineData("log Acme they\u2019ve called about the fair", InteractionKind.Call, Mood.Unsaid)]
    public async Task Dashes_and_apostrophes_of_any_kind_are_read(string line, InteractionKind kind, Mood mood)
    {
        using var talk = await WithAcme();
        await talk.Say(Anna, line);
        await using var store = talk.Stores.Open(Scope.Nothing);
        var note = await store.Interactions.IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken);
        (note.Kind, note.Mood).ShouldBe((kind, mood));
    }

    [Theory]
    [InlineData("Ac\u200Bme")]
    [InlineData("A\u00ADcme")]
    [InlineData("\u2060Acme")]
    [InlineData("Acme\u3164")]
    [InlineData("\u202DAcme\u202C")]
    [InlineData("Acme\u00A0")]
    [InlineData("\uFF21\uFF23\uFF2D\uFF25")]
    [InlineData("Ac\u034Fme GmbH")]
    [InlineData("Acme\u200D")]
    [InlineData("\u061CAcme")]
    public async Task No_two_clients_look_alike(string twin)
    {
        using var talk = await WithAcme();
        CardText.Of(await talk.Say(Anna, $"account add {twin}")).ShouldContain("Acme is already here");
        CardText.Of(await talk.Submit(Anna, await talk.Say(Anna, "account add"), ("name", twin))).ShouldContain("Acme is already here");
        CardText.Of(await talk.Say(Anna, $"account show {twin}")).ShouldStartWith("  Acme");
    }

    [Theory]
    [InlineData("account add Delta\u00A0Dr\u00ADuck", "Delta Druck")]
    [InlineData("kunde neu „Delta\u202FDruck\u200B“", "Delta Druck")]
    [InlineData("kunde neu \u2068Delta Druck\u2069 stufe\u00A0A", "Delta Druck")]
    public async Task A_name_is_kept_as_it_is_seen(string line, string name)
    {
        using var talk = await WithAcme();
        await talk.Say(Anna, line);
        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.Accounts.IgnoreQueryFilters().Select(account => account.Name).ToListAsync(TestContext.Current.CancellationToken)).ShouldContain(name);
    }

    [Theory]
    [InlineData("\u202A+49 221 5550123\u202C")]
    [InlineData("+49\u00A0221\u00A05550123")]
    [InlineData("+49\u2011221\u20115550123")]
    [InlineData("+49 221 \u2212 5550123")]
    [InlineData("\u200E0221\u200B5550123")]
    [InlineData("tel:+49\u00AD221\u00AD5550123")]
    [InlineData("\uFF0B\uFF14\uFF19 221 5550123")]
    [InlineData("0221\u2009555\u20090123")]
    public async Task Numbers_copied_from_a_phone_are_read(string number)
    {
        using var talk = await WithAcme();
        await talk.Say(Anna, "contact add Eva Lang at Acme");
        CardText.Of(await talk.Say(Anna, $"contact phone Eva Lang {number}")).ShouldContain("Eva Lang, Acme");
        CardText.Of(await talk.Say(Anna, "brief 0221 5550123")).ShouldContain("Eva Lang");
        CardText.Of(await talk.Say(Anna, $"brief {number}")).ShouldContain("Eva Lang");
    }

    [Theory]
    [InlineData("👩\u200D💻 was here", "👩\u200D💻 was here")]
    [InlineData("👍🏽\u200D x", "👍🏽 x")]
    [InlineData("a\u200Bb\u2028c", "ab\nc")]
    [InlineData("\u00AD\u200B", "")]
    [InlineData("Größe – „gut“", "Größe – „gut“")]
    public void Text_keeps_what_is_seen(string typed, string seen) => TextFolding.Plain(typed).ShouldBe(seen);

    [Fact]
    public void A_name_of_nothing_is_none() => FormReader.Read(StandIns.AccountAdd, new Dictionary<string, string> { ["name"] = "\u200B\u00A0\u00AD" }, [], StandIns.Now).ShouldBeOfType<Faulty>().Errors.Keys.ShouldBe(["name"]);

    private static async Task<Talk> WithAcme()
    {
        var talk = await Talk.At("2027-03-05T10:00");
        await talk.Say(Anna, "account add Acme");
        return talk;
    }
}
