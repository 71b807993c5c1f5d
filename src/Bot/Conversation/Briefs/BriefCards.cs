using AccountNudge.Bot.Conversation.Digests;
using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Briefs;

/// <summary>
/// A brief as a card, in the order in which whoever is on the phone needs it: who, what is open, what was said, what to bring up, what to know,
/// what to ask. Pure.
/// </summary>
internal static class BriefCards
{
    private const int MostPeople = 8;
    private const int MostChannels = 2;
    private const int MostUnknowns = 2;

    public static Card Of(Brief brief, RenderContext context)
    {
        var account = brief.Facts.Account;
        return new Card(Wording.Who(account, brief.Contact), [
            .. Together(null, [.. AboutThem(brief, context)]),
            .. PracticeViews.All.SelectMany(view => view.BriefParts(brief, context)),
            .. Latest(brief, context),
            .. Together(BriefTexts.ForTheTalk.In(context.Voice), [.. ForTheTalk(brief, context)]),
            .. Held(brief, context),
            .. Questions(brief, context),
            new Actions([OpenLog.Button(account.Id, context.Voice, brief.Contact?.Id)]),
        ]);
    }

    private static IEnumerable<CardPart> Together(RichText? heading, IReadOnlyList<Fact> facts)
    {
        if (facts.Count == 0) yield break;
        if (heading is not null) yield return new Heading(heading);
        yield return new Facts(facts);
    }

    private static IEnumerable<Fact> AboutThem(Brief brief, RenderContext context)
    {
        var (voice, facts, account) = (context.Voice, brief.Facts, brief.Facts.Account);
        if (brief.Contact is { Role.Length: > 0 } inRole) yield return Fact(BriefTexts.Role, inRole.Role, voice);
        if (Standing.Of(facts, context) is { } standing) yield return Fact(Standing.Label, standing.In(voice), voice);
        foreach (var (label, value) in PracticeViews.All.SelectMany(view => view.BriefTop(brief, context))) yield return Fact(label, value.In(voice), voice);
        if (brief.Contact is { ObjectedOn: { } objected }) yield return Fact(ContactTexts.Objection, ContactTexts.ObjectedSince(objected).In(voice), voice);
        if (brief.Contact is { Phone.Length: > 0 } withPhone) yield return Fact(BriefTexts.Phone, withPhone.Phone, voice);
        if (brief.Contact is { Email.Length: > 0 } withMail) yield return Fact(BriefTexts.Email, withMail.Email, voice);
        if (account.Since is { } since) yield return Fact(BriefTexts.Together, BriefTexts.Years(Wording.Date(since, context), Period.Between(since, context.Today, PeriodUnits.Years).Years).In(voice), voice);
        if (facts.Roster.Find(account.OwnerId) is { } owner) yield return Fact(BriefTexts.Owner, BriefTexts.Cared(owner.Name, facts.Roster.Find(account.DeputyId)?.Name).In(voice), voice);
        if (brief.Contact is { } contact)
        {
            foreach (var (label, value) in PracticeViews.All.SelectMany(view => view.ContactFacts(contact, facts, context))) yield return Fact(label, value.In(voice), voice);
        }

        if (brief.Contact is null && facts.ContactsThere.Count > 0) yield return Fact(BriefTexts.People, People(facts.ContactsThere), voice);
    }

    /// <summary>What to bring up now, how to reach them, what to know.</summary>
    private static IEnumerable<Fact> ForTheTalk(Brief brief, RenderContext context)
    {
        var voice = context.Voice;
        foreach (var (label, value) in PracticeViews.All.SelectMany(view => view.BriefFacts(brief, context))) yield return Fact(label, value.In(voice), voice);
        if (brief.Channels.Count > 0) yield return Fact(BriefTexts.Channel, string.Join(", ", brief.Channels.Take(MostChannels).Select(kind => BriefTexts.By(kind).Plain(voice))), voice);
        foreach (var (label, value) in PracticeViews.All.SelectMany(view => view.BriefNotes(brief, context))) yield return Fact(label, value.In(voice), voice);
    }

    private static Fact Fact(Text label, RichText value, Voice voice) => new(label.Plain(voice), value);

    private static string People(IReadOnlyList<Contact> contacts)
    {
        var people = string.Join(", ", contacts.Take(MostPeople).Select(contact => contact.Role.Length > 0 ? $"{contact.Name} ({contact.Role})" : contact.Name));
        return contacts.Count > MostPeople ? $"{people}, +{contacts.Count - MostPeople}" : people;
    }

    private static IEnumerable<CardPart> Latest(Brief brief, RenderContext context)
    {
        yield return new Heading(BriefTexts.Latest.In(context.Voice));
        if (brief.Latest.Count == 0) yield return new Paragraph(BriefTexts.NothingYet.In(context.Voice));
        foreach (var interaction in brief.Latest) yield return new Paragraph(Said(interaction, brief, context).In(context.Voice));
    }

    private static Text Said(Interaction interaction, Brief brief, RenderContext context)
    {
        var with = brief.Facts.Contact(interaction.ContactId);
        var excerpt = Wording.Excerpt(interaction.Text);
        var words = interaction.Text.Length > 0 ? new Text($": {excerpt}", $": {excerpt}") : Text.Verbatim("");
        return BriefTexts.Said(Wording.Date(interaction.On, context), Wording.With(interaction, with?.Name), brief.Facts.Roster.Find(interaction.MemberId)?.Name, words);
    }

    private static IEnumerable<CardPart> Held(Brief brief, RenderContext context)
    {
        var held = brief.Held(context.Today);
        if (held.Count == 0) yield break;
        yield return new Heading(BriefTexts.Held.In(context.Voice));
        foreach (var nudge in held)
        {
            var contact = brief.Facts.Contact(nudge.Subject);
            var (who, about) = (new Strong(Wording.Who(brief.Facts.Account, contact)), PracticeViews.Of(nudge.Kind).Noun);
            var reason = nudge.Held == Core.Nudges.HeldReason.Undeliverable ? DigestTexts.Undeliverable : DigestTexts.HeldBecause(PracticeViews.WhyGateIsShut(brief.Facts, context), context.Call, brief.Facts.Account.Name);
            yield return new Section(new Text($"{who}: {about}", $"{who}: {about}").In(context.Voice), reason.In(context.Voice), []);
        }
    }

    /// <summary>The unknowns that help most, as questions to ask; as one is answered the next takes its place.</summary>
    private static IEnumerable<CardPart> Questions(Brief brief, RenderContext context)
    {
        // Nobody is going to ask somebody who has left.
        if (brief.Contact is { IsThere: false }) yield break;
        var (voice, who) = (context.Voice, (Contact: brief.Contact?.Name ?? "", Account: brief.Facts.Account.Name));
        var questions = brief.Unknowns.Select(gap => (Gap: gap, Question: BriefTexts.Question(gap, who.Contact, who.Account)))
            .Concat(PracticeViews.All.SelectMany(view => view.Unknowns(brief, context))).OrderBy(unknown => unknown.Gap).Take(MostUnknowns).ToList();
        if (questions.Count == 0) yield break;
        yield return new Heading(BriefTexts.WorthAsking.In(voice));
        foreach (var (_, question) in questions) yield return new Paragraph(question.In(voice));
    }
}
