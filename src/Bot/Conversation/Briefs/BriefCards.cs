using AccountNudge.Bot.Conversation.Digests;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Briefs;

/// <summary>A brief as a card. Pure.</summary>
internal static class BriefCards
{
    private const int MostPeople = 8;
    private const int MostChannels = 2;

    public static Card Of(Brief brief, RenderContext context)
    {
        var account = brief.Facts.Account;
        IReadOnlyList<Fact> facts = [.. AboutThem(brief, context)];
        return new Card(Wording.Who(account, brief.Contact), [
            .. facts.Count > 0 ? new CardPart[] { new Facts(facts) } : [],
            .. PracticeViews.All.SelectMany(view => view.BriefParts(brief, context)),
            .. Latest(brief, context),
            .. Held(brief, context),
            .. Questions(brief, context.Voice),
            new Actions([OpenLog.Button(account.Id, context.Voice)]),
        ]);
    }

    private static IEnumerable<Fact> AboutThem(Brief brief, RenderContext context)
    {
        var (voice, facts, account) = (context.Voice, brief.Facts, brief.Facts.Account);
        if (brief.Contact is { Role.Length: > 0 } inRole) yield return Fact(BriefTexts.Role, inRole.Role);
        if (brief.Contact is { Phone.Length: > 0 } withPhone) yield return Fact(BriefTexts.Phone, withPhone.Phone);
        if (brief.Contact is { Email.Length: > 0 } withMail) yield return Fact(BriefTexts.Email, withMail.Email);
        if (account.Since is { } since) yield return Fact(BriefTexts.Together, BriefTexts.Years(Wording.Date(since, context), Period.Between(since, context.Today, PeriodUnits.Years).Years).In(voice));
        if (facts.Roster.Find(account.OwnerId) is { } owner) yield return Fact(BriefTexts.Owner, BriefTexts.Cared(owner.Name, facts.Roster.Find(account.DeputyId)?.Name).In(voice));
        if (brief.Contact is null && facts.Contacts.Count > 0) yield return Fact(BriefTexts.People, People(facts.Contacts));
        if (brief.Channels.Count > 0) yield return Fact(BriefTexts.Channel, string.Join(", ", brief.Channels.Take(MostChannels).Select(kind => BriefTexts.By(kind).Plain(voice))));
        foreach (var (label, value) in PracticeViews.All.SelectMany(view => view.BriefFacts(brief, context))) yield return Fact(label, value.In(voice));

        Fact Fact(Text label, RichText value) => new(label.Plain(voice), value);
    }

    private static string People(IReadOnlyList<Contact> contacts)
    {
        var people = string.Join(", ", contacts.OrderBy(contact => contact.Name, StringComparer.OrdinalIgnoreCase).Take(MostPeople).Select(contact => contact.Role.Length > 0 ? $"{contact.Name} ({contact.Role})" : contact.Name));
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
        var with = brief.Facts.Contacts.FirstOrDefault(contact => contact.Id == interaction.ContactId);
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
            var contact = brief.Facts.Contacts.FirstOrDefault(contact => contact.Id == nudge.Subject);
            var (who, about) = (new Strong(Wording.Who(brief.Facts.Account, contact)), PracticeViews.Of(nudge.Kind).Noun);
            var reason = nudge.Held == Core.Nudges.HeldReason.Undeliverable ? DigestTexts.Undeliverable : DigestTexts.HeldBecause(PracticeViews.WhyGateIsShut(brief.Facts, context), context.Call, brief.Facts.Account.Name);
            yield return new Section(new Text($"{who}: {about}", $"{who}: {about}").In(context.Voice), reason.In(context.Voice), []);
        }
    }

    private static IEnumerable<CardPart> Questions(Brief brief, Voice voice)
    {
        if (brief.Unknowns.Count == 0) yield break;
        yield return new Heading(BriefTexts.WorthAsking.In(voice));
        foreach (var gap in brief.Unknowns) yield return new Paragraph(BriefTexts.Question(gap, brief.Contact?.Name ?? "", brief.Facts.Account.Name).In(voice));
    }
}
