using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Conversation.Privacy;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Text;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>
/// A conversation on a real SQLite file with a clock that can be moved: people say and press things, time passes,
/// and everything that was said is kept as a transcript.
/// </summary>
internal sealed partial class Talk : IMessenger, IDisposable
{
    public static readonly ChatPerson Anna = new("U-ANNA", "Anna", "en-GB", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
    public static readonly ChatPerson Ben = new("U-BEN", "Ben", "en-GB", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
    public static readonly ChatPerson Clara = new("U-CLARA", "Clara", "de-DE", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
    public static readonly ChatChannel Channel = new("C-CLIENTS", "clients", IsDirect: false);

    private readonly Database database;
    private readonly SimulatedClock clock;
    private readonly TurnHandler conversation;
    private readonly TimeTravel travel;
    private readonly StringBuilder transcript = new();
    private readonly Dictionary<Guid, Card> answers = [];

    /// <summary>What was posted and renewed since, and when; in an order of its own at each instant, for several places are worked on at once.</summary>
    private readonly List<(Instant At, string Text, string? NewKey)> pending = [];

    private int turns;

    private Talk(Instant start, Database database)
    {
        this.database = database;
        clock = new SimulatedClock(start);
        Stores = database.On(clock);
        var sweep = new Sweep(Stores, NullLogger<Sweep>.Instance);
        var dispatcher = new Dispatcher(Stores, this, clock, NullLogger<Dispatcher>.Instance);
        travel = new TimeTravel(Stores, sweep, dispatcher, clock);
        var services = new ServiceCollection().AddSingleton(Stores).AddSingleton<IClock>(clock).AddSingleton(dispatcher).AddSingleton(sweep)
            .AddSingleton(new FilesAddress(new Uri("https://bot.example/"))).BuildServiceProvider();
        Registry = CommandRegistry.FromAssembly(services);
        conversation = new TurnHandler(Stores, Registry, [], clock, cancellation => dispatcher.Run(clock.GetCurrentInstant(), cancellation), new Complainer(Failures));
    }

    public Stores Stores { get; }

    public Database Database => database;

    /// <summary>Every command there is.</summary>
    public IReadOnlyList<Command> Commands => Registry.Commands;

    /// <summary>Every command and button there is.</summary>
    public CommandRegistry Registry { get; }

    /// <summary>What went wrong inside; nothing should.</summary>
    public List<string> Failures { get; } = [];

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>What was posted without being asked for, oldest first.</summary>
    public List<Announcement> Posted { get; } = [];

    /// <summary>How each post reads now, by its key; a renewed post reads as it was renewed.</summary>
    public OrderedDictionary<string, Card> Cards { get; } = [];

    /// <summary>Starts at a local time in Berlin, such as <c>2027-03-05T15:00</c>.</summary>
    public static async Task<Talk> At(string berlin, bool onPostgres = false) =>
        new(InBerlin(berlin), await Database.Create(onPostgres ? DatabaseKind.Postgres : DatabaseKind.Sqlite));

    public static ChatChannel DirectOf(ChatPerson person) => new("D-" + person.Id, "direct", IsDirect: true);

    /// <summary>Someone types to the bot, in the channel unless told otherwise.</summary>
    public Task<Reply> Say(ChatPerson person, string text, ChatChannel? channel = null) => Turn(person, new Typed(text), channel);

    /// <summary>Someone presses the first button of this action on the card of a reply.</summary>
    public Task<Reply> Press(ChatPerson person, Reply on, string actionId, ChatChannel? channel = null) => Press(person, ButtonOf(on.Card!, actionId), channel);

    public Task<Reply> Press(ChatPerson person, Button button, ChatChannel? channel = null) =>
        Turn(person, new Pressed(button.ActionId, button.Value), channel, $"presses [{button.Label}]");

    /// <summary>Someone submits the form a reply has opened, with these fields changed.</summary>
    public Task<Reply> Submit(ChatPerson person, Reply opened, params (string Field, string Value)[] changes) => Submit(person, opened, null, changes);

    public Task<Reply> Submit(ChatPerson person, Reply opened, ChatChannel? channel, params (string Field, string Value)[] changes)
    {
        var values = opened.Form!.Fields.ToDictionary(field => field.Name, field => field.Value);
        foreach (var (field, value) in changes) values[field] = value;
        var shown = string.Join(", ", values.Where(value => value.Value.Length > 0).Select(value => $"{value.Key}={value.Value}"));
        return Turn(person, new Submitted(opened.Form.Id, values, opened.Form.Context), channel, $"submits {opened.Form.Id}: {shown}");
    }

    public Task<Reply> Turn(ChatPerson person, TurnInput input, ChatChannel? channel) => Turn(person, input, channel, input is Typed typed ? typed.Text : input.GetType().Name);

    /// <summary>Answers a turn as a platform would hand it in, so that it can be handed in twice or at once with another.</summary>
    public Task<Reply> Answer(Turn turn) => conversation.Answer(turn, TestContext.Current.CancellationToken);

    /// <summary>A turn that was not handed in yet.</summary>
    public Turn Make(ChatPerson person, TurnInput input, ChatChannel? channel = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"turn-{Interlocked.Increment(ref turns)}"), "local", "test", channel ?? Channel, person, input);

    private async Task<Reply> Turn(ChatPerson person, TurnInput input, ChatChannel? channel, string shown)
    {
        var reply = await Answer(Make(person, input, channel));
        AppendPending();
        Failures.ShouldBeEmpty();
        transcript.Append(person.Name).Append(": ").AppendLine(shown).AppendLine(CardText.Of(reply));
        if (reply is { Live: { } live, Card: { } card }) await Stands(live.PostId, card);
        return reply;
    }

    /// <summary>The platform has sent a live card: from now on it can be renewed.</summary>
    private async Task Stands(Guid post, Card card)
    {
        answers[post] = card;
        await Stores.AnswerStands(post, post.ToString("N"), TestContext.Current.CancellationToken);
    }

    /// <summary>How the live card of a reply reads now.</summary>
    public Card AsItReads(Reply reply) => answers[reply.Live!.PostId];

    /// <summary>Time passes until a local time in Berlin; what falls due is posted.</summary>
    public async Task<Arrival> Until(string berlin)
    {
        transcript.Append("--- ").AppendLine(berlin).AppendLine();
        var arrival = await travel.To(InBerlin(berlin), TestContext.Current.CancellationToken);
        AppendPending();
        return arrival;
    }

    public static Button ButtonOf(Card card, string actionId) => ButtonsOf(card).First(button => button.ActionId == actionId);

    public static IEnumerable<Button> ButtonsOf(Card card) => card.Parts.SelectMany(ButtonsOf);

    /// <summary>What was said, with ids as numbers in the order of their first appearance.</summary>
    public override string ToString()
    {
        var ids = new List<string>();
        return Id().Replace(transcript.ToString(), found =>
        {
            if (!ids.Contains(found.Value)) ids.Add(found.Value);
            return $"#{ids.IndexOf(found.Value) + 1}";
        });
    }

    public void Dispose() => database.Dispose();

    Task<Delivery> IMessenger.Post(Announcement announcement, CancellationToken cancellation)
    {
        Posted.Add(announcement);
        Show("posted", announcement);
        return Task.FromResult<Delivery>(new Delivered(announcement.Post.Key));
    }

    Task<Lookup> IMessenger.Find(Announcement announcement, CancellationToken cancellation) => Task.FromResult<Lookup>(new Missing());

    Task<Delivery> IMessenger.Update(Announcement announcement, CancellationToken cancellation)
    {
        Show("renewed", announcement);
        return Task.FromResult<Delivery>(new Delivered(announcement.Post.MessageId!));
    }

    private void AppendPending()
    {
        foreach (var (_, text, key) in pending.OrderBy(one => one.At).ThenBy(one => one.Text, StringComparer.Ordinal))
        {
            transcript.Append(text);
            if (key is null || !Cards.Remove(key, out var card)) continue;
            Cards.Add(key, card);
        }

        pending.Clear();
    }

    private void Show(string what, Announcement announcement)
    {
        if (AnnouncementCards.Renewed(announcement) is not { } card) return;
        var text = $"{what} to {announcement.Address}{Environment.NewLine}{CardText.Of(card)}{Environment.NewLine}";
        // Several places are worked on at once.
        lock (answers)
        {
            // An answer of which nothing is left to say stays where it stands.
            var isAnswer = announcement.Answer is not null || answers.ContainsKey(announcement.Post.Id);
            var isNew = !isAnswer && !Cards.ContainsKey(announcement.Post.Key);
            if (!isAnswer) Cards[announcement.Post.Key] = card;
            else answers[announcement.Post.Id] = card;
            pending.Add((Now, text, isNew ? announcement.Post.Key : null));
        }
    }

    private static IEnumerable<Button> ButtonsOf(CardPart part) => part switch
    {
        Actions actions => actions.Buttons,
        Section section => section.Buttons,
        Fold fold => fold.Parts.SelectMany(ButtonsOf),
        _ => [],
    };

    private static Instant InBerlin(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneLeniently(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant();

    private sealed class Complainer(List<string> failures) : ILogger<TurnHandler>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            failures.Add(formatter(state, exception) + exception);
    }

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Id();
}
