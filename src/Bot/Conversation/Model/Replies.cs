namespace AccountNudge.Bot.Conversation.Model;

/// <summary>Answers that every command shares.</summary>
internal static class Replies
{
    /// <summary>A guess at a person's voice, for when neither they nor their workspace can be looked up.</summary>
    public static Voice VoiceOf(ChatPerson person) =>
        Locales.Language(person.Locale) == Language.German ? Voice.German : Voice.English;

    /// <summary>One sentence to the asker.</summary>
    public static Reply Hint(TurnContext turn, Text text) => Reply.Asker(new Card(text.In(turn.OwnVoice)));

    /// <summary>Why something cannot be done, to the asker; a form keeps what was typed.</summary>
    public static Reply Refused(TurnContext turn, RefusalException refusal) => turn.Turn.Input is Submitted && refusal.Fields.Count > 0
        ? new Reply { Errors = refusal.Fields.ToDictionary(field => field.Key, field => field.Value.Plain(turn.OwnVoice)) }
        : NotDone(turn.Turn, refusal.Reason, turn.OwnVoice);

    /// <summary>Something went wrong on our side and nothing was recorded; a form keeps what was typed.</summary>
    public static Reply Failed(Turn turn) => NotDone(turn, ConversationTexts.Failed, VoiceOf(turn.Speaker));

    /// <summary>It cannot be found out which team they belong to, and nothing was recorded; a form keeps what was typed.</summary>
    public static Reply WithoutTeam(Turn turn) => NotDone(turn, ConversationTexts.TeamNotTold, VoiceOf(turn.Speaker));

    private static Reply NotDone(Turn turn, Text why, Voice voice) => turn.Input is Submitted
        ? new Reply { Errors = new Dictionary<string, string> { [""] = why.Plain(voice) } }
        : Reply.Asker(new Card(why.In(voice)));

    /// <summary>Missing and foreign things are answered alike.</summary>
    public static Reply NotThere(TurnContext turn) => Hint(turn, ConversationTexts.NotThere(turn.Turn.Call));

    /// <summary>
    /// The reply with names in the place of mentions. In a form they keep their sign, by which they are known again when it comes back.
    /// </summary>
    public static async Task<Reply> WithNames(this TurnContext turn, Reply reply, CancellationToken cancellation)
    {
        var fields = reply.Form?.Fields ?? [];
        var ids = fields.SelectMany(field => field.Choices.Select(choice => choice.Label).Append(field.Value)).SelectMany(MentionsInWords.Ids).Concat(reply.Errors.Values.SelectMany(MentionsInWords.Ids))
            .Concat(reply.Card is null ? [] : MentionsInWords.Ids(reply.Card)).ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0) return reply;
        var names = await turn.PersonNames(ids, cancellation);
        return reply with
        {
            Card = reply.Card is null ? null : MentionsInWords.Shown(reply.Card, names, turn.Voice),
            Form = reply.Form is null ? null : reply.Form with { Fields = [.. fields.Select(Named)] },
            Errors = reply.Errors.ToDictionary(error => error.Key, error => MentionsInWords.Shown(error.Value, names, turn.OwnVoice)),
        };

        Field Named(Field field) => field with
        {
            Value = MentionsInWords.Shown(field.Value, names, turn.OwnVoice, "@"),
            Choices = [.. field.Choices.Select(choice => choice with { Label = MentionsInWords.Shown(choice.Label, names, turn.OwnVoice) })],
        };
    }

    /// <summary>[Correct] and [Remove], for what a command has recorded.</summary>
    /// <param name="changeId">What was recorded.</param>
    /// <param name="voice">The reader's.</param>
    /// <param name="card">What the buttons of a live card carry.</param>
    public static Actions CorrectOrRemove(Guid changeId, Voice voice, string card = "") => new([Correct(changeId, voice), Remove(changeId, voice, card)]);

    /// <summary>[Correct] alone.</summary>
    public static Button Correct(Guid changeId, Voice voice) => new("record.correct", ConversationTexts.Correct.Plain(voice), ButtonValue.For(changeId).ToString());

    /// <summary>[Remove] alone, for what there is nothing to correct about.</summary>
    public static Button Remove(Guid changeId, Voice voice, string card = "") =>
        new("record.remove", ConversationTexts.Remove.Plain(voice), ButtonValue.For(changeId, card).ToString());
}
