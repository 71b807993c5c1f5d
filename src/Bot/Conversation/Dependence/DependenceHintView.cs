using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Dependence;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Dependence;

/// <summary>How a manager is asked for a next step where much hangs by one client.</summary>
internal sealed class DependenceHintView() : HintView(DependenceHint.Kind, new($"how much hangs on one client", $"wie viel an einem Kunden hängt"))
{
    protected override Phrase? ShortNames { get; } = new("share|dependence|revenue share", "anteil|umsatzanteil|abhängigkeit");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        var percent = line.Facts.Of<DependenceFacts>()?.Share.Percent ?? 0;
        return new(
            $"{who}: {percent} % of the revenue comes from them. What would be the next step towards a plan B?",
            $"{who}: {percent} % des Umsatzes kommen von ihnen. Was wäre der nächste Schritt zu einem Plan B?");
    }

    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context) => [DependenceTexts.OnlyManagers];

    protected override IEnumerable<Button> Ways(NudgeLine line, Voice voice) =>
        [new Button(SharePressed.ActionId, DependenceTexts.NoteStep.Plain(voice), ButtonValue.For(line.Account.Id).ToString(), ButtonStyle.Primary)];

    protected override Text Followed(string settlement) => new($"noted it", $"hat es notiert");
}

/// <summary>The words about how much hangs on one client.</summary>
internal static class DependenceTexts
{
    public static readonly Text Does = new($"notes how much of the revenue comes from a client (managers only)", $"notiert den Umsatzanteil eines Kunden (nur Leitung)");
    public static readonly Text Title = new($"Share of the revenue", $"Umsatzanteil");
    public static readonly Text Example = new($"share Acme 30 %: win two more clients by summer", $"anteil Weber 30 %: bis Sommer zwei neue Kunden gewinnen");
    public static readonly Text PercentLabel = new($"Share of the revenue, in percent", $"Anteil am Umsatz, in Prozent");
    public static readonly Text StepLabel = new($"Next step towards a plan B", $"Nächster Schritt zu einem Plan B");
    public static readonly Text StepHint = new($"Once one is noted I’ll stop asking.", $"Ist einer notiert, frage ich nicht mehr nach.");
    public static readonly Text NotRead = new($"I need a whole number from 1 to 100, such as 30 %.", $"Ich brauche eine ganze Zahl von 1 bis 100, etwa 30 %.");
    public static readonly Text OnlyManagers = new($"Only managers see this.", $"Das sieht nur die Leitung.");
    public static readonly Text AskQuarterly = new($"Only managers see this. I’ll ask once a quarter for the next step, until one is noted.", $"Das sieht nur die Leitung. Ich frage einmal im Quartal nach dem nächsten Schritt, bis einer notiert ist.");
    public static readonly Text NoteStep = new($"Note the step …", $"Schritt notieren …");

    public static Text Headline(string account, int percent) => new($"{account}: {percent} % of the revenue", $"{account}: {percent} % des Umsatzes");
}
