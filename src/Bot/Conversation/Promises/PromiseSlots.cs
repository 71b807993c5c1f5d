using AccountNudge.Core.Promises;

namespace AccountNudge.Bot.Conversation.Promises;

/// <summary>What commands about promises take.</summary>
internal static class PromiseSlots
{
    public const string Told = "told";
    public const string NotTold = "not-told";

    public static readonly Slot To = CommonSlots.Contact(new("to", "an"), PromiseTexts.ToLabel);
    public static readonly Slot By = new("promiser", SlotKind.Member, PromiseTexts.ByLabel) { Keyword = new("promised by|made by", "zugesagt von|versprochen von"), Hint = PromiseTexts.ByHint };
    public static readonly Slot What = CommonSlots.Text(PromiseTexts.WhatLabel, required: true);

    public static readonly Slot Due = new("due", SlotKind.When, PromiseTexts.DueLabel)
    {
        Required = true, MayHaveTime = true, Keyword = new("by|until|till", "bis"), Hint = PromiseTexts.DueHint,
    };

    public static readonly Slot NewDay = Due with { Label = PromiseTexts.NewDayLabel, Keyword = new("to|until|till|by", "auf|bis") };

    public static readonly Slot IsTold = new("told", SlotKind.Choice, PromiseTexts.IsToldLabel)
    {
        Word = new("told", "gesagt"),
        Choices =
        [
            new(Told, new("told|told them|told the client|client told|client knows|they know", "gesagt|kunde weiß es|kunde weiß bescheid|weiß bescheid|mitgeteilt|informiert"), PromiseTexts.ClientKnows),
            new(NotTold, new("not told|not told yet|client not told", "nicht gesagt|noch nicht gesagt|kunde weiß es noch nicht|noch nicht mitgeteilt"), PromiseTexts.ClientDoesNotKnow),
        ],
    };

    public static readonly Slot Which = CommonSlots.Text(PromiseTexts.WhichLabel);

    /// <summary>Refuses, and in a form at its field, a day or time that is over.</summary>
    public static void RefuseOver(When when, MemberAct act)
    {
        if (Promise.IsOver(when.Date, when.Time, act)) throw new RefusalException(PromiseRefusals.IsOver) { Fields = new Dictionary<string, Text> { [Due.Name] = PromiseRefusals.IsOver } };
    }

    /// <summary>The words alone where they were put in quotation marks as a whole.</summary>
    public static string Unquoted(string words)
    {
        const string Opening = "\"“„«»‚‘'", Closing = "\"”“»«‘’'";
        return words.Length > 2 && Opening.Contains(words[0], StringComparison.Ordinal) && Closing.Contains(words[^1], StringComparison.Ordinal) && !words[1..^1].Any(sign => sign is '"' or '“' or '”' or '„' or '»' or '«')
            ? words[1..^1].Trim()
            : words;
    }
}
