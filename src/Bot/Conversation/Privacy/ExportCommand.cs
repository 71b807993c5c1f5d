using System.Security.Cryptography;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Exports;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Privacy;

/// <summary>Where colleagues reach this bot in a browser.</summary>
/// <param name="Url">Ends with a slash; null where nobody has said.</param>
public sealed record FilesAddress(Uri? Url);

/// <summary>
/// Hands over what is kept: about one person, to read and for machines (GDPR, articles 15 and 20), or all clients of a team in the shape in which
/// they are imported. For managers alone, to the asker alone, by an address that works once.
/// </summary>
internal sealed class ExportCommand(FilesAddress? address = null) : Command(
    new("export", CommandGroup.LookAfter, new("export", "auskunft|exportieren"), PrivacyTexts.DoesExport, PrivacyTexts.ExampleExport, PrivacyTexts.TitleExport))
{
    private const int TokenBytes = 32;
    private static readonly Duration Fetchable = Duration.FromMinutes(15);

    private static readonly Slot Contact = new("contact", SlotKind.Contact, PrivacyTexts.Person) { AlsoGone = true, Hint = PrivacyTexts.WholeTeamHint };

    private static readonly Slot InLanguage = new("language", SlotKind.Choice, PrivacyTexts.InLanguage)
    {
        Choices = [new("en", new("in English", "auf Englisch"), TeamTexts.LanguageName(Language.English)), new("de", new("in German", "auf Deutsch"), TeamTexts.LanguageName(Language.German))],
    };

    public override IReadOnlyList<Slot> Slots { get; } = [Contact, InLanguage];

    public override Text? NeverCreates => PrivacyTexts.NobodyOfThatName;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.NameOrNone(Contact.Name);
        var account = name is null ? null : await turn.Account(name, cancellation);
        if ((account is null ? TeamChoice.Of(turn) : turn.TeamOf(account)) is not { } team) return TeamChoice.Ask(turn, this, arguments);
        await TeamChoice.MustManage(turn, team, cancellation);
        if (address is not { Url: { } url }) throw new RefusalException(PrivacyTexts.NoAddress);
        var language = arguments.Choice(InLanguage.Name) switch { "de" => Language.German, "en" => Language.English, _ => team.Settings.Language };
        return name is null ? await OfTeam(turn, team, language, url, cancellation) : await OfPerson(turn, name, team, language, url, cancellation);
    }

    private static async Task<Reply> OfPerson(TurnContext turn, KnownName name, AccountTeam team, Language language, Uri url, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(name, cancellation);
        var contact = facts.Contacts.First(contact => contact.Id == name.Id);
        var export = await PersonExport.Read(turn.Store, contact, facts, team, cancellation);
        var readable = PersonPage.Of(export, turn.Workspace.Voice(language), turn.Workspace.Platform, turn.Now.InZone(facts.Calendar.Zone).LocalDateTime);
        var isGerman = language == Language.German;
        var buttons = new[]
        {
            Keep(turn, team, isGerman ? "auskunft.html" : "your-data.html", readable, url),
            Keep(turn, team, isGerman ? "auskunft.json" : "your-data.json", export.ToJson(turn.Now), url),
        };
        Audit(turn, team, PrivacyAct.PersonExported, 1);
        return Reply.Asker(new Card(PrivacyTexts.PersonReady(People.Of(contact, facts.Account)).In(turn.OwnVoice), [
            new Paragraph(PrivacyTexts.PersonFiles.In(turn.OwnVoice)), new Note(PrivacyTexts.FileOnce.In(turn.OwnVoice)), new Actions(buttons)]));
    }

    private static async Task<Reply> OfTeam(TurnContext turn, AccountTeam team, Language language, Uri url, CancellationToken cancellation)
    {
        var directory = await turn.Store.ReadDirectory(team.Id, turn.Now, cancellation);
        var file = language == Language.German ? "kunden.csv" : "clients.csv";
        var button = Keep(turn, team, file, TeamExport.Csv(directory, language), url);
        Audit(turn, team, PrivacyAct.TeamExported, directory.Contacts.Count);
        return Reply.Asker(new Card(PrivacyTexts.TeamReady(directory.Accounts.Count, directory.Contacts.Count).In(turn.OwnVoice), [
            new Note(PrivacyTexts.FileOnce.In(turn.OwnVoice)), new Actions([button])]));
    }

    /// <summary>Keeps a file until it is fetched. What its address ends in is kept as a hash alone.</summary>
    private static Button Keep(TurnContext turn, AccountTeam team, string name, byte[] content, Uri url)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        turn.Store.ExportFiles.Add(new ExportFile
        {
            WorkspaceId = team.WorkspaceId, TeamId = team.Id, MemberId = turn.Speaker.Id, TokenHash = FileTokens.Hash(token), Name = name, Content = content, ExpiresAt = turn.Now + Fetchable,
        });
        return new Button(FileFetched.ActionId, PrivacyTexts.Fetch(name).Plain(turn.OwnVoice), ButtonValue.For(Guid.Empty).ToString()) { Url = new Uri(url, $"files/{token}").AbsoluteUri };
    }

    private static void Audit(TurnContext turn, AccountTeam team, PrivacyAct act, int count) =>
        turn.Store.Audit.Add(new AuditEntry { WorkspaceId = team.WorkspaceId, TeamId = team.Id, MemberId = turn.Speaker.Id, At = turn.Now, Act = act, Count = count });
}

/// <summary>What the addresses of files end in.</summary>
internal static class FileTokens
{
    /// <summary>As it is kept.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token)));
}

/// <summary>[Download …] opens its address; Slack tells of the press all the same (docs.slack.dev/reference/block-kit/block-elements/button-element).</summary>
internal sealed class FileFetched : ButtonAction
{
    public const string ActionId = "file.fetch";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) => Task.FromResult(Reply.Silent);
}
