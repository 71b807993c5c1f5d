using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>Who could help with what we owe.</summary>
internal static class LadderTexts
{
    /// <summary>A sentence, followed by who could help on its rung.</summary>
    public static Text WithHelp(this Text sentence, NudgeLine line, RenderContext context) => Help(line, context) is { } help ? new($"{sentence} {help}", $"{sentence} {help}") : sentence;

    /// <summary>Who could help, rung by rung, without a word of blame.</summary>
    private static Text? Help(NudgeLine line, RenderContext context) => (line.Nudge.Rung, line.Owner) switch
    {
        (0, _) when line.Addressee is null => TakeOn,
        (0, _) => null,
        (Ladder.DeputyRung, null) => TakeOn,
        (Ladder.DeputyRung, { } owner) when line.OwnerAway(context.Today) is not null => line.Addressee is null
            ? new($"Could someone here take this on while {owner.Name} is away?", $"Kann das jemand übernehmen, solange {owner.Name} nicht da ist?")
            : new($"Could you or someone else here take this on while {owner.Name} is away?", $"‹Kannst du|Können Sie› oder kann sonst jemand das übernehmen, solange {owner.Name} nicht da ist?"),
        (Ladder.DeputyRung, { } owner) when line.Addressee is null || line.Addressee.Id == owner.Id => new($"Could someone lend {owner.Name} a hand?", $"Kann jemand für {owner.Name} einspringen?"),
        (Ladder.DeputyRung, { } owner) => new($"Could you or someone else here lend {owner.Name} a hand?", $"‹Kannst du|Können Sie› oder kann sonst jemand für {owner.Name} einspringen?"),
        (Ladder.ManagerRung, _) => new($"The team knows. It might help if you had a look too.", $"Das Team weiß Bescheid. Vielleicht hilft es, wenn auch ‹du einmal draufschaust|Sie einmal draufschauen›."),
        ( > Ladder.ThirdPersonRung, _) => null,
        _ => new($"It might help if someone who hasn’t been involved talks to them.", $"Vielleicht hilft es, wenn jemand Unbeteiligtes mit dem Kunden spricht."),
    };

    private static readonly Text TakeOn = new($"Who could take this on?", $"Wer kann sich darum kümmern?");
}
