using AccountNudge.Bot.Local.Chat;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Bot.Local.Sample;
using AccountNudge.Core.Import;

namespace AccountNudge.Bot.Local;

/// <summary>Who looks, and at what place.</summary>
public sealed record Viewer(string? As, string? In);

/// <summary>Something done on the page; the same act sent twice has the same id.</summary>
public record ActRequest(string? As, string? In, Guid Act);

/// <summary>A line was sent.</summary>
public sealed record SayRequest(string? As, string? In, Guid Act, string Text) : ActRequest(As, In, Act);

/// <summary>A button was pressed.</summary>
public sealed record PressRequest(string? As, string? In, Guid Act, long Message, string Action, string Value) : ActRequest(As, In, Act);

/// <summary>A form was submitted.</summary>
public sealed record SubmitRequest(string? As, string? In, Guid Act, string Form, string Context, Dictionary<string, string> Values, long? Message) : ActRequest(As, In, Act);

/// <summary>A file was sent; its bytes are the body of the request.</summary>
public sealed record FileRequest(string? As, string? In, Guid Act, string Name) : ActRequest(As, In, Act);

/// <summary>The clock is to be moved: to <c>hour</c>, <c>morning</c>, <c>week</c>, or a local date and time.</summary>
public sealed record TravelRequest(string? As, string? In, Guid Act, string To) : ActRequest(As, In, Act);

/// <summary>What the page does next; what was said comes as messages.</summary>
public sealed record ActAnswer
{
    /// <summary>A line for the status below the log.</summary>
    public string? Hint { get; init; }

    /// <summary>The drawn form to open.</summary>
    public string? Form { get; init; }

    /// <summary>What is wrong with a submission, by field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>A file to save.</summary>
    public ReplyFile? File { get; init; }

    /// <summary>An address to go to.</summary>
    public string? Go { get; init; }
}

/// <summary>Does what the page asks for.</summary>
public sealed partial class LocalActs(
    LocalChat chat,
    LocalTalk talk,
    LocalSetup setup,
    SampleLoader sample,
    LocalClock clock,
    CommandRegistry registry,
    PageRenderer renderer,
    ILogger<LocalActs> logger)
{
    private const int LongestLine = 4000;

    public Task<ActAnswer> Say(SayRequest request, CancellationToken cancellation) =>
        Do(request, null, act => talk.Say(act, request.Text.Length > LongestLine ? request.Text[..LongestLine] : request.Text, cancellation), cancellation);

    public Task<ActAnswer> Press(PressRequest request, CancellationToken cancellation) =>
        Do(request, request.Message, act => talk.Press(act, request.Message, new Pressed(request.Action, request.Value), cancellation), cancellation);

    /// <summary>Sends a file; of one that is too large no more is read than tells so.</summary>
    public Task<ActAnswer> Send(FileRequest request, Stream body, CancellationToken cancellation) =>
        Do(request, null, async act => await talk.Send(act, request.Name, await Bytes(body, cancellation), cancellation), cancellation);

    public async Task<ActAnswer> Submit(SubmitRequest request, Voice browser, CancellationToken cancellation)
    {
        if (!request.Form.StartsWith(LocalForms.Prefix, StringComparison.Ordinal))
            return await Do(request, request.Message, act => talk.Submit(act, request.Message, new Submitted(request.Form, request.Values, request.Context), cancellation), cancellation);
        var speaker = (await chat.Roster(cancellation)).Person(request.As);
        var voice = speaker is null ? browser : PageTexts.VoiceFor(speaker.Locale);
        var begins = request.Form == LocalForms.Prefix + LocalForms.Start;
        var result = begins ? await sample.Instead(Set, cancellation) : await Set();
        return new ActAnswer { Errors = result.Errors, Go = result.Errors.Count > 0 ? null : Address(result.Person, result.Place) };

        Task<LocalSetup.Result> Set() => setup.Submit(request.Form, speaker, request.Values, voice, cancellation);
    }

    public async Task<ActAnswer> Travel(TravelRequest request, CancellationToken cancellation)
    {
        if (!clock.CanTravel || await Act(request, cancellation) is not { } act) return new ActAnswer();
        var voice = PageTexts.VoiceFor(act.Person.Locale);
        if (clock.Target(request.To, act.Person.Zone) is not { } target) return new ActAnswer { Errors = new Dictionary<string, string> { ["to"] = PageTexts.OnlyLater.Plain(voice) } };
        if (await clock.Travel(target, cancellation) is not { } arrival) return new ActAnswer { Hint = PageTexts.TravellingAlready.Plain(voice) };
        var hint = arrival.Now < target ? PageTexts.Stopped(PageTexts.Moment(arrival.Now.InZone(act.Person.Zone).LocalDateTime, voice)) : PageTexts.Arrived(arrival.Pending.Count);
        return new ActAnswer { Hint = hint.Plain(voice) };
    }

    public async Task<ActAnswer> LoadSample(Voice browser, CancellationToken cancellation)
    {
        try
        {
            await sample.Load(browser.Language, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Somebody began without it.
        }

        return new ActAnswer { Go = "/" };
    }

    /// <summary>What can be typed to the bot, in a person's language.</summary>
    public async Task<IReadOnlyList<CommandHint>> Commands(string? personId, CancellationToken cancellation) =>
        CommandHint.All(registry, PageTexts.VoiceFor((await chat.Roster(cancellation)).Person(personId)?.Locale));

    public async Task<ActAnswer> OpenForm(string name, Viewer viewer, Voice browser, CancellationToken cancellation)
    {
        var roster = await chat.Roster(cancellation);
        var voice = roster.Person(viewer.As) is { } person ? PageTexts.VoiceFor(person.Locale) : browser;
        if (sample.Progress is not null) roster = new Roster([], []);
        return LocalForms.Open(name, voice, roster, viewer.In) is { } form ? new ActAnswer { Form = await Draw(form, voice, null) } : new ActAnswer();
    }

    private async Task<ActAnswer> Do(ActRequest request, long? message, Func<LocalAct, Task<LocalOutcome>> work, CancellationToken cancellation)
    {
        if (await Act(request, cancellation) is not { } act) return new ActAnswer { Go = "/" };
        var voice = PageTexts.VoiceFor(act.Person.Locale);
        try
        {
            var outcome = await work(act);
            return new ActAnswer
            {
                Hint = outcome.Hint?.Plain(voice),
                Errors = outcome.Errors,
                File = outcome.File,
                Form = outcome.Form is null ? null : await Draw(outcome.Form, voice, message),
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure.GetType().Name, failure.StackTrace);
            return new ActAnswer { Hint = PageTexts.Failed.Plain(voice), Errors = new Dictionary<string, string> { [""] = PageTexts.Failed.Plain(voice) } };
        }
    }

    private async Task<LocalAct?> Act(ActRequest request, CancellationToken cancellation)
    {
        var roster = await chat.Roster(cancellation);
        if (roster.Person(request.As) is not { } person || request.In is not { } place || !roster.MayBeIn(person.Id, place)) return null;
        return new LocalAct(request.Act.ToString("N"), roster.People, person, place, roster.Channel(place));
    }

    private static async Task<byte[]> Bytes(Stream body, CancellationToken cancellation)
    {
        const int Most = (ImportLimits.Megabytes * 1024 * 1024) + 1;
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while (bytes.Length < Most && (count = await body.ReadAsync(buffer, cancellation)) > 0) bytes.Write(buffer, 0, count);
        return bytes.ToArray();
    }

    private Task<string> Draw(Form form, Voice voice, long? message) => renderer.Draw<FormDialog>(new()
    {
        [nameof(FormDialog.Form)] = form,
        [nameof(FormDialog.Voice)] = voice,
        [nameof(FormDialog.Message)] = message,
    });

    private static string Address(string? person, string? place) =>
        $"/?as={Uri.EscapeDataString(person ?? "")}&in={Uri.EscapeDataString(place ?? "")}";

    /// <remarks>Without the exception's message, which may repeat what somebody typed.</remarks>
    [LoggerMessage(LogLevel.Error, "The answer to an act on the local page failed with {Kind} at {Where}")]
    private partial void LogFailed(string kind, string? where);
}
