using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using AccountNudge.Core.Storage;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AccountNudge.Bot.Hosting;

/// <summary>
/// Wraps the keys of the key ring: AES-256-GCM under a key derived from <c>Secrets:MasterKey</c> by HKDF-SHA256. What
/// lies in the table is base64 of version, nonce, tag and ciphertext; the version is authenticated with the rest.
/// </summary>
public sealed class MasterKey
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] key;

    /// <summary>The key of the hashes by which the erased are known: another one than that of the key ring.</summary>
    public static ErasureKey ForErased(byte[] secret) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, outputLength: 32, info: Encoding.ASCII.GetBytes("AccountNudge erased people v1")));

    /// <param name="secret">The bytes of <c>Secrets:MasterKey</c>.</param>
    public MasterKey(byte[] secret) => key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, secret, outputLength: 32, info: Encoding.ASCII.GetBytes("AccountNudge key ring v1"));

    /// <summary>Closes an element.</summary>
    public string Wrap(XElement plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        var text = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var sealedText = new byte[1 + NonceBytes + TagBytes + text.Length];
        var (version, nonce, tag, cipher) = Parts(sealedText);
        version[0] = Version;
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, text, cipher, tag, version);
        CryptographicOperations.ZeroMemory(text);
        return Convert.ToBase64String(sealedText);
    }

    /// <summary>Opens an element, or throws a sentence for whoever runs the bot.</summary>
    public XElement Unwrap(string wrapped)
    {
        ArgumentNullException.ThrowIfNull(wrapped);
        var buffer = new byte[wrapped.Length];
        if (!Convert.TryFromBase64String(wrapped, buffer, out var length) || length < 1 + NonceBytes + TagBytes || buffer[0] != Version)
        {
            throw new CryptographicException("A stored key is damaged, or was wrapped by another version of this program.");
        }

        var sealedText = buffer[..length];

        var (version, nonce, tag, cipher) = Parts(sealedText);
        var text = new byte[cipher.Length];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(nonce, cipher, tag, text, version);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new CryptographicException("Secrets:MasterKey is not the one the stored keys were wrapped with.", e);
        }

        return XElement.Parse(Encoding.UTF8.GetString(text));
    }

    private static Layout Parts(byte[] text) => new(
        text.AsSpan(0, 1), text.AsSpan(1, NonceBytes), text.AsSpan(1 + NonceBytes, TagBytes), text.AsSpan(1 + NonceBytes + TagBytes));

    private readonly ref struct Layout(Span<byte> version, Span<byte> nonce, Span<byte> tag, Span<byte> cipher)
    {
        private readonly Span<byte> version = version;
        private readonly Span<byte> nonce = nonce;
        private readonly Span<byte> tag = tag;
        private readonly Span<byte> cipher = cipher;

        public void Deconstruct(out Span<byte> versionPart, out Span<byte> noncePart, out Span<byte> tagPart, out Span<byte> cipherPart)
        {
            versionPart = version;
            noncePart = nonce;
            tagPart = tag;
            cipherPart = cipher;
        }
    }
}

/// <summary>Wraps new keys.</summary>
internal sealed class MasterKeyEncryptor(MasterKey masterKey) : IXmlEncryptor
{
    public const string ElementName = "masterKeyWrapped";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement(ElementName, masterKey.Wrap(plaintextElement)), typeof(MasterKeyDecryptor));
}

/// <summary>Opens stored keys. The key ring makes it by the type name stored beside each key, so the name must stay.</summary>
internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var masterKey = services.GetService<MasterKey>()
            ?? throw new CryptographicException("Secrets:MasterKey is missing, and the stored keys were wrapped with it.");
        return masterKey.Unwrap(encryptedElement.Value);
    }
}
