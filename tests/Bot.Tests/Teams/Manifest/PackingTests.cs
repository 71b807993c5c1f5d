using System.IO.Compression;
using System.Text;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Manifest;
using AccountNudge.Testing;

namespace AccountNudge.Bot.Tests.Teams.Manifest;

/// <summary><c>./run manifest</c> as it is called.</summary>
public sealed class PackingTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void It_packs_the_manifest_its_german_and_its_icons_at_the_root_and_nothing_else()
    {
        var (code, said, complained) = Run($"--app-id={Package.AppId}", $"--out={folder.File("app.zip")}");
        complained.ShouldBeEmpty();
        code.ShouldBe(0);
        said.ShouldStartWith(folder.File("app.zip"));
        var files = Package.Open(File.ReadAllBytes(folder.File("app.zip"))).Files;
        files.Keys.ShouldBe(["manifest.json", "de.json", "color.png", "outline.png"]);
        foreach (var (name, content) in files.Where(file => file.Key != "manifest.json")) content.ShouldBe(File.ReadAllBytes(Repository.Path($"manifest/teams/{name}")), name);
    }

    [Fact]
    public void It_fills_in_everything_that_is_left_open()
    {
        var packed = Package.Of("--company=Müller & \"Söhne\"", "--website=https://hilfe.example.com/bot?x=1&y=2", "--terms=https://example.com/terms");
        Encoding.UTF8.GetString(packed.Files["manifest.json"]).ShouldNotContain("{{");
        Encoding.UTF8.GetString(packed.Files["de.json"]).ShouldNotContain("{{");
        var manifest = packed.Manifest;
        ((string)manifest["id"]!).ShouldBe(Package.AppId);
        ((string)manifest["version"]!).ShouldBe(typeof(CommandRegistry).Assembly.GetName().Version!.ToString(3));
        manifest["developer"]!.AsObject().Select(property => (property.Key, (string)property.Value!)).ShouldBe(
        [
            ("name", "Müller & \"Söhne\""), ("websiteUrl", "https://hilfe.example.com/bot?x=1&y=2"),
            ("privacyUrl", "https://hilfe.example.com/bot?x=1&y=2"), ("termsOfUseUrl", "https://example.com/terms"),
        ]);
    }

    [Fact]
    public void The_app_id_may_be_written_in_capitals() =>
        ((string)Package.Of($"--app-id={Package.AppId.ToUpperInvariant()}").Manifest["bots"]![0]!["botId"]!).ShouldBe(Package.AppId);

    [Fact]
    public void The_same_app_is_the_same_file()
    {
        var fillings = Particulars.Read([$"--app-id={Package.AppId}"]).Particulars!.Fillings;
        var zip = Packing.Pack(fillings);
        Packing.Pack(fillings).ShouldBe(zip);
        using var archive = new ZipArchive(new MemoryStream(zip));
        archive.Entries.ShouldAllBe(entry => entry.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
    }

    [Theory]
    [InlineData("The manifest needs --app-id=GUID, the bot's app id, such as 12345678-1234-1234-1234-123456789abc.")]
    [InlineData("The manifest needs --app-id=GUID, the bot's app id, such as 12345678-1234-1234-1234-123456789abc.", "--app-id=accountnudge")]
    [InlineData("The manifest needs --app-id=GUID, the bot's app id, such as 12345678-1234-1234-1234-123456789abc.", "--app-id=00000000-0000-0000-0000-000000000000")]
    [InlineData("The manifest needs --app-id=GUID, the bot's app id, such as 12345678-1234-1234-1234-123456789abc.", "--app-id={12345678-1234-1234-1234-123456789abc}")]
    [InlineData("\"--appid=1\" is not understood; ./run manifest --help lists what is.", Valid, "--appid=1")]
    [InlineData("\"--out=\" is not understood; ./run manifest --help lists what is.", Valid, "--out=")]
    [InlineData("\"app.zip\" is not understood; ./run manifest --help lists what is.", Valid, "app.zip")]
    [InlineData("--website must be an address such as https://www.example.com/accountnudge.", Valid, "--website=http://example.com")]
    [InlineData("--privacy must be an address such as https://www.example.com/accountnudge.", Valid, "--privacy=example.com")]
    [InlineData("--company must be a name of at most 32 characters.", Valid, "--company=A company with much too long a name")]
    public void What_makes_no_sense_is_named_and_nothing_is_written(string complaint, params string[] arguments)
    {
        var (code, said, complained) = Run([.. arguments, .. arguments.Any(argument => argument == "--out=") ? (string[])[] : [$"--out={folder.File("app.zip")}"]]);
        complained.Trim().ShouldBe(complaint);
        code.ShouldBe(1);
        said.ShouldBeEmpty();
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_named()
    {
        var nowhere = Path.Combine(folder.Path, "nowhere", "app.zip");
        var (code, _, complained) = Run(Valid, $"--out={nowhere}");
        code.ShouldBe(1);
        complained.ShouldStartWith($"{nowhere} cannot be written: ");
    }

    [Fact]
    public void Help_names_everything_it_takes()
    {
        var (code, said, _) = Run("--help");
        code.ShouldBe(0);
        new[] { "--app-id=", "--out=", "--company=", "--website=", "--privacy=", "--terms=" }.ShouldAllBe(key => said.Contains(key, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private const string Valid = "--app-id=" + Package.AppId;

    private static (int Code, string Said, string Complained) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (Packing.Run(arguments, output, error), output.ToString(), error.ToString());
    }
}
