using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Bot.Tests.Local;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Texts;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Cards;

/// <summary>Everything the product says: a fortnight with a team, every command in both languages, and what is posted unasked.</summary>
internal static class Product
{
    /// <summary>Replies and posts by what they are about.</summary>
    public static async Task<(IReadOnlyList<(string About, Card Card)> Cards, IReadOnlyList<Form> Forms)> Everything()
    {
        var (cards, forms) = (new List<(string, Card)>(), new List<Form>());
        using var talk = await Client.At("2027-03-01T10:00");
        await Story(talk, Keep);
        foreach (var person in (ChatPerson[])[Anna, Clara]) await Commands(talk, person, Keep);
        foreach (var posted in talk.Posted) cards.Add(($"{posted.Post.Kind}", talk.Cards[posted.Post.Key]));
        foreach (var voice in (Voice[])[Voice.English, Voice.German]) cards.AddRange(Posts(voice));
        foreach (var card in DemoCards.All) cards.Add(("demo", card));
        return (cards, forms);

        void Keep(string about, Reply reply)
        {
            if (reply.Card is { } card) cards.Add((about, card));
            if (reply.Form is { } form) forms.Add(form);
        }
    }

    private static async Task Commands(Talk talk, ChatPerson person, Action<string, Reply> keep)
    {
        var language = person == Clara ? Language.German : Language.English;
        foreach (var command in talk.Commands)
        {
            var words = Phrases.First(command.Words.Phrase, language);
            foreach (var line in (string[])[words, command.Words.Example.Plain(language == Language.German ? Voice.German : Voice.English), $"help {words}"])
                keep(line, await talk.Say(person, line));
        }

        foreach (var line in (string[])["help", "nonsense", "log Acme <!channel> *x*: _so_ & <@U123ABC>", new string('x', 7000)]) keep(line, await talk.Say(person, line));
    }

    private static async Task Story(Talk talk, Action<string, Reply> keep)
    {
        await Client.Log(talk, InteractionKind.Visit, new(2027, 2, 26), "Talked");
        await Client.Change(talk, (store, team) =>
        {
            var clara = store.Members.Single(member => member.PersonId == Clara.Id);
            store.Memberships.Single(place => place.MemberId == clara.Id).IsManager = true;
            clara.WeekAt = Sample.In(2027, 3, 8, 9);
            for (var number = 1; number <= 12; number++) store.Accounts.Add(new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = $"Quiet {number} & <Co>", EnteredOn = new(2027, 1, 13) });
        });
        var complaint = await talk.Say(Anna, "complaint Weber by Sabine Klein: the <delivery> is *late* & nobody rang");
        keep("complaint", complaint);
        keep("acknowledged", await talk.Press(Ben, complaint, "complaint.acknowledge"));
        keep("chased", await talk.Say(Anna, "chased Weber: where is it?"));
        keep("corrected", await talk.Press(Anna, await talk.Say(Anna, "log Weber call with Sabine Klein yesterday: a question"), "record.correct"));
        foreach (var number in Enumerable.Range(1, 8)) keep("complaint", await talk.Say(Anna, $"complaint \"Quiet {number} & <Co>\": something & <nothing>"));
        foreach (var line in (string[])["plan Weber visit with Sabine Klein 10 March 10:00: the <offer> & *more*", "plan Weber mail 11 March", "plan Weber call yesterday", "postpone Weber to 12 March"]) keep(line, await talk.Say(Anna, line));
        await talk.Until("2027-03-09T12:00");
        foreach (var line in (string[])["today", "quiet", "digest", "brief Weber", "brief Sabine Klein", "settings"]) keep(line, await talk.Say(Anna, line));
        await talk.Until("2027-03-17T12:00");
        foreach (var line in (string[])["heute", "still", "überblick", "kurzprofil Weber", "einstellungen"]) keep(line, await talk.Say(Clara, line));
    }

    private static IEnumerable<(string, Card)> Posts(Voice voice)
    {
        var sample = new Sample();
        foreach (var ask in new[] { ComplaintPractice.Acknowledge, ComplaintPractice.Update, ComplaintPractice.Resolve })
        {
            for (var rung = 0; rung <= 3; rung++) yield return ($"{ask} {rung}", AnnouncementCards.Of(sample.Post(voice, PostKind.Severe, rung == 2, sample.About(ask, rung, Known(ask)))));
        }

        NudgeLine[] lines = [.. Enumerable.Range(0, 3).SelectMany(_ => (NudgeLine[])[sample.About(ComplaintPractice.Update, before: Known(ComplaintPractice.Update)), sample.Quiet(), sample.About(ComplaintPractice.Acknowledge)])];
        yield return ("morning", AnnouncementCards.Of(sample.Post(voice, PostKind.Morning, false, lines)));
        yield return ("birthday", AnnouncementCards.Of(sample.Post(voice, PostKind.Morning, true, sample.Birthday(BirthdayPractice.Congratulate, new(2027, 3, 8), 1977))));
        yield return ("anniversary", AnnouncementCards.Of(sample.Post(voice, PostKind.Morning, true, sample.Anniversary(new(2022, 3, 8), new(2027, 3, 8)))));
    }

    private static Action<Complaint>? Known(string ask) => ask == ComplaintPractice.Acknowledge ? null : complaint => complaint.Acknowledge(new Sample().Act(Sample.In(2027, 3, 5, 16)));
}
