using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AccountNudge.Manifest;

/// <summary>Makes the app package: a zip with the manifest, its German texts and two icons at its root
/// (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package).</summary>
internal static class Packing
{
    private static readonly string[] Files = ["manifest.json", "de.json", "color.png", "outline.png"];

    /// <summary>The earliest time a zip can say; always the same, so that the same app is the same file.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs as told and says where; 1 when what was told makes no sense or the file cannot be written.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        if (arguments is ["--help" or "-h", ..])
        {
            output.WriteLine(Particulars.Help);
            return 0;
        }

        var (particulars, problems) = Particulars.Read(arguments);
        if (particulars is null)
        {
            foreach (var problem in problems) error.WriteLine(problem);
            return 1;
        }

        try
        {
            File.WriteAllBytes(particulars.Out, Pack(particulars.Fillings));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine($"{particulars.Out} cannot be written: {exception.Message}");
            return 1;
        }

        output.WriteLine($"{particulars.Out} is ready to be uploaded to Teams; docs/teams.md says how.");
        return 0;
    }

    /// <summary>The zip's bytes.</summary>
    public static byte[] Pack(IReadOnlyDictionary<string, string> fillings)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in Files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Always;
                using var content = entry.Open();
                content.Write(name == "manifest.json" ? Filled(Resource(name), fillings) : Resource(name));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The app's version is the product's, from <c>Directory.Build.props</c>: Teams takes a changed manifest for an update only when it has risen.</summary>
    public static string Version => Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    private static byte[] Filled(byte[] manifest, IReadOnlyDictionary<string, string> fillings)
    {
        var text = Encoding.UTF8.GetString(manifest);
        foreach (var (placeholder, filling) in fillings.Append(new("VERSION", Version)))
            text = text.Replace($"{{{{{placeholder}}}}}", JsonEncodedText.Encode(filling, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
