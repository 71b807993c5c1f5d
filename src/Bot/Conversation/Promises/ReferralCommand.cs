using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Briefs;
using AccountNudge.Core.Promises;

namespace AccountNudge.Bot.Conversation.Promises;

/// <summary>Notes that somebody recommended us, and promises them our thanks.</summary>
internal sealed partial class ReferralCommand() : Command(
    new("referral", CommandGroup.Tell, new("referral|referred by|recommendation|recommended by", "empfehlung|empfohlen von|weiterempfehlung"), ReferralTexts.Does, ReferralTexts.Example, ReferralTexts.Title)), IProposedOfPerson
{
    private const int LongestWhom = 80;
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly Slot Who = new("name", SlotKind.AccountOrContact, ReferralTexts.Who) { Required = true, Hint = BriefTexts.NameHint, Word = BriefTexts.NameWord };
    private static readonly Slot Whom = CommonSlots.Text(ReferralTexts.Whom, required: true);
    private static readonly Slot Promiser = PromiseSlots.By with { Label = ReferralTexts.Thanker, Keyword = new("thanked by", "dank von") };

    public override IReadOnlyList<Slot> Slots { get; } = [Who, Promiser, Whom];

    public override IReadOnlyList<Saying> Hints { get; } =
        [new(new("recommended|referred us|has referred us", "empfohlen|weiterempfohlen"), Nothing)];

    public Slot Person => Who;

    public bool AlsoOfClient => true;

    public Text Question(RichText who) => ReferralTexts.ShallNote(who);

    public Text Answer => ReferralTexts.NoteIt;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(Who.Name);
        var facts = await turn.FactsOf(name, cancellation);
        var contact = name.Kind == NameKind.Contact ? facts.Contacts.First(known => known.Id == name.Id) : null;
        if (contact is { IsThere: false }) throw new RefusalException(ReferralTexts.IsGone(contact.Name)) { Fields = new Dictionary<string, Text> { [Who.Name] = ReferralTexts.IsGone(contact.Name) } };
        var whom = PromiseSlots.Unquoted(arguments.Text(Whom.Name)).Trim();
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var (referral, thanks) = Referral.Note(
            facts.Account, contact?.Id, whom, ReferralTexts.Thanks(whom).Plain(turn.Voice), arguments.NameOrNone(Promiser.Name)?.Id ?? turn.Speaker.Id, facts.Referrals,
            turn.MemberActOn(facts, change.Id));
        turn.Store.Referrals.Add(referral);
        turn.Store.Promises.Add(thanks);
        return PromiseCard.Reply(turn, thanks, facts);
    }

    /// <summary>Who recommended whom to us, or us to whom; null where it was neither.</summary>
    public IReadOnlyDictionary<string, string>? Given(string sentence)
    {
        if (new[] { English(), German() }.Select(said => said.Match(sentence)).FirstOrDefault(said => said.Success) is not { } match) return null;
        var whom = match.Groups["whom"].Value.Trim(' ', '.', '!', ',', ';');
        return whom.Length is 0 or > LongestWhom ? Nothing : new Dictionary<string, string>(StringComparer.Ordinal) { [Whom.Name] = whom };
    }

    [GeneratedRegex(@"\b(?:recommended|referred) (?:us(?: to (?<whom>.+))?$|(?<whom>.+?) to us\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:hat|haben|habe) uns\b(?: (?:an|bei)\b)?(?: (?:der|die|den|dem)\b)? ?(?<whom>.*?) ?\b(?:weiter)?empfohlen\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex German();
}

/// <summary>The words of recommendations.</summary>
internal static class ReferralTexts
{
    public static readonly Text Does = new($"note a recommendation; a thank-you is promised", $"Empfehlung festhalten; Dank wird zugesagt");
    public static readonly Text Title = new($"Note a recommendation", $"Empfehlung festhalten");
    public static readonly Text Example = new($"referral Maria Jones: Miller & Sons", $"empfehlung Sabine Klein: Otto KG");
    public static readonly Text Who = new($"Who recommended us?", $"Wer hat uns empfohlen?");
    public static readonly Text Whom = new($"To whom, or whom?", $"Wem, oder wen?");
    public static readonly Text Thanker = new($"Who thanks them?", $"Wer bedankt sich?");
    public static readonly Text NoteIt = new($"Note it, I’ll thank them", $"Notieren, ich danke");
    public static readonly Text Recommended = new($"Recommended us", $"Hat uns empfohlen");

    public static Text Thanks(string whom) => new($"Thank them for recommending us ({whom})", $"Dank für die Empfehlung ({whom})");

    public static Text ShallNote(RichText who) => new($"{who}: a recommendation. Shall I note it?", $"{who}: eine Empfehlung. Soll ich sie festhalten?");

    public static Text IsGone(string name) => new($"{name} isn’t there any more. Who else was it?", $"{name} ist nicht mehr dort. Wer war es sonst?");

    public static Text Told(string? who) => who is null ? new($"recommended us", $"hat uns empfohlen") : new($"recommended by {who}", $"Empfehlung von {who}");

    public static Text InBrief(string whom, string? who, LocalDate on) => who is null
        ? new($"{whom} ({on:MMMM uuuu})", $"{whom} ({on:MMMM uuuu})")
        : new($"{whom} ({who}, {on:MMMM uuuu})", $"{whom} ({who}, {on:MMMM uuuu})");
}
