using System.Text.Json;
using AccountNudge.Bot.Conversation.Complaints;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Platforms.Drawing;
using AccountNudge.Core.Access;
using AccountNudge.Core.Storage;
using NodaTime.Text;

namespace AccountNudge.Bot.Api;

/// <summary>
/// Records what other systems tell: as a form that the token's own member submits in the team's home, so that it is the same command, in one
/// transaction with its planning, that people use in chat.
/// </summary>
internal sealed class ApiRecording(Stores stores, CommandRegistry registry, TurnHandler handler, IClock clock)
{
    /// <summary>A command's fields by the API's names for them.</summary>
    private static readonly IReadOnlyDictionary<string, string> FieldOf = new Dictionary<string, string>(StringComparer.Ordinal) { [LogSlots.When.Name] = "on", [ComplaintSlots.ResolveBy.Name] = "resolveBy" };

    /// <summary>Notes a talk.</summary>
    public Task<IResult> Note(ApiCaller caller, NewInteraction talk, string? key, byte[] asked, CancellationToken cancellation) => Record(
        caller, registry.Commands.OfType<LogCommand>().Single(), talk, key, asked, cancellation,
        (LogSlots.Kind.Name, talk.Kind?.ToString()),
        (LogSlots.Direction.Name, talk.Direction switch { ApiDirection.Incoming => nameof(Core.Interactions.Direction.They), ApiDirection.Outgoing => nameof(Core.Interactions.Direction.We), _ => null }),
        (LogSlots.Mood.Name, talk.Mood?.ToString()),
        (LogSlots.Balance.Name, talk.Balance?.ToString()),
        (LogSlots.When.Name, Iso(talk.On)),
        (LogSlots.Words.Name, talk.Text));

    /// <summary>Logs a complaint.</summary>
    public Task<IResult> Log(ApiCaller caller, NewComplaint complaint, string? key, byte[] asked, CancellationToken cancellation) => Record(
        caller, registry.Commands.OfType<OpenComplaint>().Single(), complaint, key, asked, cancellation,
        (ComplaintSlots.ResolveBy.Name, Iso(complaint.ResolveBy)),
        (LogSlots.Words.Name, complaint.Text));

    private async Task<IResult> Record(ApiCaller caller, Command command, AboutSomebody about, string? key, byte[] asked, CancellationToken cancellation, params (string Slot, string? Value)[] given)
    {
        var keyHash = key is null ? null : Secret.HashOf(key);
        if (keyHash is not null && await Before(caller, keyHash, asked, cancellation) is { } before) return before;
        var (who, problem) = WhoIsMeant.Find(about, await NamesOf(caller, cancellation));
        if (problem is not null) return problem.In(caller.Voice);
        var values = given.Where(one => !string.IsNullOrWhiteSpace(one.Value)).ToDictionary(one => one.Slot, one => one.Value!, StringComparer.Ordinal);
        values[CommonSlots.Account.Name] = who!.Account.Id.ToString("N");
        if (who.Contact is { } contact) values[LogSlots.Contact.Name] = contact.Id.ToString("N");
        var turn = TurnOf(caller, keyHash, new Submitted(command.Words.Id, values, ""));
        Guid? changeId = null;
        var reply = await handler.Answer(turn, Keep, cancellation);
        if (changeId is { } recorded) return await Answer(caller, recorded, cancellation);
        if (keyHash is not null && reply.Card is null && reply.Errors.Count == 0 && await Before(caller, keyHash, asked, cancellation) is { } meanwhile) return meanwhile;
        return NotRecorded(caller, turn, reply);

        async Task<bool> Keep(Store store, Reply kept, CancellationToken ending)
        {
            changeId = store.Recording?.Id;
            if (changeId is not { } change || keyHash is null) return changeId is not null;
            // It is no part of what can be taken back.
            store.Recording = null;
            store.ApiReceipts.Add(new ApiReceipt { WorkspaceId = caller.Workspace.Id, TeamId = caller.Team.Id, TokenId = caller.Token.Id, Key = keyHash, Asked = asked, ChangeId = change, At = clock.GetCurrentInstant() });
            await store.SaveChangesAsync(ending);
            return true;
        }
    }

    private static string? Iso(DateOnly? day) => day is { } on ? LocalDatePattern.Iso.Format(LocalDate.FromDateOnly(on)) : null;

    private static Turn TurnOf(ApiCaller caller, byte[]? key, TurnInput input)
    {
        var system = new ChatPerson(caller.Token.PersonId, caller.Token.Name, ApiLanguage.Locale(caller.Language)) { IsSystem = true };
        var home = new ChatChannel(caller.Team.Home, caller.Team.Name, IsDirect: false);
        var call = key is null ? Guid.NewGuid().ToString("N") : Convert.ToHexString(key);
        return new Turn($"api:{caller.Token.Id:N}:{call}", caller.Workspace.Platform, caller.Workspace.ExternalId, home, system, input);
    }

    private async Task<IReadOnlyList<KnownName>> NamesOf(ApiCaller caller, CancellationToken cancellation)
    {
        await using var store = stores.Open(caller.Scope);
        return await KnownNames.Of(store, [caller.Team], cancellation);
    }

    /// <summary>The answer to a call that came before under the same key; null for a new one.</summary>
    private async Task<IResult?> Before(ApiCaller caller, byte[] key, byte[] asked, CancellationToken cancellation)
    {
        await using var store = stores.Open(caller.Scope);
        var known = await store.ApiReceipts.AsNoTracking().FirstOrDefaultAsync(receipt => receipt.TokenId == caller.Token.Id && receipt.Key == key, cancellation);
        if (known is null) return null;
        return known.Asked.AsSpan().SequenceEqual(asked)
            ? await Answer(caller, known.ChangeId, cancellation)
            : new ApiProblem(StatusCodes.Status422UnprocessableEntity, "key-of-another-call", ApiTexts.OtherCall).In(caller.Voice);
    }

    private async Task<IResult> Answer(ApiCaller caller, Guid changeId, CancellationToken cancellation)
    {
        await using var store = stores.Open(caller.Scope);
        var given = await store.Changes.Where(change => change.Id == changeId).Select(change => change.Given).FirstOrDefaultAsync(cancellation);
        var slots = given is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(given)!;
        var (accountId, contactId) = (IdIn(CommonSlots.Account.Name), IdIn(LogSlots.Contact.Name));
        var account = await store.Accounts.Where(account => account.Id == accountId).Select(account => account.Name).FirstOrDefaultAsync(cancellation);
        var contact = contactId == default ? null : await store.Contacts.Where(contact => contact.Id == contactId).Select(contact => contact.Name).FirstOrDefaultAsync(cancellation);
        return TypedResults.Json(new Recorded(changeId, account, contact), statusCode: StatusCodes.Status201Created);

        Guid IdIn(string slot) => Guid.TryParseExact(slots.GetValueOrDefault(slot), "N", out var id) ? id : default;
    }

    /// <summary>What the command says is why it was not carried out.</summary>
    private static IResult NotRecorded(ApiCaller caller, Turn turn, Reply reply)
    {
        if (reply.Errors.TryGetValue("", out var sentence))
        {
            return sentence == ConversationTexts.Failed.Plain(Replies.VoiceOf(turn.Speaker))
                ? new ApiProblem(StatusCodes.Status500InternalServerError, "failed", ApiTexts.NotNow).In(caller.Voice)
                : new ApiProblem(StatusCodes.Status400BadRequest, "refused", Text.Verbatim(sentence)).In(caller.Voice);
        }

        if (reply.Errors.Count > 0)
        {
            return new ApiProblem(StatusCodes.Status400BadRequest, "wrong-field", ApiTexts.SomeFields)
            {
                Errors = reply.Errors.ToDictionary(error => FieldOf.GetValueOrDefault(error.Key, error.Key), error => Text.Verbatim(error.Value)),
            }.In(caller.Voice);
        }

        var said = reply.Card is { } card ? Text.Verbatim(string.Join(' ', PlainWords.Of(card).Select(line => line.Plain))) : ApiTexts.NotNow;
        return new ApiProblem(StatusCodes.Status409Conflict, "refused", said).In(caller.Voice);
    }
}
