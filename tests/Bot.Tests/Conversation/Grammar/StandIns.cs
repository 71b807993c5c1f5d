using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

/// <summary>Commands that take what real ones take, and a small world of names.</summary>
internal static class StandIns
{
    /// <summary>A Wednesday.</summary>
    public static readonly LocalDateTime Now = new(2027, 5, 12, 10, 30);

    private static readonly Slot Account = Slot("account", SlotKind.Account, "Account", "Kunde") with { Required = true };
    private static readonly Slot Text = Slot("text", SlotKind.Prose, "What was said?", "Was wurde gesagt?") with { Required = true };

    private static readonly Slot Kind = Slot("kind", SlotKind.Choice, "Kind", "Art") with
    {
        Choices =
        [
            Choice("visit", "visit", "besuch"), Choice("call", "call", "telefonat|anruf"), Choice("video", "video", "video"), Choice("mail", "mail|email", "mail"),
            Choice("chat", "chat", "chat"), Choice("greeting", "greeting", "gruß"), Choice("gift", "gift", "geschenk"), Choice("newsletter", "newsletter", "newsletter"),
        ],
    };

    private static readonly Slot Balance = Slot("balance", SlotKind.Choice, "Give or ask", "Geben oder bitten") with
    {
        Choices = [Choice("give", "give", "gabe"), Choice("ask", "ask", "bitte")],
    };

    private static readonly Slot Tier = Slot("tier", SlotKind.Choice, "Tier", "Stufe") with
    {
        Keyword = new("tier", "stufe"),
        Choices = [Choice("A", "A", "A"), Choice("B", "B", "B"), Choice("C", "C", "C")],
    };

    public static readonly Command Log = new StandIn("log", new("log", "notiz"), Account, Kind, With("with", "mit"), Day("when") with { Past = true }, Balance, Text);

    public static readonly Command Complaint = new StandIn("complaint", new("complaint", "beschwerde"), Account, With("by", "von"), Text);

    public static readonly Command Promise = new StandIn(
        "promise", new("promise", "zusage"), Account, With("to", "an"), Text, Day("due") with { Required = true, Keyword = new("by|until", "bis") });

    public static readonly Command Birthday = new StandIn(
        "birthday", new("birthday", "geburtstag"), Slot("contact", SlotKind.Contact, "Contact", "Ansprechperson") with { Required = true },
        Slot("day", SlotKind.DayOfYear, "Day", "Tag") with { Required = true });

    public static readonly Command Since = new StandIn("since", new("since", "seit"), Account, Day("date") with { Required = true, Past = true });

    public static readonly Command AccountAdd = new StandIn(
        "account.add", new("account add", "kunde neu"), Slot("name", SlotKind.NewName, "Name", "Name") with { Required = true }, Tier,
        Slot("owner", SlotKind.Member, "Owner", "Betreuung") with { Keyword = new("owner", "betreuung") },
        Day("since") with { Past = true, Keyword = new("since", "seit") });

    public static readonly Command ContactAdd = new StandIn(
        "contact.add", new("contact add", "ansprechperson neu"), Slot("name", SlotKind.NewName, "Name", "Name") with { Required = true },
        Account with { Keyword = new("at", "bei") },
        Slot("role", SlotKind.Phrase, "Role", "Rolle") with { Keyword = new("role", "rolle") },
        Slot("phone", SlotKind.Phrase, "Phone", "Telefon") with { Keyword = new("phone", "telefon") },
        Slot("birthday", SlotKind.DayOfYear, "Birthday", "Geburtstag") with { Keyword = new("birthday", "geburtstag") });

    public static readonly Command Snooze = new StandIn(
        "snooze", new("snooze", "wiedervorlage"), Account, Day("until") with { Required = true, Keyword = new("until", "bis") });

    public static readonly Command Away = new StandIn(
        "away", new("away", "abwesend"), Day("until") with { Required = true, After = "from", Keyword = new("until|till|to", "bis") },
        Day("from") with { Keyword = new("from", "ab|von|vom") },
        Slot("deputy", SlotKind.Member, "Deputy", "Vertretung") with { Keyword = new("deputy", "vertretung") });

    public static readonly Command Ack = new StandIn("ack", new("ack", "eingang"), Account, Text with { Required = false });

    public static readonly Command Brief = new StandIn(
        "brief", new("brief", "kurzprofil"), Slot("who", SlotKind.AccountOrContact, "Who?", "Wer?") with { Required = true });

    public static readonly Command Today = new StandIn("today", new("today", "heute"));

    public static readonly IReadOnlyList<Command> Commands =
        [Log, Complaint, Promise, Birthday, Since, AccountAdd, ContactAdd, Snooze, Away, Ack, Brief, Today];

    public static readonly KnownName Acme = Company("Acme Ltd");
    public static readonly KnownName WeberGmbH = Company("Weber GmbH");
    public static readonly KnownName WeberBau = Company("Weber Bau GmbH & Co. KG");
    public static readonly KnownName Mueller = Company("Müller & Söhne AG");
    public static readonly KnownName ByDesign = Company("By Friday: Design");
    public static readonly KnownName Nord = Company("Nordlicht");
    public static readonly KnownName NordGmbH = Company("Nordlicht GmbH");
    public static readonly KnownName Sabine = Person("Sabine Klein", WeberGmbH, "+49 (0)170 123 45 67");
    public static readonly KnownName Peter = Person("Dr. Peter Klein", Acme);
    public static readonly KnownName Jonas = Person("Jonas Größer", Acme);
    public static readonly KnownName Anna = new(NameKind.Member, Guid.NewGuid(), "Anna Berg", PersonId: "U1");

    public static readonly IReadOnlyList<KnownName> Names =
        [Acme, WeberGmbH, WeberBau, Mueller, ByDesign, Nord, NordGmbH, Sabine, Peter, Jonas, Anna];

    public static Reading Read(string line) => CommandReader.Read(line, Commands, Names, Now);

    public static Arguments Understand(string line, Command command)
    {
        var understood = Read(line).ShouldBeOfType<Understood>(line);
        understood.Command.ShouldBe(command);
        return understood.Arguments;
    }

    private static Slot Slot(string name, SlotKind kind, string english, string german) => new(name, kind, new Text($"{english}", $"{german}"));

    private static Slot Day(string name) => Slot(name, SlotKind.When, "When", "Wann");

    private static Slot With(string english, string german) =>
        Slot("contact", SlotKind.Contact, "Contact", "Ansprechperson") with { Keyword = new(english, german), Within = "account" };

    private static SlotChoice Choice(string value, string english, string german) => new(value, new(english, german), new Text($"{english}", $"{german}"));

    private static KnownName Company(string name)
    {
        var id = Guid.NewGuid();
        return new KnownName(NameKind.Account, id, name, id);
    }

    private static KnownName Person(string name, KnownName company, string? phone = null) => new(NameKind.Contact, Guid.NewGuid(), name, company.Id, phone);

    private sealed class StandIn(string id, Phrase phrase, params Slot[] slots) : Command(new(
        id, CommandGroup.Tell, phrase, new($"records something that is long to say", $"hält etwas fest"), new($"{id}", $"{id}"),
        slots.Length == 0 ? null : new Text($"Record something", $"Etwas festhalten")))
    {
        public override IReadOnlyList<Slot> Slots => slots;

        public override Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) => Task.FromResult(Reply.Silent);
    }
}
