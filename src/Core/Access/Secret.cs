using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace AccountNudge.Core.Access;

/// <summary>
/// A secret that opens something by itself: more than 256 random bits, shown once. Only its SHA-256 is stored, by which it is looked up; it has too many
/// bits to be guessed, so no salt and no slow hash are needed.
/// </summary>
/// <param name="Text">
/// As it is shown: a prefix by which it is known for what it is, and small letters and digits alone, which no chat takes for markup and which fit
/// into an address.
/// </param>
/// <param name="Hash">What is stored of it.</param>
public sealed record Secret(string Text, byte[] Hash)
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>Characters of the random part: 36 to the power of 50 is more than 2 to the power of 256.</summary>
    private const int Length = 50;

    /// <summary>Makes a new one.</summary>
    /// <param name="prefix">Such as <c>anapi</c>.</param>
    public static Secret New(string prefix)
    {
        var text = prefix + RandomNumberGenerator.GetString(Alphabet, Length);
        return new Secret(text, HashOf(text));
    }

    /// <summary>What is stored of a text that may be a secret; null for one that cannot be: nothing need be looked up for it.</summary>
    public static byte[]? Read(string prefix, string? text)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return text is not null && text.Length == prefix.Length + Length && text.StartsWith(prefix, StringComparison.Ordinal) && !text.AsSpan().ContainsAnyExcept(Characters)
            ? HashOf(text) : null;
    }

    /// <summary>The SHA-256 of a text.</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Says nothing of it, wherever it may be printed.</summary>
    public override string ToString() => nameof(Secret);
}
