using System.Security.Cryptography;
using System.Text;
using AccountNudge.Core.Access;
using AccountNudge.Core.Lists;
using AccountNudge.Core.Storage;
using Microsoft.Net.Http.Headers;

namespace AccountNudge.Bot.Feeds;

/// <summary><c>GET /calendar/{secret}.ics</c>: a member's own calendar. An address that is wrong, ended, or of somebody who is in no team any more is not there.</summary>
internal sealed class CalendarEndpoint(Stores stores, IClock clock)
{
    /// <summary>How long a calendar app need not ask again.</summary>
    private const string Caching = "private, max-age=300, must-revalidate";

    public async Task<IResult> Read(HttpContext http, string secret)
    {
        if (Secret.Read(CalendarFeed.Prefix, secret) is not { } hash || await Write(hash, http.RequestAborted) is not { } calendar) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = Caching;
        var bytes = Encoding.UTF8.GetBytes(calendar);
        // Handled here: with the entity tag it answers 304 where nothing is new.
        return TypedResults.File(bytes, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(bytes))}\""));
    }

    private async Task<string?> Write(byte[] hash, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await using var store = stores.Open(Scope.Nothing);
        if (await store.FeedOf(hash, cancellation) is not { } feed) return null;
        var teams = await store.TeamsOf(feed.WorkspaceId, feed.MemberId, cancellation);
        if (teams.Count == 0) return null;
        store.Within(new Scope(feed.WorkspaceId, teams));
        var member = await store.Members.AsNoTracking().FirstAsync(member => member.Id == feed.MemberId, cancellation);
        var workspace = await store.Workspaces.AsNoTracking().FirstAsync(workspace => workspace.Id == feed.WorkspaceId, cancellation);
        var entries = await store.CalendarOf(feed.MemberId, now, cancellation);
        var ids = entries.SelectMany(entry => MentionsInWords.Ids(entry.Day.Text)).Distinct(StringComparer.Ordinal).ToList();
        var names = await store.Members.Where(person => ids.Contains(person.PersonId)).ToDictionaryAsync(person => person.PersonId, person => person.Name, cancellation);
        return CalendarWriter.Write(entries, names, workspace.Voice(member.Language), feed.MadeAt);
    }
}
