using System.Text;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound.Work;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

/// <summary>From where files are read that people send in Teams.</summary>
public class TeamsFilesTests
{
    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/anna/_layouts/15/download.aspx?UniqueId=1&tempauth=x", true)]
    [InlineData("https://contoso.sharepoint.com/f.csv", true)]
    [InlineData("http://contoso.sharepoint.com/f.csv", false)]
    [InlineData("https://contoso.sharepoint.com:8443/f.csv", false)]
    [InlineData("https://user@contoso.sharepoint.com/f.csv", false)]
    [InlineData("https://contoso.sharepoint.com.evil.example/f.csv", false)]
    [InlineData("https://evilsharepoint.com/f.csv", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("http://localhost:9/f.csv", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_OneDrive_and_SharePoint_are_asked(string? address, bool isAllowed) => TeamsFiles.IsAllowed(address, isLocal: false).ShouldBe(isAllowed);

    [Theory]
    [InlineData("http://127.0.0.1:9/f.csv", true)]
    [InlineData("https://contoso.sharepoint.com/f.csv", false)]
    public void Where_nothing_may_leave_this_machine_nothing_does(string address, bool isAllowed) => TeamsFiles.IsAllowed(address, isLocal: true).ShouldBe(isAllowed);

    [Fact]
    public void The_first_file_of_a_message_is_read_and_other_attachments_are_not()
    {
        const string Message = """
            {"type":"message","attachments":[{"contentType":"text/html","content":"<p>list</p>"},
            {"contentType":"application/vnd.microsoft.teams.file.download.info","contentUrl":"https://c.sharepoint.com/f","name":"clients.csv","content":{"downloadUrl":"https://c.sharepoint.com/d","uniqueId":"1","fileType":"csv"}}]}
            """;
        Activity.Read(Encoding.UTF8.GetBytes(Message))!.File.ShouldBe(new AttachedFile("clients.csv", "https://c.sharepoint.com/d"));
        Activity.Read("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.teams.file.download.info","content":"x"},null,7]}"""u8.ToArray())!.File?.Address.ShouldBe("");
        Activity.Read("""{"type":"message","attachments":"x"}"""u8.ToArray())!.File.ShouldBeNull();
    }
}
