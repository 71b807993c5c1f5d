using System.Runtime.CompilerServices;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>Compares a text with its approved form beside the test; what differs is written next to it as <c>.received.txt</c>.</summary>
internal static class Approved
{
    public static void Transcript(Talk talk, [CallerMemberName] string name = "", [CallerFilePath] string test = "") => Matches(talk.ToString(), name, test);

    public static void Matches(string text, string name, [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(test)!;
        var (approved, received) = (Path.Combine(folder, $"{name}.approved.txt"), Path.Combine(folder, $"{name}.received.txt"));
        var expected = File.Exists(approved) ? Plain(File.ReadAllText(approved)) : "";
        var actual = Plain(text);
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        actual.ShouldBe(expected, $"When the new text is right, move {name}.received.txt over {name}.approved.txt.");
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimEnd() + "\n";
}
