namespace AccountNudge.Core.Practices;

/// <summary>A matter that is not closed, in a list of many.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Matter">The matter; nothing of it is due while we wait for the client.</param>
public sealed record OpenMatter(Guid AccountId, OwedMatter Matter);

/// <summary>An account that was not heard of for longer than agreed.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Since">The first day past the agreed rhythm.</param>
public sealed record QuietSpell(Guid AccountId, LocalDate Since);
