using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AccountNudge.Bot.Hosting;

/// <summary>The address at which the bot is reached from outside: as set, or on this machine where it really listens.</summary>
/// <param name="settings">The bot's settings.</param>
/// <param name="services">Know the server, once it listens.</param>
internal sealed class PublicAddress(BotSettings settings, IServiceProvider services)
{
    /// <summary>The whole address of a path; null where nobody has said how the bot is reached.</summary>
    public Uri? Of(string path)
    {
        var listening = settings.IsLocal ? services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() : null;
        var start = settings.PublicUrl?.AbsoluteUri ?? listening;
        return start is null ? null : new Uri($"{start.TrimEnd('/')}{path}");
    }
}
