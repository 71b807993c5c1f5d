using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Slack.Messages;

/// <summary>How much Slack takes in one message or view.</summary>
internal static class SlackLimits
{
    /// <summary>
    /// A message: at most 50 blocks. Their size together is limited as well, at about 13,200 characters of JSON, which is not documented
    /// (bolt-js issues 2509 and 2867, error <c>msg_blocks_too_long</c>).
    /// </summary>
    public static readonly Load Message = new(50, 12_000);

    /// <summary>A view: at most 100 blocks and 250 kB (error <c>view_too_large</c> of views.publish).</summary>
    public static readonly Load View = new(100, 60_000);

    /// <summary>Inside a container: at most 10 blocks (docs.slack.dev/reference/block-kit/blocks/container-block), small enough to fit into a message as one.</summary>
    public static readonly Load Container = new(10, 10_000);
}
