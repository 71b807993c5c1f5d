using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Local;

public sealed class CardJsonTests
{
    [Fact]
    public void Every_part_is_read_back_as_it_was_written()
    {
        foreach (var card in DemoCards.All) CardJson.Read(CardJson.Write(card)).ShouldBeCard(card);
    }

    [Fact]
    public void The_demo_cards_hold_every_part_and_every_run_there_is()
    {
        var written = string.Concat(DemoCards.All.Select(CardJson.Write));
        foreach (var type in Kinds<CardPart>().Concat(Kinds<Inline>()))
            written.ShouldContain($"\"is\":\"{type.Name.ToLowerInvariant()}\"");
    }

    [Fact]
    public void Letters_of_any_language_and_markup_survive()
    {
        var card = new Card("Grüße, „Straße“ <script>alert('x')</script> 日本", new Quote("a\nb \"c\" \\ & 😀"));
        CardJson.Read(CardJson.Write(card)).ShouldBeCard(card);
    }

    private static IEnumerable<Type> Kinds<T>() => typeof(T).Assembly.GetTypes().Where(type => type.BaseType == typeof(T));
}
