using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Expectations;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Expectations;

/// <summary>Notes that a project with a client starts.</summary>
internal sealed class ProjectCommand() : Command(
    new("project", CommandGroup.Tell, new("project|project start|new project", "projekt|projektstart|neues projekt"), ExpectationTexts.DoesStart, ExpectationTexts.ExampleStart, ExpectationTexts.TitleStart))
{
    private static readonly Slot Name = CommonSlots.Text(ExpectationTexts.NameLabel, required: true);
    private static readonly Slot From = new("from", SlotKind.When, ExpectationTexts.FromLabel) { Keyword = new("from|starting|starts on|since", "ab|von|vom|seit|beginnt am") };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Name, From];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var project = Project.Start(facts.Account, arguments.Text(Name.Name), arguments.When(From.Name)?.Date, turn.MemberActOn(facts, change.Id));
        turn.Store.Projects.Add(project);
        return ProjectCard.Reply(turn, project, facts);
    }
}

/// <summary>Does something about a project. It is found by its account; where several are under way, buttons ask which.</summary>
internal abstract class ProjectStep(CommandWords words) : Command(words)
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        return facts.OpenProjects switch
        {
            [] => Replies.Hint(turn, ExpectationTexts.NoProject(facts.Account.Name)),
            [var only] => Take(turn, only, facts, arguments, ""),
            var several => turn.AskWhich(this, arguments, ExpectationTexts.WhichProject(facts.Account.Name), ChooseProject.ActionId, several.Select(project => (project.Id, Shortening.Of(project.Name, 70)))),
        };
    }

    /// <summary>Does it and answers where it was asked for.</summary>
    public Reply Take(TurnContext turn, Project project, AccountFacts facts, Arguments arguments, string place)
    {
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        Do(project, arguments, turn.MemberActOn(facts, change.Id));
        return ProjectCard.Reply(turn, project, facts, place);
    }

    protected abstract void Do(Project project, Arguments arguments, MemberAct act);
}

/// <summary>A project is done.</summary>
internal sealed class ProjectDone() : ProjectStep(
    new("project.done", CommandGroup.Tell, new("project done|project finished", "projekt fertig|projekt abgeschlossen|projekt erledigt"), ExpectationTexts.DoesFinish, ExpectationTexts.ExampleFinish, ExpectationTexts.TitleFinish))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account];

    protected override void Do(Project project, Arguments arguments, MemberAct act) => project.Finish(act);
}

/// <summary>What would make a project our best (practice H7); whoever was asked answers with their next line.</summary>
internal sealed class ProjectBest() : ProjectStep(
    new("project.best", CommandGroup.Tell, new("project best|best project", "projekt ziel|bestes projekt"), ExpectationTexts.DoesSayBest, ExpectationTexts.ExampleSayBest, ExpectationTexts.TitleSayBest))
{
    public static readonly Slot Answer = CommonSlots.Text(ExpectationTexts.BestQuestion, required: true);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Answer];

    public override string? TakesNextLine => Answer.Name;

    protected override void Do(Project project, Arguments arguments, MemberAct act) => project.SayBest(arguments.Text(Answer.Name), act);
}

/// <summary>A button about one project.</summary>
internal abstract class ProjectPressed(string id) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Project>(value.Subject, cancellation) is not { } facts || facts.Project(value.Subject) is not { } project) return Replies.NotThere(turn);
        return project.IsOpen ? await Press(turn, project, facts, value, cancellation) : Replies.Hint(turn, ExpectationRefusals.DoneAlready);
    }

    protected abstract Task<Reply> Press(TurnContext turn, Project project, AccountFacts facts, ButtonValue value, CancellationToken cancellation);
}

/// <summary>[Project done].</summary>
internal sealed class ProjectDonePressed() : ProjectPressed(ActionId)
{
    public const string ActionId = "project.done";

    protected override Task<Reply> Press(TurnContext turn, Project project, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        Task.FromResult(turn.Registry.Commands.OfType<ProjectDone>().Single().Take(turn, project, facts, new Arguments(CommonSlots.Given(project.AccountId)), value.Extra));
}

/// <summary>[Say it …]: asks, and takes the next line or the form for the answer.</summary>
internal sealed class SayBestPressed() : ProjectPressed(ActionId)
{
    public const string ActionId = "project.best";

    public override bool OnlyOpens => true;

    protected override Task<Reply> Press(TurnContext turn, Project project, AccountFacts facts, ButtonValue value, CancellationToken cancellation)
    {
        var (command, voice, raw) = (turn.Registry.Commands.OfType<ProjectBest>().Single(), turn.OwnVoice, CommonSlots.Given(project.AccountId));
        raw[Drafts.Place] = turn.Turn.Channel.Id;
        var draft = turn.KeepDraft(command, raw);
        return Task.FromResult(Reply.Asker(new Card(
            ExpectationTexts.BestQuestion.In(voice), new Note(ExpectationTexts.TypeIt.In(voice)), new Actions([Drafts.OpenForm(draft, ConversationTexts.OpenForm, voice)]))));
    }
}

/// <summary>Which of several projects is meant; all its buttons share one token, so that one of them acts.</summary>
internal sealed class ChooseProject() : ProjectPressed(ActionId)
{
    public const string ActionId = "project.choose";

    protected override async Task<Reply> Press(TurnContext turn, Project project, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        await FormReader.ReadWaiting<ProjectStep>(turn, value, cancellation) is var (step, arguments)
            ? step.Take(turn, project, facts, arguments, LiveCard.OnAnotherCard)
            : Replies.NotThere(turn);
}

/// <summary>A project as it stands.</summary>
internal static class ProjectCard
{
    public static Reply Reply(TurnContext turn, Project project, AccountFacts facts, string place = "") => LiveReply.Of(
        turn, facts, ProjectPractice.MatterOf(project), project.ChangeId, place, turn.IsElsewhere || LiveCard.IsBesideNudge(turn, place), (context, postId) => Of(project, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of it and its account.</summary>
    public static Card Of(Project project, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, card, who) = (context.Voice, LiveCard.Extra(postId), People.Of(null, facts.Account));
        List<CardPart> parts = project.Best.Length > 0 ? [new Paragraph(ExpectationTexts.Best(project.Best).In(voice))] : [];
        if (!project.IsOpen)
        {
            if (project.ChangeId is { } undo) parts.Add(new Actions([Replies.Remove(undo, voice, card)]));
            return new Card(ExpectationTexts.IsFinished(who, project.Name).In(voice), parts);
        }

        var agreed = facts.AgreedFor(project);
        if (agreed is not null) parts.Add(new Note(Wording.Excerpt(agreed.Goal).In(voice)));
        else parts.Add(new Note(ExpectationTexts.NothingAgreedYet(Wording.Date(LocalDate.Max(project.StartsOn.PlusDays(Project.AgreeWithinDays), context.Today.PlusDays(1)), context)).In(voice)));
        parts.Add(new Note(ExpectationTexts.From(Wording.Date(project.StartsOn, context), project.StartsOn > context.Today).In(voice)));
        parts.Add(new Actions(Buttons(project, agreed is null, voice, card)));
        if (project.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, card));
        return new Card(ExpectationTexts.Starts(who, project.Name).In(voice), parts);
    }

    /// <summary>What can be done about it.</summary>
    public static IReadOnlyList<Button> Buttons(Project project, bool asksToAgree, Voice voice, string place = "") =>
    [
        .. asksToAgree ? [AgreePressed.Button(project.AccountId, ExpectationTexts.AgreeNow, voice)] : Array.Empty<Button>(),
        new(ProjectDonePressed.ActionId, ExpectationTexts.ProjectDone.Plain(voice), ButtonValue.For(project.Id, place).ToString()),
    ];
}
