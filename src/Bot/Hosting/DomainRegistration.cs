using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Core.Import;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Scheduler;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AccountNudge.Bot.Hosting;

/// <summary>Puts the domain and the conversation into the host.</summary>
public static class DomainRegistration
{
    /// <summary>Registers what decides and delivers, and in Simulated mode what travels in time.</summary>
    public static IServiceCollection AddDomain(this IServiceCollection services, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings.Files).AddSingleton<Sweep>().AddSingleton<Dispatcher>().AddSingleton<IMessenger, ChatMessenger>();
        services.AddSingleton(provider => new ImportRunner(
            provider.GetRequiredService<Stores>(), provider.GetRequiredService<IClock>(), cancellation => Post(provider, settings.Clock, cancellation), provider.GetRequiredService<ILogger<ImportRunner>>()));
        services.AddSingleton<ImportWorker>().AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
        services.AddSingleton<Deliver>(provider => cancellation =>
        {
            provider.GetRequiredService<ImportWorker>().Wake();
            return Post(provider, settings.Clock, cancellation);
        });
        if (settings.Clock == ClockMode.System) return services;
        services.AddSingleton<TimeTravel>();
        services.AddSingleton<Travel>(provider => (target, cancellation) =>
            provider.GetRequiredService<TimeTravel>().To(target, _ => provider.GetRequiredService<LocalEvents>().Changed(), CancellationToken.None, cancellation));
        return services.AddSingleton<LocalTravel>(provider => provider.GetRequiredService<TimeTravel>().To);
    }

    /// <summary>Has posted what is due: by a job, and where the clock is moved by hand and there are none, at once.</summary>
    private static Task Post(IServiceProvider provider, ClockMode clock, CancellationToken cancellation)
    {
        if (clock != ClockMode.System) return provider.GetRequiredService<Dispatcher>().Run(provider.GetRequiredService<IClock>().GetCurrentInstant(), cancellation);
        // Without a scheduler, nothing is posted by this node.
        provider.GetService<PostingTrigger>()?.Request();
        return Task.CompletedTask;
    }

    /// <summary>Registers the conversation with every command and button there is.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services) =>
        services.AddSingleton(CommandRegistry.FromAssembly).AddSingleton<TurnHandler>();

    /// <summary>Has a platform take part in the warm-up.</summary>
    internal static IServiceCollection AddWarmup<TPlatform>(this IServiceCollection services)
        where TPlatform : class, IPlatformWarmup
    {
        services.TryAddSingleton<Warmup>();
        return services.AddSingleton<IPlatformWarmup, TPlatform>();
    }

    /// <summary>Makes ready for the first command, where a chat platform waits for its answer.</summary>
    public static Task WarmUp(this IServiceProvider services, CancellationToken cancellation = default) =>
        services.GetService<Warmup>()?.Run(cancellation) ?? Task.CompletedTask;

    /// <summary>Puts the simulated clock where it stood when the process ended.</summary>
    public static async Task ResumeClock(this IServiceProvider services, CancellationToken cancellation = default)
    {
        if (services.GetService<TimeTravel>() is { } travel) await travel.Resume(cancellation);
    }
}
