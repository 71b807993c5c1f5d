using System.Runtime.CompilerServices;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>
/// Compares a text with the approved one beside the tests. What differs is written next to it as <c>*.received.txt</c>:
/// read it, and rename it to approve.
/// </summary>
internal static class Approve
{
    public static void Transcript(Talk talk, [CallerMemberName] string name = "")
    {
        var approved = Path.Combine(Folder(), $"{name}.approved.txt");
        var received = Path.Combine(Folder(), $"{name}.received.txt");
        var text = Plain(talk.ToString());
        if (File.Exists(approved) && Plain(File.ReadAllText(approved)) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        text.ShouldBe(File.Exists(approved) ? Plain(File.ReadAllText(approved)) : "", $"Compare {received} with {approved}.");
    }

    /// <summary>Found from the test's own folder upwards, wherever it was built.</summary>
    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "AccountNudge.sln"))) root = root.Parent;
        return Path.Combine(root?.FullName ?? AppContext.BaseDirectory, "tests", "Bot.Tests", "Conversation", "Stories");
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimEnd() + "\n";
}
