using System.Reflection;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation;

public sealed class AnyTurnTests
{
    [Fact]
    public async Task Any_text_gets_an_answer()
    {
        using var talk = await Talk.At("2027-03-05T10:00");
        await talk.Press(Anna, await talk.Say(Anna, "log Acme Ltd with Maria Jones: hello"), "draft.create");
        string[] starts = ["", "weber ", .. talk.Commands.SelectMany(command => $"{command.Words.Phrase.English}|{command.Words.Phrase.German}".Split('|')).Select(phrase => $"{phrase} "), "log Acme with ", "snooze Acme until ", "override Acme: "];
        var character = Gen.Frequency((3, Gen.Choose(0, 0xFFFF)), (2, Gen.Choose(0x20, 0x7E)), (1, Gen.Elements(0, 0x0A, 0x200F, 0xD83D, 0xDE00, 0x0308))).Select(code => (char)code);
        var length = Gen.Frequency((4, Gen.Choose(0, 80)), (1, Gen.Choose(81, 7_900)));
        var texts = Gen.Elements(starts).SelectMany(start => length.SelectMany(count => character.ArrayOf(count).Select(rest => start + new string(rest)))).Sample(50, 150);
        foreach (var text in texts.Append(new string('ß', 8000)).Append("log Acme: " + string.Concat(Enumerable.Repeat("😀", 4000))).Append("\0\uD800").Append("log \uFFFE\uFFFF"))
        {
            var reply = await talk.Answer(talk.Make(Anna, new Typed(text)));
            (reply.Card is not null || reply.Form is not null).ShouldBeTrue(text);
            talk.Failures.ShouldBeEmpty(text);
        }
    }

    [Fact]
    public async Task A_redelivered_turn_is_recorded_once()
    {
        using var talk = await WithAcme();
        var turn = talk.Make(Anna, new Typed("complaint Acme: late"));
        (await talk.Answer(turn)).Card.ShouldNotBeNull();
        (await talk.Answer(turn)).Card.ShouldBeNull();
        (await Complaints(talk)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_presses_at_once_act_once()
    {
        using var talk = await WithAcme();
        var card = await talk.Say(Anna, "complaint Acme: late");
        var button = ButtonOf(card.Card!, "complaint.acknowledge");
        var replies = await Task.WhenAll(
            Task.Run(() => talk.Answer(talk.Make(Anna, new Pressed(button.ActionId, button.Value)))),
            Task.Run(() => talk.Answer(talk.Make(Ben, new Pressed(button.ActionId, button.Value)))));
        talk.Failures.ShouldBeEmpty();
        replies.Count(reply => reply.Replaces).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_text_speaks_both_languages(string name)
    {
        var text = AllTexts().First(known => known.Name == name).Text;
        var (english, du, sie) = (text.Plain(Voice.English), text.Plain(Voice.German), text.Plain(Voice.German with { Address = FormOfAddress.Sie }));
        english.ShouldNotBeNullOrWhiteSpace();
        du.ShouldNotBeNullOrWhiteSpace();
        string.Concat(english, du, sie).IndexOfAny(['‹', '›', '\'', '"']).ShouldBe(-1, name);
    }

    public static TheoryData<string> Texts() => [.. AllTexts().Select(known => known.Name).Distinct()];

    private static IEnumerable<(string Name, Text Text)> AllTexts() =>
        from type in typeof(CommandRegistry).Assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(Text)
        select ($"{type.Name}.{field.Name}", (Text)field.GetValue(null)!);

    private static async Task<Talk> WithAcme()
    {
        var talk = await Talk.At("2027-03-05T10:00");
        await talk.Press(Anna, await talk.Say(Anna, "log Acme Ltd with Maria Jones: hello"), "draft.create");
        return talk;
    }

    private static async Task<int> Complaints(Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Complaints.IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken);
    }
}
