using System.Globalization;
using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Lists;

/// <summary>One page of a list, without its buttons to turn it.</summary>
/// <param name="Card">The page.</param>
/// <param name="HasMore">Whether another one follows.</param>
internal sealed record ListPage(Card Card, bool HasMore)
{
    /// <summary>Which one it is; a list that has become shorter meanwhile has no later one.</summary>
    public required int Number { get; init; }
}

/// <summary>A command that answers with a list, page by page, for the asker alone. What it was given waits in a draft while there are other pages.</summary>
internal abstract class ListCommand(CommandWords words) : Command(words)
{
    public override Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) => Show(turn, arguments, 0, null, cancellation);

    /// <summary>Shows a page; the draft is the one that the list's buttons name.</summary>
    public async Task<Reply> Show(TurnContext turn, Arguments arguments, int number, Guid? draftId, CancellationToken cancellation)
    {
        var page = await Page(turn, arguments, number, cancellation);
        if (page.Number == 0 && !page.HasMore) return Reply.Asker(page.Card) with { Replaces = draftId is not null };
        var draft = draftId ?? turn.KeepDraft(this, arguments.Raw).Id;
        return Reply.Asker(page.Card with { Parts = [.. page.Card.Parts, TurnPage.Buttons(draft, page, turn.OwnVoice)] }) with { Replaces = draftId is not null };
    }

    /// <summary>Makes a page; the first is number 0.</summary>
    protected abstract Task<ListPage> Page(TurnContext turn, Arguments arguments, int number, CancellationToken cancellation);
}

/// <summary>[Next] and [Previous]: the other page takes the place of the one that was pressed.</summary>
internal sealed class TurnPage : ButtonAction
{
    private const string ActionId = "list.page";
    private const int MostPages = 10_000;

    public override string Id => ActionId;

    /// <summary>The same page may be turned to again and again.</summary>
    public override bool OnlyOpens => true;

    public static Actions Buttons(Guid draftId, ListPage page, Voice voice)
    {
        return new Actions([
            .. page.Number > 0 ? [To(ListTexts.Previous, page.Number - 1)] : Array.Empty<Button>(),
            .. page.HasMore ? [To(ListTexts.Next, page.Number + 1)] : Array.Empty<Button>(),
        ]);

        Button To(Text label, int number) => new(ActionId, label.Plain(voice), ButtonValue.For(draftId, number.ToString(CultureInfo.InvariantCulture)).ToString());
    }

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (!int.TryParse(value.Extra, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 0 or > MostPages || turn.Teams.Count == 0) return Replies.NotThere(turn);
        if (await turn.FindDraft(value.Subject, cancellation) is not (ListCommand list, { } raw)) return Replies.NotThere(turn);
        var names = list.Slots.Any(slot => slot.Kind == SlotKind.AccountOrContact) ? await turn.Names(cancellation) : [];
        return FormReader.Read(list, raw, names, turn.LocalNow) is Filled filled ? await list.Show(turn, filled.Arguments, number, value.Subject, cancellation) : Replies.NotThere(turn);
    }
}
