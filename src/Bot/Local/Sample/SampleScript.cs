using AccountNudge.Bot.Local.Chat;

namespace AccountNudge.Bot.Local.Sample;

/// <summary>One line somebody types to the bot.</summary>
/// <param name="Speaker">A person's id.</param>
/// <param name="Channel">A channel's id.</param>
/// <param name="Text">As it would be typed after the bot's name.</param>
/// <param name="Shown">The line and its answer stand in the channel; the others only leave their data.</param>
public sealed record SampleLine(string Speaker, string Channel, string Text, bool Shown = false);

/// <summary>One team of the sample: who, where, and what they told the bot.</summary>
public sealed record SampleTeam(IReadOnlyList<LocalPerson> People, IReadOnlyList<LocalChannel> Channels, IReadOnlyList<SampleLine> Lines);

/// <summary>What both sample teams have in common.</summary>
public static class SampleScript
{
    /// <summary>The teams as they would stand on a given day: past and coming days are told from there. The one of a language comes first.</summary>
    public static IReadOnlyList<SampleTeam> Teams(LocalDate today, Language first) => first == Language.German
        ? [Rheinblick.Team(today), HarbourAndCo.Team(today)]
        : [HarbourAndCo.Team(today), Rheinblick.Team(today)];

    internal static LocalChannel Channel(string id, string name, bool shared, params IReadOnlyList<LocalPerson> members)
    {
        var channel = new LocalChannel { Id = id, Name = name, IsShared = shared };
        channel.Members.AddRange(members.Select(person => new LocalMembership { ChannelId = id, PersonId = person.Id }));
        return channel;
    }
}
