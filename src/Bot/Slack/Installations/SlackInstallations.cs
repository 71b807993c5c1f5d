using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Slack.Installations;

/// <summary>
/// Where the app is installed, and with which token. What is found is remembered for half a minute, so that the end of an
/// installation is seen on every node soon, and on the node that ends it at once.
/// </summary>
internal sealed partial class SlackInstallations(
    SlackSettings settings, InstallationStore table, TokenRenewal renewal, Stores stores, IClock clock, TimeProvider time, ILogger<SlackInstallations> logger) : ISlackTokens
{
    private const int MostRemembered = 10_000;
    private static readonly Duration Usual = Duration.FromSeconds(30);

    /// <summary>For what is not there, or is about to change.</summary>
    private static readonly Duration Brief = Duration.FromSeconds(2);

    /// <summary>For how long what has ended is kept.</summary>
    private static readonly Duration Month = Duration.FromDays(30);

    private readonly ConcurrentDictionary<string, Known> remembered = new(StringComparer.Ordinal);

    /// <summary>Of whom events told, until it is stored.</summary>
    private readonly ConcurrentDictionary<string, string> learned = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource checkedToken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? fingerprint = settings.BotToken is { } token ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))) : null;
    private int forgettings;

    private sealed record Known(Installation? Installation, Instant Until, string? OwnerId = null);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <inheritdoc/>
    public async Task<Installation?> Find(string workspaceId, CancellationToken cancellation)
    {
        if (remembered.TryGetValue(workspaceId, out var known) && Now < known.Until) return known.Installation;
        var asOf = Volatile.Read(ref forgettings);
        var found = await Look(workspaceId, cancellation);
        if (remembered.Count >= MostRemembered) remembered.Clear();
        remembered[workspaceId] = found;
        // What was read before something changed must not outlive the change.
        if (asOf != Volatile.Read(ref forgettings)) remembered.TryRemove(workspaceId, out _);
        return found.Installation;
    }

    /// <summary>Every workspace with a valid installation; of an organisation's, those that were heard from.</summary>
    public async Task<IReadOnlyList<string>> Workspaces(CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in (await table.ReadLive(cancellation)).Where(IsLive)) found.UnionWith(await Covered(row, cancellation));
        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Whether the app may be in a workspace where none is found: as long as Slack has never said whom the settings' token is for,
    /// nobody knows which workspace that is.
    /// </summary>
    public async Task<bool> MayBeInstalled(string workspaceId, CancellationToken cancellation) =>
        fingerprint is not null && !checkedToken.Task.IsCompleted && !(await table.ReadLive(cancellation)).Any(IsConfigured);

    /// <summary>A workspace belongs to an organisation, as events tell: its installation may be the organisation's.</summary>
    public void Learn(string workspaceId, string enterpriseId)
    {
        if (remembered.TryGetValue(workspaceId, out var known) && known.OwnerId == enterpriseId) return;
        if (learned.TryGetValue(workspaceId, out var already) && already == enterpriseId) return;
        if (learned.Count >= MostRemembered) learned.Clear();
        learned[workspaceId] = enterpriseId;
        remembered.TryRemove(workspaceId, out _);
    }

    /// <summary>Somebody installed the app: it takes the place of whatever was there, and an ended workspace goes on.</summary>
    public async Task Save(BotIdentity bot, SlackTokens tokens, string scopes, string? installedBy, CancellationToken cancellation)
    {
        var now = Now;
        await table.Write(bot.OwnerId, row =>
        {
            SetIdentity(row, bot);
            tokens.WriteTo(row, table, now);
            (row.Scopes, row.InstalledBy, row.InstalledAt, row.EndedAt, row.ConfiguredAs) = (scopes, installedBy, now, null, null);
        }, cancellation);
        await Settle(bot.OwnerId, cancellation);
        LogInstalled(logger, bot.OwnerId);
    }

    /// <summary>
    /// The app was removed there, as an event tells: everything for the workspace stops at once, and the tokens are wiped. When an
    /// organisation's installation covers the workspace, it ends for all of them.
    /// </summary>
    /// <param name="workspaceId">Slack's team id.</param>
    /// <param name="at">The real instant it happened: an installation that came about since is another one.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task End(string workspaceId, Instant at, CancellationToken cancellation)
    {
        if (await Live(workspaceId, cancellation) is { } row && row.InstalledAt <= at) await Stop(row, stored => stored.InstalledAt <= at, cancellation);
        Forget();
    }

    /// <summary>
    /// An organisation took the app out of one of its workspaces (docs.slack.dev/reference/events/team_access_revoked): that one
    /// ends, unless it has an installation of its own; the organisation's stays, and so do the other workspaces.
    /// </summary>
    /// <param name="workspaceId">Slack's team id.</param>
    /// <param name="at">The real instant it happened: an installation that came about since is another one.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task Leave(string workspaceId, Instant at, CancellationToken cancellation)
    {
        var enterprise = await table.EnterpriseOf(workspaceId, cancellation);
        if (enterprise is not null && await table.Read(enterprise, cancellation) is { } organisation && organisation.InstalledAt > at) return;
        learned.TryRemove(workspaceId, out _);
        if (enterprise is not null) await table.Unassign(workspaceId, cancellation);
        Forget();
        if (enterprise is not null) await SyncWorkspace(workspaceId, cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> Refuse(Installation used, bool isEnd, CancellationToken cancellation)
    {
        Forget();
        if (await Live(used.WorkspaceId, cancellation) is not { } row) return true;
        if (!IsTokenOf(row, used.Token)) return false;
        if (!isEnd) return true;
        if (IsConfigured(row)) await DropConfigured(row, cancellation);
        else await Stop(row, stored => stored.Token == row.Token && !IsConfigured(stored), cancellation);
        return await Live(used.WorkspaceId, cancellation) is null;
    }

    /// <summary>Forgets what ended a month ago, as all else of such a workspace is forgotten then.</summary>
    public Task Tidy(CancellationToken cancellation) => table.Forget(Now - Month, cancellation);

    /// <summary>The settings' token was accepted; an ended workspace goes on. Only who it is gets stored, not the token.</summary>
    public async Task Recognise(BotIdentity bot, CancellationToken cancellation)
    {
        var row = await table.Read(bot.OwnerId, cancellation);
        if (row is not { EndedAt: null } || row.ConfiguredAs != fingerprint || row.BotId != bot.BotId)
        {
            var now = Now;
            await table.Write(bot.OwnerId, stored =>
            {
                SetIdentity(stored, bot);
                stored.ConfiguredAs = fingerprint;
                if (stored.EndedAt is not null || stored.Version == 0) stored.InstalledAt = now;
                stored.EndedAt = null;
            }, cancellation);
            await Settle(bot.OwnerId, cancellation);
        }

        checkedToken.TrySetResult();
    }

    /// <summary>The settings' token was refused: what it was recognised as has ended, unless there is another token for it.</summary>
    public async Task Reject(Instant at, CancellationToken cancellation)
    {
        foreach (var row in (await table.ReadLive(cancellation)).Where(row => IsConfigured(row) && row.InstalledAt <= at))
            await DropConfigured(row, cancellation);
        Forget();
        checkedToken.TrySetResult();
    }

    private async Task<Known> Look(string workspaceId, CancellationToken cancellation)
    {
        var found = await Live(workspaceId, cancellation);
        if (found is null && await IsTokenCheckedNow(cancellation)) found = await Live(workspaceId, cancellation);
        if (found is null) return new Known(null, Now + Brief);
        // Whoever ended or installed it may have died half way.
        await SyncWorkspace(workspaceId, cancellation);
        if (IsConfigured(found)) return new Known(Describe(found, settings.BotToken!), Now + Usual, found.OwnerId);
        var fresh = await renewal.Fresh(found, cancellation);
        if (fresh is null) await Stop(found, stored => stored.Token == found.Token && !IsConfigured(stored), cancellation);
        return fresh is { EndedAt: null } && table.Open(fresh.OwnerId, fresh.Token) is { } token
            ? new Known(Describe(fresh, token), Until(fresh.RenewAt), fresh.OwnerId)
            : new Known(null, Now + Brief);

        Installation Describe(InstallationRow row, string clear) => new(workspaceId, row.EnterpriseId, row.BotUserId, row.BotId, clear);
    }

    /// <summary>The workspace's own installation, else its organisation's.</summary>
    private async Task<InstallationRow?> Live(string workspaceId, CancellationToken cancellation)
    {
        if (await table.Read(workspaceId, cancellation) is { } own && IsLive(own)) return own;
        var isTold = learned.TryGetValue(workspaceId, out var enterprise);
        enterprise ??= await table.EnterpriseOf(workspaceId, cancellation);
        if (enterprise is null || await table.Read(enterprise, cancellation) is not { IsOrgWide: true } organisation || !IsLive(organisation)) return null;
        if (isTold)
        {
            // Kept, so that the workspace is reached after a restart, and nowhere else, so that all nodes forget it together.
            await table.Assign(workspaceId, enterprise, cancellation);
            learned.TryRemove(KeyValuePair.Create(workspaceId, enterprise));
        }

        return organisation;
    }

    /// <summary>On the very first start nothing is known before Slack has answered; a moment is worth waiting. True when it just has.</summary>
    private async Task<bool> IsTokenCheckedNow(CancellationToken cancellation)
    {
        if (fingerprint is null || checkedToken.Task.IsCompleted) return false;
        try
        {
            await checkedToken.Task.WaitAsync(Brief.ToTimeSpan(), time, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Ends an installation, provided that what is stored by now is still meant.</summary>
    private async Task Stop(InstallationRow row, Func<InstallationRow, bool> isMeant, CancellationToken cancellation)
    {
        foreach (var workspaceId in await Covered(row, cancellation)) await stores.EndWorkspace(SlackSettings.Platform, workspaceId, clock.GetCurrentInstant(), cancellation);
        var ended = false;
        await table.Write(row.OwnerId, stored =>
        {
            ended = stored.EndedAt is null && isMeant(stored);
            if (!ended) return;
            (stored.Token, stored.RefreshToken, stored.TokenExpiresAt, stored.RenewAt, stored.RenewingUntil, stored.EndedAt) = (null, null, null, null, null, Now);
        }, cancellation);
        // It may have been installed anew in the same moment, or another installation covers some of the workspaces.
        await Settle(row.OwnerId, cancellation);
        if (ended) LogEnded(logger, row.OwnerId);
    }

    /// <summary>The settings' token is no longer this installation's; without another one it has ended.</summary>
    private Task DropConfigured(InstallationRow row, CancellationToken cancellation) => row.Token is null
        ? Stop(row, stored => stored.Token is null && IsConfigured(stored), cancellation)
        : table.Write(row.OwnerId, stored => stored.ConfiguredAs = IsConfigured(stored) ? null : stored.ConfiguredAs, cancellation);

    private async Task Settle(string ownerId, CancellationToken cancellation)
    {
        Forget();
        if (await table.Read(ownerId, cancellation) is not { } row) return;
        foreach (var workspaceId in await Covered(row, cancellation)) await SyncWorkspace(workspaceId, cancellation);
    }

    /// <summary>Lets a workspace go on if the app is there, else ends it. Looked at again afterwards: it may have ended in between.</summary>
    private async Task SyncWorkspace(string workspaceId, CancellationToken cancellation)
    {
        if (await Live(workspaceId, cancellation) is not null)
        {
            await stores.ResumeWorkspace(SlackSettings.Platform, workspaceId, cancellation);
            if (await Live(workspaceId, cancellation) is not null) return;
        }

        await stores.EndWorkspace(SlackSettings.Platform, workspaceId, clock.GetCurrentInstant(), cancellation);
    }

    private async Task<IReadOnlyList<string>> Covered(InstallationRow row, CancellationToken cancellation) =>
        row.IsOrgWide ? await table.WorkspacesOf(row.OwnerId, cancellation) : [row.OwnerId];

    private static void SetIdentity(InstallationRow row, BotIdentity bot) =>
        (row.IsOrgWide, row.EnterpriseId, row.BotUserId, row.BotId) = (bot.IsOrgWide, bot.EnterpriseId, bot.BotUserId, bot.BotId);

    private bool IsConfigured(InstallationRow row) => fingerprint is not null && row.ConfiguredAs == fingerprint;

    private bool IsLive(InstallationRow row) => row.EndedAt is null && (row.Token is not null || IsConfigured(row));

    private bool IsTokenOf(InstallationRow row, string token) =>
        (IsConfigured(row) ? settings.BotToken : table.Open(row.OwnerId, row.Token)) is { } stored
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stored), Encoding.UTF8.GetBytes(token));

    private Instant Until(Instant? renewAt)
    {
        var now = Now;
        return renewAt is { } due ? Instant.Min(now + Usual, Instant.Max(due, now + Brief)) : now + Usual;
    }

    private void Forget()
    {
        Interlocked.Increment(ref forgettings);
        remembered.Clear();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The app was installed in {OwnerId}")]
    private static partial void LogInstalled(ILogger logger, string ownerId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The app is no longer installed in {OwnerId}: everything there has stopped")]
    private static partial void LogEnded(ILogger logger, string ownerId);
}
