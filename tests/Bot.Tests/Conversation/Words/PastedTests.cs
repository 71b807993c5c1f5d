using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Words;

/// <summary>What is pasted from mails, documents and other chats reads as its plain self.</summary>
public sealed class PastedTests
{
    /// <summary>All of them are a call with Krause yesterday in which they wanted a quote, and it was good.</summary>
    [Theory]
    [InlineData("log “Krause GmbH” call yesterday good: wants a quote")]
    [InlineData("log ”Krause GmbH” call yesterday good: wants a quote")]
    [InlineData("log «Krause GmbH» call yesterday good: wants a quote")]
    [InlineData("log »Krause GmbH« call yesterday good: wants a quote")]
    [InlineData("notiz ‚Krause GmbH‘ Anruf gestern gut: wants a quote")]
    [InlineData("notiz „Krause GmbH” Anruf gestern gut: wants a quote")]
    [InlineData("log ‹Krause GmbH› call yesterday good: wants a quote")]
    [InlineData("*log* **Krause** call yesterday good: wants a quote")]
    [InlineData("_log_ _Krause_ ~call~ *yesterday* `good`: wants a quote")]
    [InlineData("`log Krause call yesterday good: wants a quote`")]
    [InlineData("```log Krause call yesterday good: wants a quote```")]
    [InlineData("log *Krause GmbH* call yesterday good: wants a quote")]
    [InlineData("log __Krause GmbH__ call yesterday good: wants a quote")]
    [InlineData("> log Krause call yesterday good: wants a quote")]
    [InlineData("• log Krause call yesterday good: wants a quote")]
    [InlineData("- log Krause call yesterday good: wants a quote")]
    [InlineData("– log Krause call yesterday good: wants a quote")]
    [InlineData("* log Krause call yesterday good: wants a quote")]
    [InlineData("1. log Krause call yesterday good: wants a quote")]
    [InlineData("log\u00A0Krause\u2003call\u202Fyesterday\u2009good:\u00A0wants a quote")]
    [InlineData("l\u200Bog Kr\u00ADause c\u2060all yester\u200Dday g\u200Cood: wants a quote")]
    [InlineData("log Krause, call, yesterday, good: wants a quote")]
    [InlineData("log Krause — call — yesterday — good: wants a quote")]
    [InlineData("log Krause (call) (yesterday) (good): wants a quote")]
    [InlineData("log Krause call yesterday good : wants a quote")]
    [InlineData("log Krause call yesterday good：wants a quote")]
    [InlineData("log: Krause call yesterday good: wants a quote")]
    [InlineData("\"log Krause call yesterday good: wants a quote\"")]
    [InlineData("„notiz Krause Anruf gestern gut: wants a quote“")]
    public async Task A_line_reads_as_it_was_meant(string line)
    {
        using var talk = await OwnWordsTests.Started();
        await talk.Say(Anna, line);
        await using var store = talk.Stores.Open(Scope.Nothing);
        var note = await store.Interactions.IgnoreQueryFilters().SingleOrDefaultAsync(TestContext.Current.CancellationToken);
        note.ShouldNotBeNull(line);
        (note.Kind, note.On, note.Mood, note.Text).ShouldBe((InteractionKind.Call, new LocalDate(2027, 3, 4), Mood.Good, "wants a quote"), line);
    }

    /// <summary>Numbers and addresses as they come out of signatures, web pages and phones.</summary>
    [Theory]
    [InlineData("+49 (0)221 555-1234", "")]
    [InlineData("tel:+492215551234", "")]
    [InlineData("<tel:+492215551234>", "")]
    [InlineData("+49 0221 5551234", "")]
    [InlineData("0049 221 555 1234", "")]
    [InlineData("(0221) 555 12 34", "")]
    [InlineData("0221/555-1234", "")]
    [InlineData("0221\u2011555\u20111234", "")]
    [InlineData("+49\u00A0221\u00A05551234", "")]
    [InlineData("Tel. 0221 5551234", "")]
    [InlineData("Tel.: +49 221 5551234", "")]
    [InlineData("[+49 221 5551234]", "")]
    [InlineData("", "ida@voss.de")]
    [InlineData("", "mailto:ida@voss.de")]
    [InlineData("", "<ida@voss.de>")]
    [InlineData("", "<mailto:ida@voss.de|ida@voss.de>")]
    [InlineData("", "(ida@voss.de)")]
    [InlineData("", "[ida@voss.de](mailto:ida@voss.de)")]
    [InlineData("", "ida@voss.de,")]
    [InlineData("", "*ida@voss.de*")]
    [InlineData("", "Ida Voss <ida@voss.de>")]
    [InlineData("", "\u200Bida@voss.de\u00A0")]
    public async Task Numbers_and_addresses(string phone, string email)
    {
        foreach (var byForm in (bool[])[false, true])
        {
            using var talk = await OwnWordsTests.Started();
            if (byForm) await talk.Submit(Anna, await talk.Say(Anna, "contact add"), ("name", "Ida Voss"), ("account", "Krause"), ("phone", phone), ("email", email));
            else await talk.Say(Anna, $"contact add Ida Voss at Krause{(phone.Length > 0 ? $" phone {phone}" : "")}{(email.Length > 0 ? $" email {email}" : "")}");
            await using var store = talk.Stores.Open(Scope.Nothing);
            var ida = await store.Contacts.IgnoreQueryFilters().SingleOrDefaultAsync(contact => contact.Name == "Ida Voss", TestContext.Current.CancellationToken);
            ida.ShouldNotBeNull($"{phone}{email}");
            if (email.Length > 0) ida.Email.ShouldBe("ida@voss.de", email);
            else Phone.Read(ida.Phone)!.IsSameAs(Phone.Read("+49 221 5551234")!).ShouldBeTrue($"{phone} → {ida.Phone}");
            if (phone.Length > 0) (await talk.Say(Anna, phone)).Card!.Headline.Plain.ShouldStartWith("Ida Voss", Case.Sensitive, phone);
        }
    }

    /// <summary>Working hours: Monday to Friday from nine to five.</summary>
    [Theory]
    [InlineData("team hours Mon-Fri 9am-5pm")]
    [InlineData("team hours Mon–Fri 9 am – 5 pm")]
    [InlineData("team hours Monday to Friday 9 to 5pm")]
    [InlineData("team hours Mon - Fri 09:00-17:00")]
    [InlineData("team hours Mon-Fri 9:00 - 17:00")]
    [InlineData("team hours Mon-Fri 9.00-17.00")]
    [InlineData("team hours Mon-Fri from 9 to 17")]
    [InlineData("team hours Mon-Fri 9 a.m. to 5 p.m.")]
    [InlineData("team zeiten Mo-Fr 9-17 Uhr")]
    [InlineData("team zeiten Mo–Fr 9–17")]
    [InlineData("team zeiten Mo bis Fr 9 bis 17 Uhr")]
    [InlineData("team zeiten Montag bis Freitag 9:00 bis 17:00 Uhr")]
    [InlineData("team zeiten Mo-Fr von 9 bis 17 Uhr")]
    [InlineData("team zeiten Mo‑Fr 09.00‑17.00 Uhr")]
    [InlineData("team zeiten Montags bis Freitags 9-17")]
    public async Task Hours(string line)
    {
        using var talk = await OwnWordsTests.Started();
        await talk.Say(Anna, "team hours Mon-Fri 8-12");
        await talk.Say(Anna, line);
        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.Teams.IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken)).Settings.Hours.ShouldBe("Mon-Fri 09:00-17:00", line);
    }

    /// <summary>From the 8th to the 12th of March.</summary>
    [Theory]
    [InlineData("away from 8 March to 12 March")]
    [InlineData("away 8 March until 12 March")]
    [InlineData("away 8–12 March")]
    [InlineData("away from 8 to 12 March")]
    [InlineData("away 8-12 March 2027")]
    [InlineData("away from Monday until Friday")]
    [InlineData("away 8.3. - 12.3.")]
    [InlineData("abwesend vom 8.3. bis 12.3.")]
    [InlineData("abwesend 8.3. bis 12.3.")]
    [InlineData("abwesend 8.3.–12.3.")]
    [InlineData("abwesend 8.-12. März")]
    [InlineData("abwesend vom 8. bis 12. März")]
    [InlineData("abwesend vom 8. bis zum 12. März")]
    [InlineData("abwesend von Montag bis Freitag")]
    [InlineData("abwesend ab Montag bis Freitag")]
    [InlineData("urlaub 8.3.-12.3.")]
    public async Task Ranges(string line)
    {
        using var talk = await OwnWordsTests.Started();
        await talk.Say(Anna, line);
        await using var store = talk.Stores.Open(Scope.Nothing);
        var away = await store.Absences.IgnoreQueryFilters().SingleOrDefaultAsync(TestContext.Current.CancellationToken);
        away.ShouldNotBeNull(line);
        (away.From, away.Until).ShouldBe((new LocalDate(2027, 3, 8), new LocalDate(2027, 3, 12)), line);
    }
}
