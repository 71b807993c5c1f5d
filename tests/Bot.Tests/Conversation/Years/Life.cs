using AccountNudge.Bot.Conversation.Model;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Years;

/// <summary>A client of a year's life.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tier">How closely it is looked after.</param>
/// <param name="Owner">Who looks after it.</param>
/// <param name="Since">Since when they work together.</param>
/// <param name="Every">Working days between two talks.</param>
/// <param name="People">Who is there, with their birthdays as typed; the first is talked to most.</param>
internal sealed record Client(string Name, string Tier, ChatPerson Owner, string Since, int Every, params (string Name, string Birthday)[] People)
{
    /// <summary>Days on which nobody talks to them.</summary>
    public (LocalDate From, LocalDate Until)? Silence { get; init; }

    /// <summary>Who looks after it later in the year.</summary>
    public (LocalDate From, ChatPerson Owner)? Later { get; init; }

    /// <summary>How often a month they were talked to in the year before.</summary>
    public int Earlier { get; init; }

    /// <summary>How they are talked to, one after the other.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = ["call", "mail", "call", "visit", "video"];
}

/// <summary>What somebody says on a day of the year.</summary>
/// <param name="On">The day.</param>
/// <param name="By">Who.</param>
/// <param name="Text">What they type; in their direct message.</param>
internal sealed record Said(LocalDate On, ChatPerson By, string Text)
{
    /// <summary>It is typed into the team's channel instead.</summary>
    public bool InChannel { get; init; }
}

/// <summary>The year of a team: who it is, whom it looks after and what happens to it.</summary>
/// <param name="Channel">Its home channel.</param>
/// <param name="Manager">Who manages it.</param>
/// <param name="People">Who is in it, the manager among them.</param>
/// <param name="SetUp">What is typed on the first day to set the team up.</param>
/// <param name="Clients">Whom it looks after.</param>
/// <param name="Happens">What happens.</param>
internal sealed record Life(ChatChannel Channel, ChatPerson Manager, IReadOnlyList<ChatPerson> People, IReadOnlyList<string> SetUp, IReadOnlyList<Client> Clients, IReadOnlyList<Said> Happens)
{
    /// <summary>It is German.</summary>
    public bool IsGerman => Manager.Locale!.StartsWith("de", StringComparison.Ordinal);
}
