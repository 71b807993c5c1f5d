using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Knowing;

namespace AccountNudge.Bot.Conversation.Knowing;

/// <summary>The words of what is known of a client for good.</summary>
internal static class KnowingTexts
{
    public static readonly Text Noun = new($"what we know about them", $"was wir wissen");
    public static readonly Text NothingPrivate = new($"Nothing about family, health or faith, please", $"Bitte nichts über Familie, Gesundheit oder Glauben");
    public static readonly Text InBrief = new($"It’s in the brief from now on, for whoever asks for it.", $"Ab jetzt steht es im Kurzprofil, für alle, die es abrufen.");

    public static readonly Text PreferDoes = new($"keeps what someone likes", $"merkt, was jemand am liebsten hat");
    public static readonly Text PreferTitle = new($"Note what they like", $"Vorliebe merken");
    public static readonly Text PreferExample = new($"prefer Maria Jones by mail: reports on Mondays, short", $"vorliebe Sabine Klein per Mail: Berichte montags, kurz");
    public static readonly Text PreferLabel = new($"How do they like it?", $"Welche Vorliebe?");
    public static readonly Text ChannelLabel = new($"How do they like to be reached?", $"Am liebsten per");
    public static readonly Text AddressLabel = new($"How do they like to be addressed?", $"Anrede");
    public static readonly Text HowToAddress = new($"How to address", $"Anrede");
    public static readonly Text FirstName = new($"on first-name terms", $"per Du");
    public static readonly Text Surname = new($"by surname", $"per Sie");

    public static readonly Text TopicDoes = new($"keeps what’s on someone’s mind", $"merkt, was jemanden beschäftigt");
    public static readonly Text TopicTitle = new($"What’s on their mind", $"Thema merken");
    public static readonly Text TopicExample = new($"topic Maria Jones: moving the warehouse", $"thema Sabine Klein: Umzug des Lagers");
    public static readonly Text TopicLabel = new($"What’s on their mind?", $"Welches Thema?");

    public static readonly Text LimitDoes = new($"keeps what a client can’t go beyond", $"merkt, was beim Kunden nicht geht");
    public static readonly Text LimitTitle = new($"Note a limit", $"Grenze merken");
    public static readonly Text LimitExample = new($"limit Acme: no budget before July", $"grenze Weber: vor Juli kein Budget");
    public static readonly Text LimitLabel = new($"Time, budget or scope: what’s the limit?", $"Zeit, Budget oder Umfang: Was geht nicht?");

    public static readonly Text SituationDoes = new($"keeps how things stand with a client", $"merkt, wie es beim Kunden gerade steht");
    public static readonly Text SituationTitle = new($"Note how things stand", $"Lage merken");
    public static readonly Text SituationExample = new($"situation Acme: new management since January", $"lage Weber: seit Januar neue Geschäftsführung");
    public static readonly Text SituationLabel = new($"How do things stand?", $"Wie ist die Lage?");

    public static readonly Text RelatedDoes = new($"keeps someone to ask after", $"merkt, nach wem man sich erkundigt");
    public static readonly Text RelatedTitle = new($"Someone to ask after", $"Umfeld merken");
    public static readonly Text RelatedExample = new($"related Maria Jones: Fabian, business partner", $"umfeld Sabine Klein: Fabian, Geschäftspartner");
    public static readonly Text RelatedLabel = new($"Who? First name and role", $"Wer? Vorname und Rolle");
    public static readonly Text RelatedHint = new($"First name and role only, never family", $"Nur Vorname und Rolle, nie Familie");

    public static readonly Text AskTopics = new($"Their topics are more than six months old: what’s on their mind now?", $"Die Themen sind über sechs Monate alt: Was beschäftigt den Kunden inzwischen?");
    public static readonly Text BestBy = new($"Best by", $"Am liebsten per");

    /// <summary>As a label of a brief.</summary>
    public static Text Label(NoteKind kind) => kind switch
    {
        NoteKind.Preference => new($"Likes", $"Mag"),
        NoteKind.Topic => new($"On their mind", $"Thema"),
        NoteKind.Limit => new($"Limits", $"Grenzen"),
        NoteKind.Situation => new($"How things stand", $"Lage"),
        NoteKind.Remark => new($"Notes", $"Notizen"),
        _ => new($"Ask after", $"Umfeld"),
    };

    public static Text Headline(NoteKind kind, RichText who) => kind switch
    {
        NoteKind.Preference => new($"{who}: what they like", $"{who}: Vorliebe"),
        NoteKind.Topic => new($"{who}: what’s on their mind", $"{who}: Thema"),
        NoteKind.Limit => new($"{who}: a limit", $"{who}: Grenze"),
        NoteKind.Situation => new($"{who}: how things stand", $"{who}: Lage"),
        NoteKind.Remark => new($"{who}: notes from an import", $"{who}: Notizen aus einem Import"),
        _ => new($"{who}: someone to ask after", $"{who}: Umfeld"),
    };

    public static Text By(InteractionKind channel)
    {
        var by = Briefs.BriefTexts.By(channel);
        return new($"best by {by}", $"am liebsten per {by}");
    }

    public static Text Addressed(FormOfAddress address) => address == FormOfAddress.Du ? FirstName : Surname;

    /// <summary>In somebody's words, and of whom where that is not said already.</summary>
    public static Text Quoted(LastingNote note, string? of)
    {
        var words = note.Kind == NoteKind.Related ? Text.Verbatim(note.Text) : Wording.Excerpt(note.Text);
        return Of(words, of);
    }

    public static Text Of(Text words, string? of) => of is null ? words : new($"{words} ({of})", $"{words} ({of})");

    /// <summary>How things stand, with the day as of which; what is old says so first.</summary>
    public static Text AsOf(Text words, Text day, bool isOld) => isOld
        ? new($"as of {day}: {words}", $"Stand {day}: {words}")
        : new($"{words}, {day}", $"{words}, {day}");

    public static Text Told(NoteKind kind, string? contact)
    {
        var what = kind switch
        {
            NoteKind.Preference => new Text($"what they like", $"Vorliebe"),
            NoteKind.Topic => new($"what’s on their mind", $"Thema"),
            NoteKind.Limit => new($"a limit", $"Grenze"),
            NoteKind.Situation => new($"how things stand", $"Lage"),
            NoteKind.Remark => new($"notes from an import", $"Notizen aus einem Import"),
            _ => new($"someone to ask after", $"Umfeld"),
        };
        return contact is null ? what : new($"{contact}: {what}", $"{contact}: {what}");
    }

    public static Text WhatOccupies(string who) => new($"What’s on {who}’s mind at the moment?", $"Was beschäftigt {who} gerade?");

    public static Text HowToReach(string who) => new($"How does {who} like to be reached?", $"Wie ist {who} am liebsten zu erreichen?");

    public static Text HasDied(string name) => new($"{name} has died. I keep nothing new here.", $"{name} ist verstorben. Neues halte ich hier nicht mehr fest.");
}
