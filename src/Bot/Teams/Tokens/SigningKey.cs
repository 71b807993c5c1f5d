using System.Collections.Frozen;
using System.Text.Json;
using AccountNudge.Bot.Platforms;
using Microsoft.IdentityModel.Tokens;

namespace AccountNudge.Bot.Teams.Tokens;

/// <summary>A public key of the Bot Framework's.</summary>
/// <param name="Key">Checks signatures.</param>
/// <param name="Endorsements">The channels it may sign for, such as <c>msteams</c>; empty when it names none.</param>
internal sealed record SigningKey(SecurityKey Key, FrozenSet<string> Endorsements)
{
    /// <summary>
    /// Reads a JSON Web Key Set (RFC 7517) by key id; what is no RSA key for signatures is left out. <c>endorsements</c> is the
    /// Bot Framework's own addition (microsoft/botbuilder-dotnet, libraries/Microsoft.Bot.Connector/Authentication/EndorsementsRetriever.cs).
    /// </summary>
    public static FrozenDictionary<string, SigningKey> ReadAll(JsonElement keySet) =>
        keySet.Items("keys").Where(IsForSignatures).DistinctBy(Id).ToFrozenDictionary(Id, Read, StringComparer.Ordinal);

    private static string Id(JsonElement key) => key.Text("kid");

    private static bool IsForSignatures(JsonElement key) =>
        Id(key).Length > 0 && key.Text("kty") == "RSA" && (key.TextOrNull("use") ?? "sig") == "sig" && key.Text("n").Length > 0 && key.Text("e").Length > 0;

    private static SigningKey Read(JsonElement key) => new(
        new JsonWebKey { Kty = "RSA", Kid = Id(key), N = key.Text("n"), E = key.Text("e") },
        key.Items("endorsements").Where(channel => channel.ValueKind == JsonValueKind.String).Select(channel => channel.GetString()!).ToFrozenSet(StringComparer.Ordinal));
}
