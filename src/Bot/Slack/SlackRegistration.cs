using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Slack.Outbound;
using AccountNudge.Bot.Slack.People;

namespace AccountNudge.Bot.Slack;

/// <summary>Puts Slack into the host; nothing at all when it is off.</summary>
public static class SlackRegistration
{
    /// <summary>Registers what hears and what speaks. Needs the storage, the key ring and the conversation.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Slack is not { } slack) return services;
        services.AddSingleton(slack).AddSingleton<SlackApi>().AddSingleton<SlackPeople>().AddSingleton<IChatPlatform, SlackPlatform>().AddRehearsal(Draw);
        return services.AddInstallations(slack).AddSlackInbound(slack);
    }

    /// <summary>Maps Slack's endpoints.</summary>
    public static void MapSlack(this IEndpointRouteBuilder routes, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Slack is not { } slack) return;
        routes.MapSlackInbound(slack);
        routes.MapInstallations(slack);
    }

    private static void Draw(Reply reply)
    {
        if (reply.Card is { } card) BlockKitRenderer.All(card);
        if (reply.Form is { } form) Modal.Of(form, "");
    }
}
