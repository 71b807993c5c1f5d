namespace AccountNudge.Bot.Conversation.Model;

/// <summary>What the bot answers to a turn.</summary>
public sealed record Reply
{
    /// <summary>A message; none when only a form opens or an error goes back to one.</summary>
    public Card? Card { get; init; }

    /// <summary>Personal content: shown to the asker and nobody else.</summary>
    public bool OnlyAsker { get; init; }

    /// <summary>The card takes the place of the message whose button was pressed; never in answer to a form, whatever it was drawn as.</summary>
    public bool Replaces { get; init; }

    /// <summary>It is drawn anew from now on, wherever it stands; null for what stays as it was said.</summary>
    public LiveCard? Live { get; init; }

    /// <summary>The message it would replace is a live card and takes its new form by itself: nothing needs to be sent.</summary>
    public bool IsRenewed { get; init; }

    /// <summary>It answers, by one of its buttons, a question that only the asker sees: nothing to press of it stays behind.</summary>
    public bool AnswersQuestion { get; init; }

    /// <summary>A line beside the card that only the asker reads, wherever the card stands.</summary>
    public RichText? Aside { get; init; }

    /// <summary>A file for the asker, beside the card.</summary>
    public ReplyFile? File { get; init; }

    /// <summary>A form to open.</summary>
    public Form? Form { get; init; }

    /// <summary>What is wrong with a submission, by field name, or by no name for what is no single field's fault; the form stays open and keeps what was typed.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = Arguments.None.Raw;

    /// <summary>Nothing to say, such as to a redelivered turn.</summary>
    public static readonly Reply Silent = new();

    /// <summary>A message everyone in the channel sees.</summary>
    public static Reply Everyone(Card card) => new() { Card = card };

    /// <summary>A message only the asker sees.</summary>
    public static Reply Asker(Card card) => new() { Card = card, OnlyAsker = true };

    /// <summary>Opens a form.</summary>
    public static Reply Open(Form form) => new() { Form = form };
}

/// <summary>A file that goes with an answer.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ReplyFile(string Name, byte[] Content);
