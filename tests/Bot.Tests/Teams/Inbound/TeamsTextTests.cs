using System.Text;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using FsCheck.Fluent;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

public sealed class TeamsTextTests
{
    private const string Bot = "28:bot";

    private static readonly Mentioned[] People =
    [
        new(Bot, "AccountNudge", "<at>AccountNudge</at>"), new("29:anna", "Anna [B]", "<at>Anna [B]</at>"), new("29:ben1", "Ben", "<at>Ben</at>"), new("29:ben2", "Ben", "<at>Ben</at>"),
    ];

    [Theory]
    [InlineData("<at>AccountNudge</at> log Acme called", "log Acme called")]
    [InlineData("<at>AccountNudge</at>&nbsp;log Acme\u00a0called\n", "log Acme called")]
    [InlineData("<at>AccountNudge</at>: log Acme called", "log Acme called")]
    [InlineData("<at>AccountNudge</at>help", "help")]
    [InlineData("\r\n <at>AccountNudge</at>\r\nlog Acme: one\r\ntwo", "log Acme: one\ntwo")]
    [InlineData("help <at>AccountNudge</at>", "help")]
    [InlineData("log Acme owner <at>Anna [B]</at>, please", "log Acme owner @[29:anna|Anna B], please")]
    [InlineData("<at>Ben</at> and <at>Ben</at> and <at>Ben</at>", "@[29:ben1|Ben] and @[29:ben2|Ben] and @[29:ben2|Ben]")]
    [InlineData("<at id=\"0\">Somebody</at> said <b> & &amp;", "Somebody said <b> & &amp;")]
    [InlineData("a < b, <at no end", "a < b, <at no end")]
    [InlineData("</at> <attic>x</at>", "</at> <attic>x</at>")]
    [InlineData("", "")]
    public void What_was_typed_is_read_without_us_and_with_people_by_name(string text, string read) => TeamsText.Read(text, People, Bot).ShouldBe(read);

    [Theory]
    [InlineData("<quoted messageId=\"1772050244572\"/> ack Acme: rang Maria", true, "ack Acme: rang Maria")]
    [InlineData("<quoted messageId=\"1\"/>\n<quoted messageId=\"2\" />\n<at>AccountNudge</at> log Acme called", true, "log Acme called")]
    [InlineData("<quoted messageId=\"1\"/>", true, "")]
    [InlineData("log Acme asked what <quoted messageId=\"1\"/> means", false, "log Acme asked what <quoted messageId=\"1\"/> means")]
    public void A_quoted_message_is_not_part_of_what_was_typed(string text, bool isQuoting, string read)
    {
        var activity = new JsonObject { ["text"] = text, ["entities"] = new JsonArray(new JsonObject { ["type"] = isQuoting ? "quotedReply" : "clientInfo" }) };
        TeamsText.Read(TeamsText.Of(Activity.Read(activity.ToJsonString())!), People, Bot).ShouldBe(read);
    }

    [Theory]
    [InlineData("<div><div>Hello &amp; <b>welcome</b></div>\n</div>", "Hello & welcome")]
    [InlineData("<p>one</p><p>two<br>three</p>", "one\ntwo\nthree")]
    [InlineData("<div><at id=\"0\">Anna</at>&nbsp;see <a href=\"https://evil.example\">this</a></div>", "Anna see this")]
    [InlineData("a <emoji alt=\"🙂\" id=\"smile\"></emoji> b <img src=\"x\" alt=\"plan\">", "a 🙂 b plan")]
    [InlineData("<script>alert(1)</script>safe<style>p{}</style>", "safe")]
    [InlineData("<script>alert(1)", "")]
    [InlineData("<attachment id=\"1\"></attachment>seen", "seen")]
    [InlineData("&lt;b&gt; stays", "<b> stays")]
    [InlineData("1 < 2", "1 < 2")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "a\nb")]
    public void HTML_is_read_as_people_read_it(string html, string plain) => Html.Plain(html).ShouldBe(plain);

    [Fact]
    public void Whatever_comes_is_read()
    {
        var anything = Gen.Elements("<at>", "</at>", "<at id=\"0\">", "<", ">", "&nbsp;", "&#0;", "&lt;", "<p>", "<img alt=\"", "\"", "Ben", "AccountNudge", "\ud83d", "\0", "\n", " ").ListOf().Select(string.Concat);
        foreach (var text in anything.Sample(60, 500))
        {
            TeamsText.Read(text, People, Bot).ShouldNotContain("</at>" + text + "<at>");
            Html.Plain(text).ShouldNotContain('\r');
        }
    }

    [Fact]
    public void Even_very_hostile_text_is_read_at_once()
    {
        foreach (var piece in new[] { "<at>", "</at>", "<at></at>", "<", "<script>", "<script", "&" })
        {
            var hostile = new StringBuilder().Insert(0, piece, 250_000 / piece.Length).ToString();
            TeamsText.Read(hostile, People, Bot).Length.ShouldBeLessThanOrEqualTo(hostile.Length);
            Html.Plain(hostile).Length.ShouldBeLessThanOrEqualTo(hostile.Length);
        }
    }
}
