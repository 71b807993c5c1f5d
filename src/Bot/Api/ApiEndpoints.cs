using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AccountNudge.Bot.Conversation.Briefs;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Bot.Platforms;
using AccountNudge.Core.Access;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Api;

/// <summary>The three calls that other systems may make.</summary>
internal sealed partial class ApiEndpoints(Stores stores, ApiAccess access, ApiRecording recording, IClock clock, ILogger<ApiEndpoints> logger)
{
    /// <summary>Exactly the fields there are, each once; values by their names.</summary>
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web)
    {
        AllowDuplicateProperties = false, MaxDepth = 8, NumberHandling = JsonNumberHandling.Strict, PropertyNameCaseInsensitive = false,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(), UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly JsonDocumentOptions StrictDocument = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary><c>POST /api/v1/interactions</c>.</summary>
    public Task<IResult> Note(HttpContext http, string? key) => Record<NewInteraction>(http, ApiScopes.Interactions, key, recording.Note);

    /// <summary><c>POST /api/v1/complaints</c>.</summary>
    public Task<IResult> Log(HttpContext http, string? key) => Record<NewComplaint>(http, ApiScopes.Complaints, key, recording.Log);

    /// <summary><c>GET /api/v1/brief</c>: what anybody in the team may read on the telephone; nothing that is for managers or one person alone.</summary>
    public Task<IResult> Brief(HttpContext http, string? phone) => Answer(http, ApiScopes.Brief, async (caller, cancellation) =>
    {
        await using var store = stores.Open(caller.Scope);
        var (contact, problem) = WhoIsMeant.Calling(phone, await KnownNames.Of(store, [caller.Team], cancellation));
        if (problem is not null) return problem.In(caller.Voice);
        var now = clock.GetCurrentInstant();
        if (await store.BriefOf(contact!.AccountId, contact.Id, now, cancellation) is not { } brief) return new ApiProblem(StatusCodes.Status404NotFound, "unknown-phone", ApiTexts.UnknownCaller).In(caller.Voice);
        var card = BriefCards.Of(brief, new RenderContext(caller.Voice, caller.Team.Settings.Calendar().Zone, now, IsDirect: true));
        var ids = MentionsInWords.Ids(card);
        var names = await store.Members.Where(member => ids.Contains(member.PersonId)).ToDictionaryAsync(member => member.PersonId, member => member.Name, cancellation);
        var shown = MentionsInWords.Shown(card, names, caller.Voice);
        return TypedResults.Json(new CallBrief(shown.Headline.Plain, brief.Facts.Account.Name, contact.Name, ApiLanguage.Locale(caller.Language), [.. CallBriefs.Sections(shown)]));
    });

    private Task<IResult> Record<T>(HttpContext http, ApiScopes needed, string? key, Func<ApiCaller, T, string?, byte[], CancellationToken, Task<IResult>> record)
        where T : AboutSomebody =>
        Answer(http, needed, async (caller, cancellation) =>
        {
            if (!http.Request.HasJsonContentType()) return new ApiProblem(StatusCodes.Status415UnsupportedMediaType, "not-json", ApiTexts.NotJson).In(caller.Voice);
            if (key?.Length > ApiLimits.LongestKey) return ApiProblem.At("Idempotency-Key", ApiTexts.LongKey).In(caller.Voice);
            var (body, status) = await RequestBody.Read(http, ApiLimits.LongestBody);
            if (body is null)
            {
                return (status == StatusCodes.Status413PayloadTooLarge
                    ? new ApiProblem(status, "too-long", ApiTexts.TooLong)
                    : new ApiProblem(StatusCodes.Status400BadRequest, "malformed", ApiTexts.Malformed)).In(caller.Voice);
            }

            var (given, problem) = Read<T>(body);
            if (problem is not null) return problem.In(caller.Voice);
            var wanted = string.IsNullOrWhiteSpace(key) ? null : key.Trim();
            return await record(caller, given!, wanted, Secret.HashOf($"{http.Request.Path}\n{Convert.ToBase64String(body)}"), cancellation);
        });

    /// <summary>What was sent, or what is wrong with it.</summary>
    private static (T? Given, ApiProblem? Problem) Read<T>(byte[] body)
        where T : AboutSomebody
    {
        var fields = Strict.GetTypeInfo(typeof(T)).Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(body, StrictDocument);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return (null, new ApiProblem(StatusCodes.Status400BadRequest, "malformed", ApiTexts.Malformed));
            var unknown = document.RootElement.EnumerateObject().Select(field => field.Name).Where(name => !fields.Contains(name)).ToList();
            if (unknown.Count > 0) return (null, Wrong(unknown.ToDictionary(name => name, _ => ApiTexts.UnknownField)));
        }
        catch (JsonException)
        {
            return (null, new ApiProblem(StatusCodes.Status400BadRequest, "malformed", ApiTexts.Malformed));
        }

        try
        {
            var given = JsonSerializer.Deserialize<T>(body, Strict)!;
            var wrong = WrongIn(given);
            return wrong.Count > 0 ? (null, Wrong(wrong)) : (given, null);
        }
        catch (JsonException fault)
        {
            return (null, Wrong(new Dictionary<string, Text> { [fault.Path?.TrimStart('$', '.') ?? ""] = ApiTexts.WrongValue }));
        }
    }

    private static Dictionary<string, Text> WrongIn(AboutSomebody given)
    {
        var (text, isNeeded) = given switch { NewComplaint complaint => (complaint.Text, true), NewInteraction talk => (talk.Text, talk.Kind is null or ApiKind.Note), _ => (null, false) };
        var wrong = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (isNeeded && string.IsNullOrWhiteSpace(text)) wrong["text"] = ApiTexts.NeedsText;
        if (text?.Length > ApiLimits.LongestText) wrong["text"] = ApiTexts.TooLongField(ApiLimits.LongestText);
        foreach (var (field, value) in new[] { ("account", given.Account), ("contact", given.Contact), ("phone", given.Phone) })
        {
            if (value?.Length > ApiLimits.LongestName) wrong[field] = ApiTexts.TooLongField(ApiLimits.LongestName);
        }

        return wrong;
    }

    private static ApiProblem Wrong(IReadOnlyDictionary<string, Text> errors) => new(StatusCodes.Status400BadRequest, "wrong-field", ApiTexts.SomeFields) { Errors = errors };

    /// <summary>Carries a call out for who may make it.</summary>
    private async Task<IResult> Answer(HttpContext http, ApiScopes needed, Func<ApiCaller, CancellationToken, Task<IResult>> answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        var voice = ApiLanguage.Of(http.Request) == Language.German ? Voice.German : Voice.English;
#pragma warning disable CA1031 // A caller gets a sentence, whatever went wrong; the log gets the kind of failure and nothing of the call.
        try
        {
            var (caller, problem) = await access.Enter(http, needed, http.RequestAborted);
            if (caller is null) return problem!.In(voice);
            http.Response.Headers.ContentLanguage = ApiLanguage.Locale(caller.Language);
            return await answer(caller, http.RequestAborted);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(logger, needed, failure.GetType().Name);
            return new ApiProblem(failure.IsOfDatabase() ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError, "failed", ApiTexts.NotNow).In(voice);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "API: a call for {Needed} failed ({Failure})")]
    private static partial void LogFailure(ILogger logger, ApiScopes needed, string failure);
}

/// <summary>A brief for a telephone's screen: the same as in chat, without what can be pressed.</summary>
internal static class CallBriefs
{
    /// <summary>The parts of a card, each heading with what stands below it.</summary>
    public static IEnumerable<CallBriefSection> Sections(Card card)
    {
        var (title, facts, lines) = ((string?)null, new List<CallBriefFact>(), new List<string>());
        foreach (var part in card.Parts)
        {
            if (part is Heading heading)
            {
                if (facts.Count + lines.Count > 0) yield return new CallBriefSection(title, facts, lines);
                (title, facts, lines) = (heading.Text.Plain, [], []);
            }
            else if (part is Facts all)
            {
                facts.AddRange(all.Items.Select(fact => new CallBriefFact(fact.Label, fact.Value.Plain)));
            }
            else
            {
                lines.AddRange(LinesOf(part));
            }
        }

        if (facts.Count + lines.Count > 0) yield return new CallBriefSection(title, facts, lines);
    }

    private static IEnumerable<string> LinesOf(CardPart part) => part switch
    {
        Paragraph paragraph => [paragraph.Text.Plain],
        Quote quote => [quote.Words],
        Note note => [note.Text.Plain],
        Section { Detail: { } detail } section => [$"{section.Text.Plain} · {detail.Plain}"],
        Section section => [section.Text.Plain],
        Fold fold => fold.Parts.SelectMany(LinesOf),
        _ => [],
    };
}
