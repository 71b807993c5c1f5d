using System.Security.Cryptography;
using System.Text;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Storage;

/// <summary>Somebody who is being erased.</summary>
/// <param name="WorkspaceId">Their workspace.</param>
/// <param name="Words">By what they can be told.</param>
/// <param name="Former">What stands in their place.</param>
/// <param name="Voice">The team's.</param>
public sealed record ErasedPerson(Guid WorkspaceId, PersonWords Words, string Former, Voice Voice);

/// <summary>Takes somebody's words out of what is kept outside of the domain's tables, in the transaction of the store in which they are erased.</summary>
public delegate Task EraseElsewhere(Store store, ErasedPerson person, CancellationToken cancellation);

/// <summary>The key of the hashes by which the erased are known, where one is configured.</summary>
/// <param name="Bytes">Secret.</param>
public sealed record ErasureKey(byte[] Bytes);

/// <summary>What erasing needs beside the tables of the domain.</summary>
public sealed record ErasureOptions
{
    /// <summary>Null keeps one in the database.</summary>
    public ErasureKey? Key { get; init; }

    /// <summary>Who else keeps what people wrote.</summary>
    public IReadOnlyList<EraseElsewhere> Elsewhere { get; init; } = [];
}

/// <summary>The block list: who was erased, by keyed hashes of what they could be told by.</summary>
public static class ErasedKeys
{
    private const int KeyBytes = 32;

    /// <summary>Whether somebody was erased from a team, asked by what is compared; as <c>DirectorySnapshot.IsErased</c> asks it.</summary>
    public static async Task<Func<string, bool>> ErasedFrom(this Store store, Guid teamId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var hashes = (await store.ErasedKeys.Where(key => key.TeamId == teamId).Select(key => key.Hash).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        if (hashes.Count == 0) return _ => false;
        var secret = await store.SecretOf(cancellation);
        return compared => hashes.Contains(Hash(secret, teamId, compared));
    }

    /// <summary>Puts somebody on it; saving is left to the caller.</summary>
    internal static async Task Block(this Store store, Contact contact, IEnumerable<string> compared, Instant now, CancellationToken cancellation)
    {
        var secret = await store.SecretOf(cancellation);
        var hashes = compared.Select(words => Hash(secret, contact.TeamId, words)).Distinct(StringComparer.Ordinal).ToList();
        var known = await store.ErasedKeys.Where(key => key.TeamId == contact.TeamId && hashes.Contains(key.Hash)).Select(key => key.Hash).ToListAsync(cancellation);
        known.AddRange(store.ErasedKeys.Local.Where(key => key.TeamId == contact.TeamId).Select(key => key.Hash));
        foreach (var hash in hashes.Except(known, StringComparer.Ordinal))
            store.ErasedKeys.Add(new ErasedKey { WorkspaceId = contact.WorkspaceId, TeamId = contact.TeamId, Hash = hash, At = now });
    }

    private static async Task<byte[]> SecretOf(this Store store, CancellationToken cancellation)
    {
        if (store.Erasing.Key is { } configured) return configured.Bytes;
        var secrets = store.Set<ErasureSecret>();
        if (secrets.Local.FirstOrDefault() is { } made) return made.Secret;
        if (await secrets.FirstOrDefaultAsync(cancellation) is { } kept) return kept.Secret;
        var fresh = new ErasureSecret { Secret = RandomNumberGenerator.GetBytes(KeyBytes) };
        secrets.Add(fresh);
        return fresh.Secret;
    }

    /// <summary>Another team's hash of the same person is another one.</summary>
    private static string Hash(byte[] secret, Guid teamId, string compared) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{teamId:N}\n{compared}")));
}
