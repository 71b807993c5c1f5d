using System.Runtime.CompilerServices;

namespace AccountNudge.Bot.Tests;

/// <summary>Files of the repository that are not code.</summary>
internal static class Repository
{
    public static string Path(string relative, [CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(here)!);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "AccountNudge.sln"))) folder = folder.Parent!;
        return System.IO.Path.Combine(folder.FullName, relative);
    }

    public static string Read(string relative) => File.ReadAllText(Path(relative)).ReplaceLineEndings("\n");
}
