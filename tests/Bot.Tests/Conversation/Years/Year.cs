using System.Text;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AccountNudge.Bot.Tests.Conversation.Years;

/// <summary>One line of what was posted: what a practice said of a client on a day.</summary>
/// <param name="Practice">The kind of the practice.</param>
/// <param name="Account">The client.</param>
/// <param name="Text">As it is read.</param>
internal sealed record ToldLine(string Practice, string Account, string Text);

/// <summary>Something that was posted without being asked for.</summary>
/// <param name="At">When, in the team's zone.</param>
/// <param name="To">The channel, or who alone reads it.</param>
/// <param name="Kind">How it was said.</param>
/// <param name="Headline">Its first line, where it has no lines of practices.</param>
/// <param name="Lines">What it says.</param>
internal sealed record ToldPost(LocalDateTime At, string To, PostKind Kind, string Headline, IReadOnlyList<ToldLine> Lines);

/// <summary>
/// A year in which the bot runs beside a team: its people talk to their clients in a rhythm of their own, things happen, and what the bot says of
/// its own accord is kept. 2028 has a leap day; both changes of the clock lie in it.
/// </summary>
internal sealed class Year : IDisposable
{
    private static readonly LocalDate First = new(2028, 1, 3);
    private static readonly LocalDate Last = new(2029, 1, 19);
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");
    private static readonly string[] Leaves = ["left", "deceased", "gegangen", "verstorben"];
    private readonly Talk talk;
    private readonly Life life;
    private readonly string? without;
    private readonly StringBuilder told = new();
    private LocalDate? dayTold;
    private int read;

    private Year(Talk talk, Life life, string? without) => (this.talk, this.life, this.without) = (talk, life, without);

    /// <summary>Everything that was posted, in the order in which it was.</summary>
    public List<ToldPost> Posts { get; } = [];

    /// <summary>Lives through the year, without one practice where one is named.</summary>
    public static async Task<Year> Of(Life life, string? without = null)
    {
        var year = new Year(await Talk.At("2028-01-03T11:00"), life, without);
        await year.SetUp();
        for (var day = First; day <= Last; day = day.PlusDays(1)) await year.Live(day);
        return year;
    }

    public override string ToString() => told.ToString();

    public void Dispose() => talk.Dispose();

    private async Task SetUp()
    {
        foreach (var line in life.SetUp) await Say(life.Manager, line, life.Channel);
        foreach (var person in life.People) await Say(person, life.IsGerman ? "heute" : "today", life.Channel);
        foreach (var client in life.Clients)
        {
            var deputy = life.People.First(person => person != life.Manager && person != client.Owner);
            await Say(client.Owner, life.IsGerman
                ? $"kunde neu {client.Name} stufe {client.Tier} seit {client.Since}"
                : $"account add {client.Name} tier {client.Tier} since {client.Since}");
            await Say(client.Owner, life.IsGerman ? $"kunde vertretung {client.Name} @[{deputy.Id}|{deputy.Name}]" : $"account deputy {client.Name} @[{deputy.Id}|{deputy.Name}]");
            foreach (var (name, birthday) in client.People)
            {
                var on = birthday.Length == 0 ? "" : life.IsGerman ? $" geburtstag {birthday}" : $" birthday {birthday}";
                await Say(client.Owner, life.IsGerman ? $"ansprechperson neu {name} bei {client.Name}{on}" : $"contact add {name} at {client.Name}{on}");
            }

            foreach (var on in Before(client)) await Say(client.Owner, Talked(client, on, 0));
        }

        if (without is not null) await TurnOff(without);
    }

    private async Task TurnOff(string practice)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = talk.Stores.Open(Scope.Nothing);
        var workspace = await store.Workspaces.SingleAsync(cancellation);
        store.Within(new Scope(workspace.Id, (await store.TeamsAt(workspace.Id, [life.Channel.Id], cancellation)).Single()));
        var team = await store.Teams.SingleAsync(cancellation);
        team.Settings = team.Settings with { PracticesOff = [practice] };
        await store.SaveChangesAsync(cancellation);
    }

    /// <summary>The days of the year before on which they were talked to.</summary>
    private static IEnumerable<LocalDate> Before(Client client) =>
        Enumerable.Range(1, 12).SelectMany(month => Enumerable.Range(0, client.Earlier).Select(talked => new LocalDate(2027, month, 3 + (talked * 9)))).Append(new LocalDate(2027, 12, 10)).Distinct();

    /// <summary>A day in the life of the team: what falls due is posted, what happens is told to the bot in the late morning.</summary>
    private async Task Live(LocalDate day)
    {
        if (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) return;
        await talk.Until(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(day.At(new LocalTime(day == First ? 11 : 10, 30))));
        Read();
        foreach (var said in life.Happens.Where(said => Shifted(said.On) == day))
        {
            Tell(day, $"  10:30 {said.By.Name}: {Mentioned(said.Text)}");
            await Say(said.By, said.Text, said.InChannel ? life.Channel : null);
        }

        var workingDay = Enumerable.Range(0, Period.DaysBetween(First, day)).Count(days => First.PlusDays(days).DayOfWeek < IsoDayOfWeek.Saturday);
        foreach (var (client, index) in life.Clients.Select((client, index) => (client, index)))
        {
            if (client.Silence is { } silence && day >= silence.From && day <= silence.Until) continue;
            if ((workingDay + (index * 3)) % client.Every == 0) await Say(OwnerOf(client, day), Talked(client, day, (workingDay / client.Every) + index));
        }

        Read();
    }

    private string Talked(Client client, LocalDate on, int count)
    {
        var kind = client.Kinds[count % client.Kinds.Count];
        var there = client.People.Select(person => person.Name).Where(person => !IsGone(person, on)).ToList();
        var name = there[count % 4 == 3 ? there.Count - 1 : 0];
        var day = on.Year == 2027 ? (life.IsGerman ? FormattableString.Invariant($" am {on.Day}.{on.Month}.{on.Year}") : FormattableString.Invariant($" on {on:d MMMM yyyy}")) : "";
        return life.IsGerman ? $"notiz {client.Name} {IsGermanKind(kind)} mit {name}{day}: gesprochen" : $"log {client.Name} {kind} with {name}{day}: talked";
    }

    private static ChatPerson OwnerOf(Client client, LocalDate on) => client.Later is { } later && on > later.From ? later.Owner : client.Owner;

    private bool IsGone(string person, LocalDate on) => life.Happens.Any(said => Shifted(said.On) <= on && Leaves.Any(word => said.Text.StartsWith($"{word} {person}", StringComparison.Ordinal)));

    private static string IsGermanKind(string kind) => kind switch { "call" => "anruf", "visit" => "besuch", _ => kind };

    /// <summary>What falls on a weekend happens on the Monday after it.</summary>
    private static LocalDate Shifted(LocalDate on) => on.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? on.Next(IsoDayOfWeek.Monday) : on;

    private static string Mentioned(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"@\[[^|]*\|([^\]]*)\]", "@$1");

    private async Task Say(ChatPerson person, string text, ChatChannel? channel = null)
    {
        var reply = await talk.Say(person, text, channel ?? Talk.DirectOf(person));
        var understood = reply.Errors.Count == 0 && reply.Form is null && reply.Card is { } card && !Talk.ButtonsOf(card).Any(button => button.ActionId.StartsWith("draft.", StringComparison.Ordinal));
        understood.ShouldBeTrue($"{person.Name}: {text}\n{CardText.Of(reply)}");
    }

    /// <summary>Keeps what was posted since it was last read.</summary>
    private void Read()
    {
        foreach (var announcement in talk.Posted.Skip(read).OrderBy(post => post.Post.DecidedAt).ThenBy(post => post.Address, StringComparer.Ordinal).ThenBy(post => post.Post.Kind))
        {
            var at = announcement.Post.DecidedAt.InZone(announcement.Zone).LocalDateTime;
            var context = new RenderContext(announcement.Voice, announcement.Zone, announcement.Post.DecidedAt, announcement.IsDirect);
            var to = announcement.IsDirect ? life.People.Single(person => person.Id == announcement.Address).Name : $"#{life.Channel.Name}";
            var lines = announcement.Lines.Select(line => new ToldLine(line.Nudge.Kind, line.Account.Name, MatterLines.Sentence(line, context).In(announcement.Voice).Plain)).ToList();
            var headline = "";
            if (announcement.Week is { } week)
            {
                headline = life.IsGerman ? "Woche" : "week";
                lines.AddRange(week.Needs.Select(need => new ToldLine($"week, {need.Kind}", need.Account.Name, PracticeViews.Of(need.Kind).Need(need, context).In(announcement.Voice).Plain)));
                lines.AddRange(PracticeViews.All.SelectMany(view => view.DigestParts(week, context).SelectMany(Texts).Select(text => new ToldLine($"week, {view.Kind}", "", text))));
            }

            var post = new ToldPost(at, to, announcement.Post.Kind, headline, lines);
            Posts.Add(post);
            Tell(at.Date, $"  {LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at.TimeOfDay)} → {to}{(headline.Length > 0 ? $" ({headline})" : "")}{(post.Kind == PostKind.Severe ? " !" : "")}");
            foreach (var line in lines) told.Append("      ").Append('[').Append(line.Practice).Append("] ").AppendLine(line.Text);
        }

        read = talk.Posted.Count;
    }

    private static IEnumerable<string> Texts(CardPart part) => part switch
    {
        Section section => [section.Text.Plain],
        Paragraph paragraph => [paragraph.Text.Plain],
        Note note => [note.Text.Plain],
        Facts facts => facts.Items.Select(fact => $"{fact.Label}: {fact.Value.Plain}"),
        _ => [],
    };

    private void Tell(LocalDate day, string text)
    {
        if (dayTold != day) told.AppendLine().AppendLine(Day.Format(day));
        dayTold = day;
        told.AppendLine(text);
    }
}
