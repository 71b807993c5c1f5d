using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Teams;

public sealed partial class FakeTeams
{
    /// <summary>Smaller pages are not given, learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context.</summary>
    private const int FewestPerPage = 50;

    private const int UsualPerPage = 200;
    private const int MostPerPage = 500;

    private JsonArray Roster(ConnectorCall call, Request request)
    {
        var place = Speaking(call.Conversation, request.Tenant);
        if (place.Kind == PlaceKind.Channel) Note("the roster of a channel was asked for in one piece, which is unreliable and must not be used");
        return [.. Inhabitants(place).Select(Describe)];
    }

    /// <summary>Someone by their id or their directory's id.</summary>
    private JsonObject Member(ConnectorCall call, Request request) =>
        Inhabitants(Speaking(call.Conversation, request.Tenant)).FirstOrDefault(person => person.Id == request.Path[^1] || person.ObjectId == request.Path[^1]) is { } found
            ? Describe(found)
            : throw new ConnectorRefusalException(StatusCodes.Status404NotFound, "MemberNotFoundInConversation");

    /// <summary>Chats come whole, teams and channels in pages.</summary>
    private JsonObject Page(ConnectorCall call, Request request)
    {
        var place = Speaking(call.Conversation, request.Tenant);
        var size = int.TryParse(request.Query["pageSize"], CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, FewestPerPage, MostPerPage) : UsualPerPage;
        if (place.Kind != PlaceKind.Channel) size = int.MaxValue;
        var start = request.Query["continuationToken"].ToString() is { Length: > 0 } token ? Start(token, place) : 0;
        var rest = Inhabitants(place).Skip(start).ToList();
        var page = new JsonObject { ["members"] = new JsonArray([.. rest.Take(size).Select(Describe)]) };
        if (rest.Count > size) page["continuationToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{start + size}+{place.Id}"));
        return page;
    }

    private int Start(string token, FakePlace place)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length).Split('+') is [var start, var where] && where == place.Id
            ? int.Parse(start, CultureInfo.InvariantCulture)
            : throw Refused("BadArgument", "a continuation token is not as it was given");
    }

    private IEnumerable<FakePerson> Inhabitants(FakePlace place) => place.Members.Order(StringComparer.Ordinal).Select(id => people[id]);

    /// <summary>As <c>TeamsChannelAccount</c> is written, microsoft/botbuilder-dotnet Microsoft.Bot.Schema/Teams/TeamsChannelAccount.cs.</summary>
    private static JsonObject Describe(FakePerson person)
    {
        var described = new JsonObject
        {
            ["id"] = person.Id, ["name"] = person.Name, ["objectId"] = person.ObjectId, ["aadObjectId"] = person.ObjectId, ["userPrincipalName"] = person.PrincipalName,
            ["tenantId"] = person.Tenant, ["userRole"] = person.IsGuest ? "guest" : "user",
        };
        if (!person.IsGuest) (described["givenName"], described["surname"], described["email"]) = (person.Name.Split(' ')[0], person.Name.Split(' ')[^1], person.PrincipalName);
        return described;
    }

    private FakeTeam Team(ConnectorCall call, Request request)
    {
        if (teams.GetValueOrDefault(call.Conversation) is not { } team || team.Tenant != request.Tenant)
            throw new ConnectorRefusalException(StatusCodes.Status404NotFound, "TeamNotFound");
        if (!team.Bot.IsHere) Banish(places[team.Id]);
        return team;
    }

    private JsonObject Describe(FakeTeam team) => new()
    {
        ["id"] = team.Id, ["name"] = team.Name, ["aadGroupId"] = team.GroupId, ["tenantId"] = team.Tenant, ["type"] = "standard",
        ["channelCount"] = ChannelsOf(team).Count(), ["memberCount"] = team.Members.Count,
    };

    /// <summary>The General channel has no name there, because its name depends on who reads it.</summary>
    private JsonObject Channels(FakeTeam team) => new()
    {
        ["conversations"] = new JsonArray([.. ChannelsOf(team).Select(channel => new JsonObject
        {
            ["id"] = channel.Id, ["name"] = channel.Id == team.Id ? null : channel.Name, ["type"] = TypeName(channel.Type),
        })]),
    };

    /// <summary>Private and shared channels are seen only where the bot was added to them.</summary>
    private IEnumerable<FakePlace> ChannelsOf(FakeTeam team) => places.Values.Where(place => place.Team == team && place.Bot.IsHere);

    private static string TypeName(ChannelType type) => type.ToString().ToLowerInvariant();
}
