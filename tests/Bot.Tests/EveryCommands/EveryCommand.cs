using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.EveryCommands;

/// <summary>What a command leaves behind.</summary>
internal enum Leaves
{
    /// <summary>A change, which can be taken back.</summary>
    Change,

    /// <summary>Nothing: it only asks.</summary>
    Nothing,

    /// <summary>Something that is not taken back by "undo", for the reason its case gives.</summary>
    ForGood,
}

/// <summary>How a command is carried out in the example team.</summary>
/// <param name="Leaves">What it leaves behind.</param>
/// <param name="Before">
/// Lines that have to be said before. CLIENT and CONTACT stand for whom the example of the command speaks of, SELF for whoever speaks, OTHER for
/// somebody else, LANGUAGE for the language that is not spoken.
/// </param>
internal sealed record CommandCase(Leaves Leaves, params string[] Before)
{
    /// <summary>Words of its example, and what is said in place of them, for what is there already.</summary>
    public (string Words, string Instead)[] Instead { get; init; } = [];

    /// <summary>Why it is not taken back.</summary>
    public string Why { get; init; } = "";

    /// <summary>Buttons that are pressed after it, one after the other, before it is done.</summary>
    public string[] Then { get; init; } = [];

    /// <summary>What is filled into a form that no line can fill.</summary>
    public (string Field, string Value)[] Form { get; init; } = [];
}

/// <summary>
/// Every command there is, as its own example says it, in a team with some life in it: the commands come from the registry, their lines from what
/// help shows, and only what has to be said before stands here. A command without a case has none of its rows green.
/// </summary>
internal static partial class EveryCommand
{
    /// <summary>When the examples are said: a Wednesday.</summary>
    public static readonly LocalDateTime Now = new(2027, 3, 10, 10, 0);

    /// <summary>Ben's life with the clients of the examples: one of everything, of each of the two.</summary>
    public static IReadOnlyList<string> Life { get; } =
    [
        "account add \"Acme Ltd\" tier B owner @Clara since 2019-04-11", "account add \"Weber GmbH\" tier B owner @Clara since 2020-04-15", "account add O’Neill tier C owner @Ben",
        "contact add S. Klein at Weber GmbH",
        .. Of("Acme Ltd", "Maria Jones", "Paul Roth"), .. Of("Weber GmbH", "Sabine Klein", "Rita Roth"),
        "handover O’Neill to @Clara", "away from 2027-03-22 until 2027-03-26 deputy @Clara", "team closed 2027-08-02 to 2027-08-13",
    ];

    /// <summary>Whom the examples speak of.</summary>
    private static readonly IReadOnlyList<KnownName> Known =
    [
        .. Client("Acme Ltd", "Maria Jones"), .. Client("Weber GmbH", "Sabine Klein", "S. Klein"),
        .. ((string[])["Anna", "Ben", "Clara"]).Select(name => new KnownName(NameKind.Member, Guid.NewGuid(), name, default, null, $"U-{name}")),
    ];

    private static readonly CommandCase Asks = new(Leaves.Nothing);
    private static readonly CommandCase Records = new(Leaves.Change);

    /// <summary>By the command's id.</summary>
    public static IReadOnlyDictionary<string, CommandCase> Cases { get; } = new Dictionary<string, CommandCase>(StringComparer.Ordinal)
    {
        ["account.add"] = Records with { Instead = [("Weber GmbH", "Zoe Bau")] },
        ["account.deputy"] = Records,
        ["account.owner"] = Records,
        ["account.pause"] = Records,
        ["account.rename"] = Records,
        ["account.resume"] = new(Leaves.Change, "account pause CLIENT until 2027-08-31"),
        ["account.show"] = Asks,
        ["account.tier"] = Records,
        ["accounts"] = Asks,
        ["ack"] = Records,
        ["advice"] = Records,
        ["away"] = Records,
        ["back"] = new(Leaves.Change, "away until 2027-03-19"),
        ["birthday"] = Records,
        ["breach"] = Records,
        ["brief"] = Asks,
        ["calendar"] = new(Leaves.ForGood) { Why = "An address that was shown cannot be unseen: “calendar off” ends it." },
        ["cadence"] = Records,
        ["cadence.confirm"] = Records,
        ["chased"] = Records,
        ["complaint"] = Records,
        ["complaint.prevent"] = new(Leaves.Change, "resolve CLIENT", "confirm CLIENT"),
        ["complaint.remove"] = new(Leaves.ForGood, "complaint CLIENT: the wrong colour") { Why = "It takes a complaint back itself, with a word why; whoever wants it says it anew." },
        ["confirm"] = new(Leaves.Change, "resolve CLIENT"),
        ["contact.add"] = Records with { Instead = [("Sabine Klein", "Tom Berg")] },
        ["contact.back"] = new(Leaves.Change, "left CONTACT"),
        ["contact.email"] = Records,
        ["contact.merge"] = new(Leaves.ForGood) { Then = ["contact.merge"], Why = "What two entries had is one entry’s from then on; the question before it says so." },
        ["contact.phone"] = Records,
        ["contact.rename"] = Records,
        ["contact.role"] = Records,
        ["contact.show"] = Asks,
        ["deceased"] = Records,
        ["delay"] = Records,
        ["delay.told"] = Records,
        ["digest"] = Asks,
        ["expect"] = Records,
        ["expect.done"] = new(Leaves.Change, "expect CLIENT: more leads"),
        ["expect.holds"] = new(Leaves.Change, "expect CLIENT: more leads"),
        ["export"] = new(Leaves.ForGood) { Why = "A file waits for whoever asked for it and goes by itself; that it was asked for stays known." },
        ["farewell"] = new(Leaves.Change, "left CONTACT"),
        ["forget"] = new(Leaves.ForGood) { Then = ["forget.confirm"], Why = "Nothing is left to bring back; the question before it says so." },
        ["handover"] = Records,
        ["help"] = Asks,
        ["hint"] = Records,
        ["hints"] = Asks,
        ["hook"] = Records,
        ["hours"] = new(Leaves.ForGood) { Why = "One’s own hours are nobody’s record: the answer says how to go back to the team’s." },
        ["import"] = Asks,
        ["left"] = Records,
        ["limit"] = Records,
        ["log"] = Records,
        ["lost"] = Records,
        ["lost.reason"] = new(Leaves.Change, "lost CLIENT"),
        ["lost.reminder"] = new(Leaves.Change, "lost CLIENT"),
        ["mediator"] = Records,
        ["mediator.decline"] = Records,
        ["milestone"] = Records,
        ["objection"] = Records,
        ["occasion"] = Records,
        ["occasions"] = Records,
        ["open"] = Asks,
        ["override"] = Records,
        ["part"] = Records,
        ["part.step"] = new(Leaves.Change, "part CLIENT: it does not fit"),
        ["plan"] = Records,
        ["plan.cancel"] = Records,
        ["plan.move"] = Records,
        ["prefer"] = Records,
        ["project"] = Records,
        ["project.best"] = new(Leaves.Change, "project CLIENT: new website"),
        ["project.done"] = new(Leaves.Change, "project CLIENT: new website"),
        ["promise"] = Records,
        ["promise.confirmed"] = new(Leaves.Change, "moved CLIENT to 2027-03-18", "moved CLIENT to 2027-03-19"),
        ["promise.kept"] = Records,
        ["promise.moved"] = Records,
        ["promise.withdrawn"] = Records,
        ["quiet"] = Asks,
        ["referral"] = Records,
        ["related"] = Records,
        ["reopen"] = new(Leaves.Change, "resolve CLIENT"),
        ["reserved"] = Records,
        ["resolve"] = Records,
        ["returned"] = new(Leaves.Change, "lost CLIENT"),
        ["risk"] = Records,
        ["risk.resolved"] = new(Leaves.Change, "risk CLIENT competitor: an offer"),
        ["risk.step"] = new(Leaves.Change, "risk CLIENT competitor: an offer"),
        ["satisfied"] = Records,
        ["search"] = Asks,
        ["senior"] = new(Leaves.Change, "breach CLIENT: they heard it elsewhere"),
        ["settings"] = Asks,
        ["share"] = Records,
        ["since"] = Records,
        ["situation"] = Records,
        ["snooze"] = Records with { Then = ["matter.choose"] },
        ["status"] = Records,
        ["status.agree"] = Records,
        ["successor"] = new(Leaves.Change, "left CONTACT"),
        ["successor.nobody"] = new(Leaves.Change, "left CONTACT"),
        ["successor.takes-over"] = new(Leaves.Change, "left CONTACT", "successor CONTACT is Tom Berg"),
        ["team.address"] = Records,
        ["team.ceiling"] = new(Leaves.Change, "team ceiling A 4"),
        ["team.closed"] = Records,
        ["team.floor"] = new(Leaves.Change, "team floor A 20"),
        ["team.here"] = Asks,
        ["team.hintdays"] = Records,
        ["team.hintsmorning"] = Records,
        ["team.hookdays"] = Records,
        ["team.hours"] = Records,
        ["team.keepformer"] = Records,
        ["team.keepgone"] = Records,
        ["team.keeptalks"] = Records,
        ["team.language"] = new(Leaves.Change, "team language LANGUAGE") { Instead = [("language German", "language English")] },
        ["team.manager"] = new(Leaves.ForGood) { Why = "Who manages decides who may change it: “team manager remove” is the way back, and only managers have it." },
        ["team.manager.remove"] = new(Leaves.ForGood, "team manager SELF", "team manager OTHER") { Why = "The way back is to be named by those who manage." },
        ["team.morning"] = Records,
        ["team.name"] = Records,
        ["team.open"] = new(Leaves.Change, "team closed 2027-12-24"),
        ["team.region"] = Records,
        ["team.settings"] = Records with { Form = [("name", "Key accounts")] },
        ["team.spelling"] = Records,
        ["team.visitmonths"] = Records,
        ["team.zone"] = new(Leaves.Change, "team zone Vienna"),
        ["timeline"] = Asks,
        ["today"] = Asks,
        ["token.create"] = new(Leaves.ForGood) { Why = "A token that was shown cannot be unseen: “token revoke” ends it." },
        ["token.list"] = Asks,
        ["token.revoke"] = new(Leaves.ForGood, "token create Telephones", "token create Telefonanlage") { Why = "What was ended for safety does not come back by an undo: another token is made." },
        ["topic"] = Records,
        ["undo"] = new(Leaves.ForGood, "log CLIENT: said hello") { Why = "What was taken back is said anew." },
        ["unjustified"] = Records,
        ["unreserved"] = new(Leaves.Change, "reserved CLIENT"),
        ["update"] = Records,
        ["waiting"] = Records,
    };

    /// <summary>The case of a command; a new command needs one.</summary>
    public static CommandCase CaseOf(Command command) =>
        Cases.GetValueOrDefault(command.Words.Id) ?? throw new ShouldAssertException($"{command.Words.Id} has no case in {nameof(EveryCommand)}: say there what has to be said before its example.");

    /// <summary>The command's example, as somebody says it; colleagues as <c>@Ben</c>.</summary>
    public static string Line(Command command, Language language)
    {
        var line = command.Words.Example.Plain(Voice(language));
        return CaseOf(command).Instead.Aggregate(line, (said, instead) => said.Replace(instead.Words, instead.Instead, StringComparison.Ordinal));
    }

    /// <summary>What has to be said before; colleagues as <c>@Ben</c>.</summary>
    public static IEnumerable<string> Before(Command command, Language language)
    {
        var (client, contact) = Clients(Line(command, language));
        var (self, other) = language == Language.German ? ("@Clara", "@Anna") : ("@Anna", "@Ben");
        return CaseOf(command).Before.Select(line => line.Replace("CLIENT", client, StringComparison.Ordinal).Replace("CONTACT", contact, StringComparison.Ordinal)
            .Replace("SELF", self, StringComparison.Ordinal).Replace("OTHER", other, StringComparison.Ordinal)
            .Replace("LANGUAGE", language == Language.German ? "English" : "German", StringComparison.Ordinal));
    }

    /// <summary>Whether the words of a command alone open a form.</summary>
    public static bool HasForm(Command command) => command.OnlyForm || (command.Slots.Count > 0 && !command.RunsBare);

    /// <summary>What its example says, field by field, as people fill it into its form.</summary>
    public static IReadOnlyDictionary<string, string> Filled(Command command, Language language, IReadOnlyList<Command> commands)
    {
        if (CaseOf(command).Form is { Length: > 0 } form) return form.ToDictionary(field => field.Field, field => field.Value);
        var line = Mentioning(Line(command, language), name => $"@[U-{name}|{name}]");
        var read = CommandReader.Read(line, commands, Known, Now).ShouldBeOfType<Understood>(line);
        return command.Slots.Where(slot => read.Arguments.Raw.ContainsKey(slot.Name)).ToDictionary(slot => slot.Name, slot => Typed(slot, read.Arguments.Raw[slot.Name], language));
    }

    private static string Typed(Slot slot, string raw, Language language) => slot.Kind switch
    {
        SlotKind.Choice => raw,
        SlotKind.When when !slot.MayHaveTime => raw.Split('T')[0],
        _ => ShownValue.Of(slot, raw, Known, language),
    };

    /// <summary>A line in which every colleague is mentioned as a platform does.</summary>
    public static string Mentioning(string line, Func<string, string> mention) => Colleague().Replace(line, found => mention(found.Groups["name"].Value));

    public static Voice Voice(Language language) => language == Language.German ? Core.Texts.Voice.German : Core.Texts.Voice.English;

    private static (string Client, string Contact) Clients(string line) =>
        line.Contains("Weber", StringComparison.Ordinal) || line.Contains("Klein", StringComparison.Ordinal) ? ("Weber GmbH", "Sabine Klein") : ("Acme Ltd", "Maria Jones");

    private static IEnumerable<KnownName> Client(string name, params string[] people)
    {
        var id = Guid.NewGuid();
        return [new KnownName(NameKind.Account, id, name, id), .. people.Select(person => new KnownName(NameKind.Contact, Guid.NewGuid(), person, id))];
    }

    private static string[] Of(string client, string contact, string gone) =>
    [
        $"contact add {contact} at {client} role Buyer phone +49 170 1234567 birthday 1977-03-15", $"contact add {gone} at {client}", $"left {gone} for Globex",
        $"log {client} call incoming so-so with {contact} 2027-03-04: asked about the spring fair, die Frühjahrsmesse", $"complaint {client} by {contact}: the part is broken",
        $"promise {client} to {contact}: the sample, das Muster, by 2027-03-12", $"plan {client} visit with {contact} 2027-03-16T10:00: yearly review",
        $"hook {contact}: was off to Fuerteventura", $"prefer {contact} by call: short reports", $"topic {contact}: a new hall", $"limit {client}: no budget before May",
        $"situation {client}: moving", $"related {contact}: Fabian, business partner", $"cadence {client} every 3 weeks at most weekly by call", $"status rhythm {client} every week on Monday",
        $"delay {client}: the parts come later", $"milestone {client}: web shop launched on 2027-02-26", $"occasion {client}: trade fair on 20 May",
    ];

    [GeneratedRegex("@(?<name>Anna|Ben|Clara)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Colleague();
}
