using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local;

namespace AccountNudge.Bot.Tests.Local;

/// <summary>What is suggested while the first word is being typed.</summary>
public sealed class CommandHintTests
{
    [Theory]
    [InlineData("anna", "n", "notiz")]
    [InlineData("anna", "besch", "beschwerde")]
    [InlineData("anna", "kunde n", "kunde neu")]
    [InlineData("anna", "rück", "rückgängig")]
    [InlineData("anna", "heu", "heute")]
    [InlineData("anna", "befe", "hilfe")]
    [InlineData("ben", "l", "log")]
    [InlineData("ben", "comp", "complaint")]
    [InlineData("ben", "account a", "account add")]
    [InlineData("ben", "team time", "team zone")]
    [InlineData("ben", "set", "settings")]
    [InlineData("ben", "?", "help")]
    public async Task The_beginning_of_a_command_leads_to_it_in_the_readers_language(string person, string typed, string phrase)
    {
        await using var local = await new LocalFixture().WithPeople();
        var hints = await local.Get<LocalActs>().Commands(person, default);
        hints.First(hint => hint.Spellings.Any(spelling => spelling.StartsWith(typed, StringComparison.Ordinal))).Phrase.ShouldBe(phrase);
    }

    [Theory]
    [InlineData("anna", "notiz,beschwerde,heute,kurzprofil,rückgängig,einstellungen")]
    [InlineData("ben", "log,complaint,today,brief,undo,settings")]
    public async Task What_people_use_most_stands_first_and_nothing_is_missing(string person, string first)
    {
        await using var local = await new LocalFixture().WithPeople();
        var hints = await local.Get<LocalActs>().Commands(person, default);
        hints.Take(6).Select(hint => hint.Phrase).ShouldBe(first.Split(','));
        hints.Count.ShouldBe(local.Get<CommandRegistry>().Commands.Count);
        hints.ShouldAllBe(hint => hint.Does.Length > 0 && hint.Spellings.Contains(hint.Phrase.ToLowerInvariant()));
    }
}
