using AccountNudge.Core.Nudges;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>How long something is held back.</summary>
internal static class GateTexts
{
    /// <summary>Such as <c>while the complaint is open</c>; in German with the comma before it.</summary>
    public static Text While(HeldReason reason) => reason switch
    {
        HeldReason.OverduePromise => new($"while a promise is overdue", $"solange eine Zusage überfällig ist"),
        HeldReason.BrokenPromise => new($"until the client says that all is well after two missed dates", $"bis der Kunde nach zwei verpassten Terminen sagt, dass alles gut ist"),
        _ => new($"while the complaint is open", $"solange die Beschwerde offen ist"),
    };
}
