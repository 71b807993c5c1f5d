using System.Globalization;
using NodaTime.Text;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>Draws a command's form from its slots.</summary>
public static class FormBuilder
{
    /// <summary>What a platform shows whole: docs.slack.dev/reference/views/modal-views.</summary>
    private const int LongestTitle = 24;
    private const int MostChoices = 100;
    private const int LongestLine = 75;
    private static readonly Text Save = new($"Save", $"Speichern");
    private static readonly Text ForExample = new($"For example", $"Zum Beispiel");
    private static readonly Text Cancel = new($"Cancel", $"Abbrechen");

    /// <summary>Opens the form of a command, with the names that the speaker's teams know.</summary>
    public static async Task<Reply> Open(TurnContext turn, Command command, IReadOnlyDictionary<string, string> prefill, CancellationToken cancellation, string context = "")
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(prefill);
        return Reply.Open(Build(command, prefill.Count > 0 ? prefill : command.Present(turn), await turn.Names(cancellation), turn.OwnVoice, context));
    }

    /// <summary>Opens the form of a command about an account of the speaker's, with the account and what else is known in it.</summary>
    internal static async Task<Reply> OpenAbout(TurnContext turn, Guid accountId, Command command, CancellationToken cancellation, params (Slot Slot, string Value)[] known)
    {
        if (await turn.AccountOf(accountId, cancellation) is null) return Replies.NotThere(turn);
        var given = CommonSlots.Given(accountId);
        foreach (var (slot, value) in known) given[slot.Name] = value;
        return await Open(turn, command, given, cancellation);
    }

    /// <summary>The form of a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="prefill">What stands in it, as <c>Raw</c>: see <see cref="Arguments.Raw"/> and <see cref="NotUnderstood.Prefill"/>.</param>
    /// <param name="names">The names the speaker's teams know.</param>
    /// <param name="voice">The reader's.</param>
    /// <param name="context">Comes back unchanged.</param>
    public static Form Build(
        Command command, IReadOnlyDictionary<string, string> prefill, IReadOnlyList<KnownName> names, Voice voice, string context)
    {
        var slots = command.Slots;
        var fields = slots.Select(slot => Field(slot, slots, prefill, names, voice)).ToList();
        return new Form(command.Words.Id, Title(command, voice), fields, Save.Plain(voice), context) { Close = Cancel.Plain(voice) };
    }

    /// <summary>A command that takes nothing can still be asked for its form from outside: its words will do.</summary>
    private static string Title(Command command, Voice voice) =>
        Shortening.Of(command.Words.Title?.Plain(voice) ?? Capital(Phrases.First(command.Words.Phrase, voice.Language)), LongestTitle);

    private static Field Field(
        Slot slot, IReadOnlyList<Slot> slots, IReadOnlyDictionary<string, string> prefill, IReadOnlyList<KnownName> names, Voice voice)
    {
        var raw = prefill.GetValueOrDefault(slot.Name) ?? "";
        var field = new Field(slot.Name, slot.Label.Plain(voice), Kind(slot, raw))
        {
            Required = slot.Required,
            Value = raw,
            Hint = slot.Hint?.Plain(voice),
            Examples = ForExample.Plain(voice),
            Group = slots.Count > 1 && slot.Group is { } heading ? heading.Plain(voice) : "",
        };
        return slot.Kind switch
        {
            SlotKind.Choice or SlotKind.Phrase => field with { Choices = [.. slot.Choices.Select(choice => new FieldChoice(choice.Value, choice.Label.Plain(voice)))] },
            SlotKind.When or SlotKind.DayOfYear => field with { Value = Shown(field, raw, voice.Language) },
            SlotKind.NewName or SlotKind.Prose => field,
            _ => Named(field with { Choices = Suggestions(slot, slots, prefill, names, voice) }, names),
        };
    }

    private static FieldKind Kind(Slot slot, string raw) => slot.Kind switch
    {
        SlotKind.Prose => FieldKind.Paragraph,
        SlotKind.Choice => FieldKind.Choice,
        SlotKind.Phrase when slot.Choices.Count > 0 => FieldKind.Suggest,
        SlotKind.NewName or SlotKind.Phrase or SlotKind.DayOfYear => FieldKind.Line,
        SlotKind.When => slot.MayHaveTime ? FieldKind.Line : raw.Length == 0 || LocalDatePattern.Iso.Parse(raw).Success ? FieldKind.Date : FieldKind.Line,
        _ => FieldKind.Suggest,
    };

    /// <summary>A calendar field holds ISO; a line holds words, so that a time of day or a day without its year is not lost.</summary>
    private static string Shown(Field field, string raw, Language language) => field.Kind == FieldKind.Date ? raw : Given.InWords(raw, language);

    /// <summary>The id of someone who does not fit, or is no longer there, is shown by name or not at all.</summary>
    private static Field Named(Field field, IReadOnlyList<KnownName> names)
    {
        if (field.Choices.Any(choice => choice.Value == field.Value)) return field;
        if (Guid.TryParseExact(field.Value, "N", out var id)) return field with { Value = names.FirstOrDefault(name => name.Id == id)?.Name ?? "" };
        return Token.Of(field.Value) is [{ Kind: TokenKind.Mention } mention] ? field with { Value = mention.Text } : field;
    }

    /// <summary>The names that fit, what already stands in the field first.</summary>
    private static IReadOnlyList<FieldChoice> Suggestions(
        Slot slot, IReadOnlyList<Slot> slots, IReadOnlyDictionary<string, string> prefill, IReadOnlyList<KnownName> names, Voice voice)
    {
        var account = slots.Any(other => other.Name == slot.Within) && Guid.TryParseExact(prefill.GetValueOrDefault(slot.Within!), "N", out var id) ? id : default;
        var current = prefill.GetValueOrDefault(slot.Name);
        var fitting = names.Where(name => Fits(slot.Kind, name.Kind) && (account == default || name.AccountId == account))
            .Where(name => !name.IsGone || slot.AlsoGone || slot.Kind == SlotKind.AccountOrContact || name.Id.ToString("N", CultureInfo.InvariantCulture) == current);
        var companies = names.Where(name => name.Kind == NameKind.Account).GroupBy(name => name.Id).ToDictionary(group => group.Key, group => group.First().Name);
        return [.. fitting
            .Select(name => (Name: name, Value: name.Id.ToString("N", CultureInfo.InvariantCulture)))
            .OrderBy(item => item.Value == current ? 0 : 1)
            .ThenBy(item => item.Name.Name, StringComparer.Create(voice.Culture, ignoreCase: true))
            .Take(MostChoices)
            .Select(item => new FieldChoice(item.Value, Labelled(item.Name, companies)))];
    }

    private static bool Fits(SlotKind slot, NameKind name) => slot switch
    {
        SlotKind.Account => name == NameKind.Account,
        SlotKind.Member => name == NameKind.Member,
        SlotKind.Contact => name == NameKind.Contact,
        _ => name is NameKind.Account or NameKind.Contact,
    };

    private static string Labelled(KnownName name, Dictionary<Guid, string> companies)
    {
        var label = name.Kind == NameKind.Contact && companies.TryGetValue(name.AccountId, out var company) ? $"{name.Name} · {company}" : name.Name;
        return Shortening.Of(label, LongestLine);
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
