using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Chat;

namespace AccountNudge.Bot.Tests.Local;

internal static class CardAssertions
{
    /// <summary>Cards hold lists, so that their own equality is by reference.</summary>
    public static void ShouldBeCard(this Card card, Card expected) => CardJson.Write(card).ShouldBe(CardJson.Write(expected));
}
