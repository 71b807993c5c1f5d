using System.Globalization;
using System.Text.RegularExpressions;

namespace AccountNudge.Bot.Tests.Teams.Manifest;

/// <summary>The icons as Teams wants them (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons).</summary>
public sealed class IconTests
{
    private static readonly Package Packed = Package.Of();
    private static readonly Png Colour = new(Packed.Files["color.png"]);
    private static readonly Png Outline = new(Packed.Files["outline.png"]);

    [Fact]
    public void They_have_the_sizes_that_teams_takes() =>
        (Colour.Width, Colour.Height, Outline.Width, Outline.Height).ShouldBe((192, 192, 32, 32));

    [Fact]
    public void The_coloured_one_is_a_square_of_our_colour_with_the_mark_in_its_middle_half()
    {
        var accent = int.Parse(((string)Packed.Manifest["accentColor"]!)[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var ground = ((byte)(accent >> 16), (byte)(accent >> 8), (byte)accent, byte.MaxValue);
        var mark = Colour.Pixels.Where(pixel => pixel.Colour != ground).ToList();
        mark.ShouldNotBeEmpty();
        mark.ShouldAllBe(pixel => pixel.X >= 48 && pixel.X < 144 && pixel.Y >= 48 && pixel.Y < 144);
    }

    [Fact]
    public void The_outline_is_white_and_nothing_else_and_fills_its_square()
    {
        var drawn = Outline.Pixels.Where(pixel => pixel.Colour.Alpha > 0).ToList();
        drawn.ShouldAllBe(pixel => pixel.Colour.Red == 255 && pixel.Colour.Green == 255 && pixel.Colour.Blue == 255);
        drawn.Max(pixel => pixel.Y).ShouldBeGreaterThanOrEqualTo(drawn.Min(pixel => pixel.Y) + 30);
        drawn.Count.ShouldBeLessThan(32 * 32 / 2);
    }

    [Theory]
    [InlineData("color.svg")]
    [InlineData("outline.svg")]
    public void They_are_drawn_from_the_mark_of_the_product(string source)
    {
        var mark = Regex.Match(Repository.Read("src/Bot/Local/Page/BotMark.razor"), " d=\"[^\"]+\"").Value;
        mark.ShouldNotBeEmpty();
        Repository.Read($"manifest/teams/{source}").ShouldContain(mark);
        Repository.Read("src/Bot/Local/Assets/icon.svg").ShouldContain((string)Packed.Manifest["accentColor"]!);
    }
}
