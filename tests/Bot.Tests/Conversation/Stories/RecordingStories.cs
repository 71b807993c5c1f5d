using AccountNudge.Bot.Conversation.Model;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Stories;

public sealed class RecordingStories
{
    [Fact]
    public async Task Newcomers_first_words_make_account_and_contact()
    {
        using var talk = await Talk.At("2027-03-05T10:00");
        var asked = await talk.Say(Anna, "log Acme Ltd with Maria Jones yesterday good: wants a quote");
        var card = await talk.Press(Anna, asked, "draft.create");
        var form = await talk.Press(Anna, card, "record.correct");
        await talk.Submit(Anna, form, ("text", "wants two quotes"));
        await talk.Say(Anna, "log Acme tomorrow: lunch");
        await talk.Say(Anna, "log Acme");
        await talk.Say(Anna, "undo");
        await talk.Say(Anna, "undo");
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Erste_Worte_legen_Kunde_und_Ansprechperson_an()
    {
        using var talk = await Talk.At("2027-03-05T10:00");
        var asked = await talk.Say(Clara, "notiz Weber GmbH besuch mit Sabine Klein gestern geht so: möchte ein Angebot");
        await talk.Press(Clara, asked, "draft.create");
        var card = await talk.Say(Clara, "notiz Weber rief an, fragt nach dem Termin");
        await talk.Press(Clara, card, "record.remove");
        await talk.Say(Clara, "rückgängig");
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Complaint_from_opening_to_thanks()
    {
        using var talk = await WithAcme("2027-03-05T10:00");
        var card = await talk.Say(Anna, "complaint Acme by Maria: the delivery came a week late");
        await talk.Press(Ben, card, "complaint.on-it");
        var step = await talk.Press(Ben, card, "complaint.acknowledge");
        await talk.Press(Ben, card, "complaint.acknowledge");
        await talk.Press(Ben, step, "record.remove");
        await talk.Press(Anna, card, "complaint.remove");
        await talk.Until("2027-03-08T11:00");
        var log = await talk.Say(Anna, "log Acme call with Maria: told her the new date");
        await talk.Press(Anna, log, "complaint.acknowledge");
        await talk.Say(Anna, "chased Acme: where is it?");
        await talk.Say(Anna, "chased Acme");
        await talk.Say(Anna, "waiting Acme: for the delivery note");
        await talk.Say(Anna, "update Acme: it is on the lorry");
        await talk.Say(Anna, "resolve Acme: delivered, told Maria");
        var thanks = await talk.Say(Anna, "log Acme mail from them: thank you!");
        await talk.Press(Anna, thanks, "complaint.confirm");
        await talk.Say(Anna, "reopen Acme: half of it is missing");
        await talk.Say(Anna, "unjustified Acme");
        await talk.Say(Anna, "unjustified Acme: the rest was never ordered, explained by phone");
        await talk.Say(Anna, "complaint Acme: the invoice is wrong");
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Mehrere_offene_Beschwerden()
    {
        using var talk = await Talk.At("2027-03-05T10:00");
        var asked = await talk.Say(Clara, "beschwerde Weber GmbH von Sabine Klein: Lieferung zu spät");
        await talk.Press(Clara, asked, "draft.create");
        await talk.Say(Clara, "beschwerde Weber von Sabine: Rechnung stimmt nicht");
        var which = await talk.Say(Clara, "eingang Weber: angerufen");
        await talk.Press(Clara, which, "complaint.choose");
        await talk.Say(Clara, "eingang Weber");
        await talk.Say(Clara, "beschwerde löschen Weber: doppelt aufgenommen");
        await talk.Say(Clara, "bestätigt Weber");
        await talk.Say(Clara, "gelöst Nordlicht");
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Snoozing_a_complaint_once()
    {
        using var talk = await WithAcme("2027-03-05T10:00");
        await talk.Say(Anna, "complaint Acme: late again");
        var offers = await talk.Say(Anna, "snooze Acme");
        await talk.Press(Anna, offers, "matter.snooze");
        await talk.Press(Anna, offers, "matter.snooze");
        await talk.Say(Anna, "snooze Acme until Thursday");
        await talk.Say(Anna, "chased Acme");
        await talk.Say(Anna, "ack Acme");
        await talk.Say(Anna, "snooze Acme yesterday");
        await talk.Say(Anna, "snooze Acme until Sunday");
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Removing_a_complaint_leaves_a_trace()
    {
        using var talk = await WithAcme("2027-03-05T10:00");
        var card = await talk.Say(Anna, "complaint Acme by Maria: late");
        await talk.Press(Ben, card, "complaint.remove");
        await talk.Press(Ben, card, "record.correct");
        var form = await talk.Press(Anna, card, "record.correct");
        var asked = await talk.Submit(Anna, form, ("account", "Nordlicht"), ("contact", ""));
        var corrected = await talk.Press(Anna, asked, "draft.create");
        await talk.Say(Anna, "ack Acme");
        await talk.Press(Anna, corrected, "complaint.remove");
        await talk.Say(Anna, "undo");
        await talk.Submit(Anna, await talk.Press(Anna, corrected, "complaint.remove"), ("text", "another client"));
        Approved.Transcript(talk);
    }

    private static async Task<Talk> WithAcme(string berlin)
    {
        var talk = await Talk.At(berlin);
        var asked = await talk.Say(Anna, "log Acme Ltd with Maria Jones yesterday: hello");
        await talk.Press(Anna, asked, "draft.create");
        return talk;
    }
}
