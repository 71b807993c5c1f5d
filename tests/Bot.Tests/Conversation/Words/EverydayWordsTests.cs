using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Words;

/// <summary>Everyday words for commands, and sentences that begin with the same words.</summary>
public sealed class EverydayWordsTests
{
    /// <summary>Two lines that are answered alike.</summary>
    public static TheoryData<string, string> Same => new()
    {
        { "vacation until Friday", "away until Friday" },
        { "holiday from 8 March until 12 March", "away from 8 March until 12 March" },
        { "off sick until tomorrow", "away until tomorrow" },
        { "I'm on holiday until 12 March", "away until 12 March" },
        { "I'm back", "back" },
        { "issue Krause: late again", "complaint Krause: late again" },
        { "problem with Krause: late again", "complaint Krause: late again" },
        { "met Krause yesterday: all fine", "log Krause visit yesterday: all fine" },
        { "emailed Krause: sent the list", "log Krause mail: sent the list" },
        { "called Krause: all fine", "log Krause call: all fine" },
        { "rang Krause yesterday: all fine", "log Krause call yesterday: all fine" },
        { "call from Krause: wants a quote", "log Krause call incoming: wants a quote" },
        { "meeting with Sabine Klein yesterday: all fine", "log Krause visit with Sabine Klein yesterday: all fine" },
        { "who is Krause", "brief Krause" },
        { "show me Krause", "brief Krause" },
        { "new client Delta Druck tier A", "account add Delta Druck tier A" },
        { "todo", "today" },
        { "what do I have to do today?", "today" },
        { "what's on today?", "today" },
        { "report", "digest" },
        { "office hours Mon-Fri 9am-5pm", "team hours Mon-Fri 9-17" },
        { "?", "help" },
        { "??", "help" },
        { "vacation", "away" },
        { "issue", "complaint" },
        { "urlaub bis Freitag", "abwesend bis Freitag" },
        { "urlaub vom 8.3. bis 12.3.", "abwesend vom 8.3. bis 12.3." },
        { "krank bis morgen", "abwesend bis morgen" },
        { "ich bin krank bis morgen", "abwesend bis morgen" },
        { "wieder da", "zurück" },
        { "reklamation Krause: schon wieder zu spät", "beschwerde Krause: schon wieder zu spät" },
        { "Ärger mit Krause: schon wieder zu spät", "beschwerde Krause: schon wieder zu spät" },
        { "anruf Krause: möchte ein Angebot", "notiz Krause anruf: möchte ein Angebot" },
        { "anruf von Krause: möchte ein Angebot", "notiz Krause anruf eingehend: möchte ein Angebot" },
        { "telefonat mit Krause gestern: alles gut", "notiz Krause anruf gestern: alles gut" },
        { "besuch bei Krause gestern: alles gut", "notiz Krause besuch gestern: alles gut" },
        { "mail an Krause: Liste geschickt", "notiz Krause mail ausgehend: Liste geschickt" },
        { "wer ist Sabine Klein", "kurzprofil Sabine Klein" },
        { "neuer Kunde Delta Druck", "kunde neu Delta Druck" },
        { "was steht an?", "heute" },
        { "Was muss ich heute machen?", "heute" },
        { "was steht heute an?", "heute" },
        { "Bericht", "überblick" },
        { "Arbeitszeiten Mo-Fr 9-17", "team zeiten Mo-Fr 9-17" },
        { "urlaub", "abwesend" },
        { "reklamation", "beschwerde" },
        { "hallo, beschwerde Krause: zu spät", "beschwerde Krause: zu spät" },
        { "bitte hilfe", "hilfe" },
    };

    /// <summary>Begins with the words of a command and is a sentence all the same: it is asked about.</summary>
    public static TheoryData<string, string> Sentences => new()
    {
        { "rang Krause about the samples", "Shall I note for Krause GmbH" },
        { "met Krause, they like the draft", "Shall I note for Krause GmbH" },
        { "holiday greetings sent to Krause", "Shall I note for Krause GmbH" },
        { "Today Krause rang, wants a quote", "Shall I note for Krause GmbH: call from them, today?" },
        { "Back from Krause, all good", "Shall I note for Krause GmbH" },
        { "problem at Krause again", "Shall I note for Krause GmbH" },
        { "meeting with Krause on Monday: plan the fair", "Shall I note for Krause GmbH: note, today?" },
        { "Heute hat Krause angerufen", "Shall I note for Krause GmbH: call from them, today?" },
        { "Urlaub von Frau Klein, Krause meldet sich", "Shall I note for Sabine Klein, Krause GmbH" },
        { "Treffen mit Krause am Montag: Messe planen", "Shall I note for Krause GmbH: note, today?" },
        { "Krank ist Frau Klein von Krause bis Freitag", "Shall I note for Sabine Klein, Krause GmbH" },
        { "Zurück von Krause, alles gut", "Shall I note for Krause GmbH: visit, today?" },
        { "Später rief Krause noch einmal an", "Shall I note for Krause GmbH" },
        { "Ärger bei Krause wegen der Lieferung", "Shall I note for Krause GmbH" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public async Task Everyday_words_do_the_same(string line, string same)
    {
        using var talk = await OwnWordsTests.Started();
        using var other = await OwnWordsTests.Started();
        CardText.Of(await talk.Say(Anna, line)).ShouldBe(CardText.Of(await other.Say(Anna, same)), line);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task A_sentence_is_asked_about(string line, string answer)
    {
        using var talk = await OwnWordsTests.Started();
        (await talk.Say(Anna, line)).Card.ShouldNotBeNull(line).Headline.Plain.ShouldStartWith(answer, Case.Sensitive, line);
    }

    [Fact]
    public async Task What_everyday_words_say_fits_the_slots_of_their_command()
    {
        using var talk = await At("2027-03-05T15:00");
        foreach (var (ids, words, says) in EverydayWords.All)
        {
            var commands = ids.Select(talk.Registry.Find).OfType<Command>().ToList();
            commands.ShouldNotBeEmpty(words.English);
            foreach (var command in commands)
            {
                foreach (var (slot, value) in says) command.Slots.Single(known => known.Name == slot).Choices.ShouldContain(choice => choice.Value == value, words.English);
            }
        }
    }
}
