using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Announcements;

public sealed class ChatMessengerTests
{
    [Fact]
    public async Task The_platform_learns_which_message_a_new_one_may_follow()
    {
        var (platform, sample) = (new Listening(), new Sample());
        var messenger = new ChatMessenger([platform]);
        var announcement = sample.Post(Voice.English, PostKind.Severe, false, sample.About(ComplaintPractice.Acknowledge, 1));

        await messenger.Post(announcement with { EarlierMessageId = "C1:17.0001" }, default);
        await messenger.Post(announcement, default);

        platform.Targets.Select(target => (target.Address, target.FollowsMessageId)).ShouldBe([("C", "C1:17.0001"), ("C", null)]);
    }

    [Theory]
    [InlineData(RefusalReason.Archived, "It has been archived.", "Er ist archiviert.")]
    [InlineData(RefusalReason.NotInChannel, "Inviting me again is enough.", "Es genügt, mich wieder einzuladen.")]
    [InlineData(RefusalReason.Outsiders, "shared with people from outside", "Dort lesen Außenstehende mit")]
    [InlineData(RefusalReason.Removed, "Adding me again is enough", "Es genügt, mich wieder hinzuzufügen")]
    [InlineData(RefusalReason.NotAllowed, "Whoever manages them for you can allow me again", "Wer sie bei euch verwaltet, kann mich wieder zulassen")]
    [InlineData(RefusalReason.Other, "Perhaps it was deleted", "Vielleicht wurde er gelöscht")]
    [InlineData(null, "Perhaps it was deleted", "Vielleicht wurde er gelöscht")]
    public void A_home_that_cannot_be_reached_says_why_and_what_helps(RefusalReason? reason, string english, string german)
    {
        var sample = new Sample();
        var team = new AccountTeam { WorkspaceId = sample.Workspace.Id, Name = "clients", Home = "C", CreatedAt = sample.Now, UnreachableReason = reason };
        foreach (var (voice, words) in new[] { (Voice.English, english), (Voice.German, german) })
        {
            CardText.Of(AnnouncementCards.Of(sample.Post(voice, PostKind.Unreachable, true) with { Unreachable = team })).ShouldContain(words);
        }
    }

    private sealed class Listening : IChatPlatform
    {
        public List<ChatTarget> Targets { get; } = [];

        public string Name => "local";

        public Task<Delivery> Post(ChatTarget target, Card card, string key, CancellationToken cancellation)
        {
            Targets.Add(target);
            return Task.FromResult<Delivery>(new Delivered("1"));
        }

        public Task<Lookup> Find(ChatTarget target, string key, Instant sentAfter, CancellationToken cancellation) => Task.FromResult<Lookup>(new Unknown());

        public Task<Delivery> Update(ChatTarget target, string messageId, Card card, CancellationToken cancellation) => Task.FromResult<Delivery>(new Delivered(messageId));

        public Task FollowHome(string workspaceId, string channelId, CancellationToken cancellation) => Task.CompletedTask;

        public Task<IReadOnlyCollection<string>?> ChannelsOf(string workspaceId, string personId, IReadOnlyCollection<string> among, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyCollection<string>?>([]);
    }
}
