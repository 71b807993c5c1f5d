using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Digests;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Conversation.Briefs;

/// <summary>A brief as a card. Pure.</summary>
internal static class BriefCards
{
    private const int MostPeople = 8;
    private const int MostChannels = 2;

    public static Card Of(Brief brief, Telling telling)
    {
        var account = brief.Facts.Account;
        IReadOnlyList<Fact> facts = [.. AboutThem(brief, telling)];
        return new Card(Saying.Who(account, brief.Contact), [
            .. facts.Count > 0 ? new CardPart[] { new Facts(facts) } : [],
            .. PracticeViews.All.SelectMany(view => view.BriefParts(brief, telling)),
            .. Latest(brief, telling),
            .. Held(brief, telling),
            .. Questions(brief, telling.Voice),
            new Actions([MatterLines.LogIt(account.Id, telling.Voice)]),
        ]);
    }

    private static IEnumerable<Fact> AboutThem(Brief brief, Telling telling)
    {
        var (voice, facts, account) = (telling.Voice, brief.Facts, brief.Facts.Account);
        if (brief.Contact is { Role.Length: > 0 } inRole) yield return Fact(BriefTexts.Role, inRole.Role);
        if (brief.Contact is { Phone.Length: > 0 } withPhone) yield return Fact(BriefTexts.Phone, withPhone.Phone);
        if (brief.Contact is { Email.Length: > 0 } withMail) yield return Fact(BriefTexts.Email, withMail.Email);
        if (account.Since is { } since) yield return Fact(BriefTexts.Together, BriefTexts.Years(Saying.Date(since, telling), Period.Between(since, telling.Today, PeriodUnits.Years).Years).In(voice));
        if (facts.Roster.Find(account.OwnerId) is { } owner) yield return Fact(BriefTexts.Owner, BriefTexts.Cared(owner.Name, facts.Roster.Find(account.DeputyId)?.Name).In(voice));
        if (brief.Contact is null && facts.Contacts.Count > 0) yield return Fact(BriefTexts.People, People(facts.Contacts));
        if (brief.Channels.Count > 0) yield return Fact(BriefTexts.Channel, string.Join(", ", brief.Channels.Take(MostChannels).Select(kind => BriefTexts.By(kind).Plain(voice))));
        foreach (var (label, value) in PracticeViews.All.SelectMany(view => view.BriefFacts(brief, telling))) yield return Fact(label, value.In(voice));

        Fact Fact(Text label, RichText value) => new(label.Plain(voice), value);
    }

    private static string People(IReadOnlyList<Contact> contacts)
    {
        var people = string.Join(", ", contacts.OrderBy(contact => contact.Name, StringComparer.OrdinalIgnoreCase).Take(MostPeople).Select(contact => contact.Role.Length > 0 ? $"{contact.Name} ({contact.Role})" : contact.Name));
        return contacts.Count > MostPeople ? $"{people}, +{contacts.Count - MostPeople}" : people;
    }

    private static IEnumerable<CardPart> Latest(Brief brief, Telling telling)
    {
        yield return new Heading(BriefTexts.Latest.In(telling.Voice));
        if (brief.Latest.Count == 0) yield return new Paragraph(BriefTexts.NothingYet.In(telling.Voice));
        foreach (var interaction in brief.Latest) yield return new Paragraph(Said(interaction, brief, telling).In(telling.Voice));
    }

    private static Text Said(Interaction interaction, Brief brief, Telling telling)
    {
        var with = brief.Facts.Contacts.FirstOrDefault(contact => contact.Id == interaction.ContactId);
        var excerpt = Saying.Excerpt(interaction.Text);
        var words = interaction.Text.Length > 0 ? new Text($": {excerpt}", $": {excerpt}") : Text.Verbatim("");
        return BriefTexts.Said(Saying.Date(interaction.On, telling), Saying.Kind(interaction.Kind), with?.Name, brief.Facts.Roster.Find(interaction.MemberId)?.Name, words);
    }

    private static IEnumerable<CardPart> Held(Brief brief, Telling telling)
    {
        var held = brief.Held(telling.Today);
        if (held.Count == 0) yield break;
        yield return new Heading(BriefTexts.Held.In(telling.Voice));
        foreach (var nudge in held)
        {
            var contact = brief.Facts.Contacts.FirstOrDefault(contact => contact.Id == nudge.Subject);
            var (who, about) = (new Strong(Saying.Who(brief.Facts.Account, contact)), PracticeViews.Of(nudge.Kind).Noun);
            var reason = nudge.Held == Core.Nudges.HeldReason.Undeliverable ? DigestTexts.Undeliverable : DigestTexts.HeldBecause(brief.Facts.Account.Name);
            yield return new Section(new Text($"{who}: {about}", $"{who}: {about}").In(telling.Voice), reason.In(telling.Voice), []);
        }
    }

    private static IEnumerable<CardPart> Questions(Brief brief, Voice voice)
    {
        if (brief.Unknowns.Count == 0) yield break;
        yield return new Heading(BriefTexts.WorthAsking.In(voice));
        foreach (var gap in brief.Unknowns) yield return new Paragraph(BriefTexts.Question(gap, brief.Contact?.Name ?? "", brief.Facts.Account.Name).In(voice));
    }
}
