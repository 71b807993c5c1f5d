using AccountNudge.Bot.Conversation.Model;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Stories;

/// <summary>The first quarter of an hour of people who know no command and belong to no team: they write as they would to a colleague.</summary>
public sealed class NewcomerStories
{
    private static readonly ChatPerson Rosa = new("U-ROSA", "Rosa Lane", "en-GB", DateTimeZoneProviders.Tzdb["Europe/London"]);
    private static readonly ChatPerson Jonas = new("U-JONAS", "Jonas Brandt", "de-DE", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);

    [Fact]
    public async Task A_newcomers_first_quarter_of_an_hour()
    {
        using var talk = await Talk.At("2027-03-02T10:00");
        var direct = DirectOf(Rosa);
        Task<Reply> Say(string text) => talk.Say(Rosa, text, direct);
        Task<Reply> Press(Reply on, string action) => talk.Press(Rosa, on, action, direct);

        await Say("hi there");
        await Say("what can you do?");
        var offer = await Say("Krause called, very angry, the delivery is late");
        await Press(offer, "draft.create");
        await Say("Krause");
        await Say("thanks!");
        var spoke = await Say("spoke to Sabine Klein at Krause yesterday, she wants a new delivery date");
        var form = await talk.Press(Rosa, Talk.ButtonsOf(spoke.Card!).Last(), direct);
        await Press(await talk.Submit(Rosa, form, direct, ("contact", "Sabine Klein")), "draft.create");
        await Say("Kruase");
        await Press(await Say("Krouse emailed this morning, still no parcel"), "draft.choose");
        await Press(await Say("they want a refund"), "words.client");
        await Say("Sabine Klein wrote on Friday that she will be on holiday until the 15th");
        await Say("I asked @[U-NELE|Nele Aumann] to send Krause the tracking number");
        await Say("when did I last speak to Krause?");
        var complaint = await Say("Krause is complaining that half of the order is missing");
        var opened = await Press(complaint, "draft.run");
        await Press(opened, "complaint.acknowledge");
        await Say("Krause got the missing half today, all fine now");
        await Press(opened, "complaint.resolve");
        await talk.Press(Rosa, ButtonOf(talk.AsItReads(opened), "complaint.confirm"), direct);
        await Say("the warehouse should check twice before it ships");
        await Say("undo");
        await Say("?");
        await Say("today");
        await Say("what do I have to do today?");
        await Press(await Say("I'll meet Sabine on Friday at 10"), "draft.run");
        await Say("today");
        await Say("show me everything about Krause");
        await Say("timeline Krause");
        await Say("search parcel");
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Die_erste_Viertelstunde()
    {
        using var talk = await Talk.At("2027-04-15T09:00");
        Task<Reply> Say(string text) => talk.Say(Jonas, text);
        Task<Reply> Press(Reply on, string action) => talk.Press(Jonas, on, action);

        await Say("Moin");
        await Say("Was kannst du?");
        var offer = await Say("Frau Petersen vom Hotel Seeblick war gestern hier, ganz begeistert von den neuen Schildern");
        await Press(offer, "draft.create");
        await Say("Hotel Seeblick");
        await Say("danke dir");
        await Press(await Say("Seeblik hat gemailt, ein Schild ist verkratzt angekommen"), "draft.choose");
        await Press(await Say("das Logo ist auch falsch"), "words.client");
        await Say("ansprechperson neu Inga Petersen bei Seeblick");
        await Press(await Say("letzten Dienstag mit Frau Petersen telefoniert, sie braucht zwei Schilder mehr"), "draft.run");
        await Say("@[U-NELE|Nele Aumann] kümmert sich um das Angebot für Seeblick");
        await Say("Wann war Frau Petersen zuletzt da?");
        var complaint = await Say("Seeblick beschwert sich, dass die Rechnung zu hoch ist");
        var opened = await Press(complaint, "draft.run");
        await Press(opened, "complaint.acknowledge");
        await Press(opened, "complaint.resolve");
        await talk.Press(Jonas, ButtonOf(talk.AsItReads(opened), "complaint.confirm"));
        await Say("vorher einen Kostenvoranschlag schicken");
        await Say("rückgängig");
        await Say("?");
        await Say("heute");
        await Say("was steht an?");
        await Press(await Say("Ich treffe Frau Petersen am Freitag um 10"), "draft.run");
        await Say("heute");
        await Say("zeig mir alles zu Seeblick");
        await Say("verlauf Seeblick");
        await Say("suche schild");
        Approved.Transcript(talk);
    }
}
