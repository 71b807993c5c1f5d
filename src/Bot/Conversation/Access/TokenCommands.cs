using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Access;

namespace AccountNudge.Bot.Conversation.Access;

/// <summary>A command about other systems' access to a team, for its managers; the answer is seen by nobody else.</summary>
internal abstract class TokenCommand(CommandWords words) : TeamCommand(words)
{
    public override bool FoundsTeam => false;

    protected sealed override async Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation)
    {
        await TeamChoice.MustManage(turn, team, cancellation);
        var good = await turn.Store.ApiTokens.Where(token => token.TeamId == team.Id && token.RevokedAt == null).OrderBy(token => token.MadeAt).ThenBy(token => token.Id).ToListAsync(cancellation);
        return await Run(turn, team, good, arguments, cancellation);
    }

    /// <summary>Does it; with the team's good tokens, the oldest first.</summary>
    protected abstract Task<Reply> Run(TurnContext turn, AccountTeam team, IReadOnlyList<ApiToken> good, Arguments arguments, CancellationToken cancellation);

    /// <summary>The token of a name, as people write names.</summary>
    protected static ApiToken? Named(IReadOnlyList<ApiToken> good, string name) => good.FirstOrDefault(token => string.Equals(Folded(token.Name), Folded(name), StringComparison.Ordinal));

    private static string Folded(string name) => string.Join(' ', TextFolding.Words(name));
}

/// <summary>Gives another system access; its secret is shown in this answer and never again.</summary>
internal sealed class CreateToken() : TokenCommand(
    new("token.create", CommandGroup.SetUp, new("token create|token new|token add", "token neu|token anlegen"), TokenTexts.DoesCreate, TokenTexts.ExampleCreate, TokenTexts.TitleCreate))
{
    public static readonly Slot Name = new("name", SlotKind.NewName, TokenTexts.Name) { Required = true, Hint = TokenTexts.NameHint };
    private static readonly Slot May = new("may", SlotKind.Phrase, TokenTexts.May) { Keyword = new("may|only", "darf|nur"), Hint = TokenTexts.MayHint, Word = new("talks, complaints, briefs", "gespräche, beschwerden, kurzprofile") };

    public override IReadOnlyList<Slot> Slots { get; } = [Name, May];

    protected override Task<Reply> Run(TurnContext turn, AccountTeam team, IReadOnlyList<ApiToken> good, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Text(Name.Name).Trim();
        if (name.Length > ApiToken.LongestName || TextFolding.Words(name).Count == 0) throw RefusalException.At(Name.Name, TokenTexts.NoName);
        var scopes = TokenTexts.ReadScopes(arguments.Text(May.Name)) ?? throw RefusalException.At(May.Name, TokenTexts.UnknownScope);
        if (Named(good, name) is { } taken) throw RefusalException.At(Name.Name, TokenTexts.Taken(taken.Name));
        if (good.Count >= ApiToken.MostPerTeam) throw RefusalException.At(Name.Name, TokenTexts.TooMany);
        var (secret, id) = (Secret.New(ApiToken.Prefix), Guid.CreateVersion7());
        var system = new Member { WorkspaceId = team.WorkspaceId, PersonId = ApiToken.PersonIdOf(id), Name = name, Language = team.Settings.Language };
        turn.Store.Members.Add(system);
        turn.Store.ApiTokens.Add(new ApiToken
        {
            Id = id,
            WorkspaceId = team.WorkspaceId,
            TeamId = team.Id,
            MemberId = system.Id,
            Name = name,
            Hash = secret.Hash,
            Scopes = scopes,
            MadeBy = turn.Speaker.Id,
            MadeAt = turn.Now,
        });
        var voice = turn.OwnVoice;
        return Task.FromResult(Reply.Asker(new Card(TokenTexts.Created(name, team.Name).In(voice), [
            new Paragraph(new RichText([new Strong(secret.Text)])),
            new Paragraph(TokenTexts.ShownOnce.In(voice)),
            new Note(TokenTexts.MayDo(scopes).In(voice)),
            new Note(TokenTexts.HowToEnd(turn.Turn.Call, name).In(voice)),
        ])));
    }
}

/// <summary>Lists which systems have access.</summary>
internal sealed class ListTokens() : TokenCommand(
    new("token.list", CommandGroup.SetUp, new("token list|tokens", "token liste|tokens"), TokenTexts.DoesList, TokenTexts.ExampleList))
{
    protected override async Task<Reply> Run(TurnContext turn, AccountTeam team, IReadOnlyList<ApiToken> good, Arguments arguments, CancellationToken cancellation)
    {
        var voice = turn.OwnVoice;
        if (good.Count == 0) return Reply.Asker(new Card(TokenTexts.None(turn.Turn.Call, team.Name).In(voice)));
        var people = await turn.MembersNamed(good.Select(token => (Guid?)token.MadeBy), cancellation);
        return Reply.Asker(new Card(TokenTexts.Have(team.Name).In(voice), [.. good.Select(token => new Section(
            new RichText([new Strong(token.Name), new Words($" · {TokenTexts.MayDo(token.Scopes).Plain(voice)}")]),
            new RichText([.. TokenTexts.Made(people.GetValueOrDefault(token.MadeBy) ?? "…", Day(token.MadeAt)).In(voice).Runs, new Words(" · "), .. TokenTexts.Used(token.UsedAt is { } used ? Day(used) : null).In(voice).Runs]),
            [RevokePressed.Button(token, voice)]))]));

        Text Day(Instant at) => Moments.On(at.InZone(turn.Zone).Date, turn.Today);
    }
}

/// <summary>Takes another system's access back; what it recorded stays.</summary>
internal sealed class RevokeToken() : TokenCommand(
    new("token.revoke", CommandGroup.SetUp, new("token revoke|token remove|token delete", "token widerrufen|token löschen"), TokenTexts.DoesRevoke, TokenTexts.ExampleRevoke, TokenTexts.TitleRevoke))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CreateToken.Name with { Hint = null }];

    protected override Task<Reply> Run(TurnContext turn, AccountTeam team, IReadOnlyList<ApiToken> good, Arguments arguments, CancellationToken cancellation)
    {
        var token = Named(good, arguments.Text(CreateToken.Name.Name)) ?? throw RefusalException.At(CreateToken.Name.Name, TokenTexts.Unknown(turn.Turn.Call));
        token.RevokedAt = turn.Now;
        return Task.FromResult(Reply.Asker(new Card(TokenTexts.Revoked(token.Name).In(turn.OwnVoice))));
    }
}

/// <summary>[Revoke …] in the list: the form with its name.</summary>
internal sealed class RevokePressed : ButtonAction
{
    private const string ActionId = "token.revoke";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public static Button Button(ApiToken token, Voice voice) => new(ActionId, TokenTexts.RevokeAsking.Plain(voice), ButtonValue.For(token.Id).ToString());

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.Store.ApiTokens.FirstOrDefaultAsync(token => token.Id == value.Subject && token.RevokedAt == null, cancellation) is not { } token) return Replies.NotThere(turn);
        var team = turn.Teams.First(team => team.Id == token.TeamId);
        await TeamChoice.MustManage(turn, team, cancellation);
        return await FormBuilder.Open(turn, turn.Registry.Find(ActionId)!, new Dictionary<string, string> { [CreateToken.Name.Name] = token.Name }, cancellation, TeamChoice.Context(team));
    }
}
