using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Core.Import;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>
/// Reads files that people send in their personal chat: Teams puts them into the sender's OneDrive, and brings an address that opens by itself
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4). No token of ours goes there, and no redirect is followed.
/// </summary>
internal sealed class TeamsFiles(TeamsSettings settings) : IDisposable
{
    private const string Home = ".sharepoint.com";

    private static readonly Text NoFile = new(
        $"Teams didn’t let me have that file. Please send it again.",
        $"Teams hat mir die Datei nicht gegeben. Bitte ‹schick|schicken Sie› sie noch einmal.");

    private readonly bool isLocal = settings.AllowUnauthenticated || Loopback.IsLoopback(settings.AuthorityUrl);
    private readonly HttpClient http = PlatformHttp.Client();

    /// <summary>Whether files may be read from an address: OneDrive and SharePoint alone, and where nothing may leave this machine, this machine.</summary>
    public static bool IsAllowed(string? address, bool isLocal) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.UserInfo.Length == 0
        && (isLocal ? url.Scheme is "http" or "https" && Loopback.IsLoopback(url) : url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.IdnHost.EndsWith(Home, StringComparison.OrdinalIgnoreCase));

    /// <summary>The file, or why there is none.</summary>
    public async Task<FileSent> Fetch(AttachedFile file, CancellationToken cancellation)
    {
        var sent = new FileSent(file.Name);
        if (!FileSent.IsTable(file.Name)) return sent with { Problem = ImportRefusals.NotATable };
        if (!IsAllowed(file.Address, isLocal)) return sent with { Problem = NoFile };
        using var request = new HttpRequestMessage(HttpMethod.Get, file.Address);
        var (content, problem) = await FileDownload.Read(http, request, _ => null, NoFile, cancellation);
        return sent with { Content = content, Problem = problem };
    }

    public void Dispose() => http.Dispose();
}
