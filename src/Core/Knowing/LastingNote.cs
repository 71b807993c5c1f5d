using AccountNudge.Core.Interactions;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Knowing;

/// <summary>What a lasting note says.</summary>
public enum NoteKind
{
    /// <summary>A lasting wish: how they like to be reached and addressed, how they like things done (practice F4).</summary>
    Preference,

    /// <summary>What occupies them (practice F7).</summary>
    Topic,

    /// <summary>What they cannot go beyond: time, budget, scope (practice F10).</summary>
    Limit,

    /// <summary>How things stand with them now (practice F6); the latest counts.</summary>
    Situation,

    /// <summary>Somebody to ask after, by first name and role (practice F5).</summary>
    Related,

    /// <summary>What another list said of them when it was imported (practice F11).</summary>
    Remark,
}

/// <summary>Who notes something, when, on which day of the team's calendar.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="Now">When.</param>
/// <param name="Today">The day.</param>
public sealed record NoteAct(Guid MemberId, Instant Now, LocalDate Today);

/// <summary>Something worth knowing about a client for good, with the day on which it was so.</summary>
public sealed class LastingNote : IPersonal, INoted
{
    /// <summary>Months after which a topic is asked about again, and a situation is one of then.</summary>
    public const int FreshMonths = 6;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>Whom it is about; null for the account as a whole.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>What it says.</summary>
    public required NoteKind Kind { get; init; }

    /// <summary>In the words of whoever noted it; of somebody to ask after, the first name and the role.</summary>
    public string Text { get; init; } = "";

    /// <summary>By which kind of talk they like to be reached, where a preference says so.</summary>
    public InteractionKind? Channel { get; init; }

    /// <summary>How they like to be addressed, where a preference says so.</summary>
    public FormOfAddress? Address { get; init; }

    /// <summary>The day it was noted, in the team's zone.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was noted.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>Who noted it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Notes something in somebody's own words.</summary>
    public static LastingNote Of(NoteKind kind, Account account, Guid? contactId, string text, NoteAct act)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new RefusalException(KnowingRefusals.Empty);
        return Make(kind, account, contactId, kind == NoteKind.Related ? RelatedPerson.Read(text).ToString() : text, null, null, act);
    }

    /// <summary>Notes a lasting wish; it says at least one of three things.</summary>
    public static LastingNote Wish(Account account, Guid? contactId, string text, InteractionKind? channel, FormOfAddress? address, NoteAct act)
    {
        if (string.IsNullOrWhiteSpace(text) && channel is null && address is null) throw new RefusalException(KnowingRefusals.Empty);
        return Make(NoteKind.Preference, account, contactId, text, channel, address, act);
    }

    /// <summary>Whether it was noted so long ago that it may be another by now.</summary>
    public bool IsOld(LocalDate today) => On.PlusMonths(FreshMonths) < today;

    private static LastingNote Make(NoteKind kind, Account account, Guid? contactId, string text, InteractionKind? channel, FormOfAddress? address, NoteAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        return new LastingNote
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = contactId,
            Kind = kind,
            Text = text,
            Channel = channel,
            Address = address,
            On = act.Today,
            NotedAt = act.Now,
            MemberId = act.MemberId,
        };
    }
}
