using System.IO.Compression;
using System.Text.Json.Nodes;
using AccountNudge.Manifest;

namespace AccountNudge.Bot.Tests.Teams.Manifest;

/// <summary>The packed app as Teams would open it.</summary>
internal sealed class Package
{
    public const string AppId = "12345678-1234-1234-1234-123456789abc";

    private Package(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using var packed = entry.Open();
            packed.CopyTo(content);
            Files.Add(entry.FullName, content.ToArray());
        }
    }

    /// <summary>By their names in the zip.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public JsonNode Manifest => JsonNode.Parse(Files["manifest.json"])!;

    public JsonNode German => JsonNode.Parse(Files["de.json"])!;

    public static Package Open(byte[] zip) => new(zip);

    public static Package Of(params string[] more) => new(Packing.Pack(Particulars.Read([$"--app-id={AppId}", .. more]).Particulars.ShouldNotBeNull().Fillings));
}
