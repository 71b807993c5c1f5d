using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

public sealed class PhoneTests
{
    /// <summary>What stands in the database, and what somebody types or pastes to find it.</summary>
    [Theory]
    [InlineData("+49 170 1234567", "0170 1234567")]
    [InlineData("+49 170 1234567", "0049 170 123-4567")]
    [InlineData("+49 170 1234567", "170 1234567")]
    [InlineData("+49 170 1234567", "tel:+49-170-1234567")]
    [InlineData("+49 170 1234567", "TEL: +491701234567")]
    [InlineData("+49 170 1234567", "\u202a+49\u00a0170\u200e\u202f1234567\u202c")] // no-break spaces, marks of direction
    [InlineData("+49 170 1234567", "+49 170 123\u20114567")] // a dash that does not break
    [InlineData("+49 170 1234567", "+49 170 – 1234567")]
    [InlineData("+49 170 1234567", "\uff0b\uff14\uff19 170 1234567")] // full width
    [InlineData("0049 170 1234567", "+49 170 1234567")]
    [InlineData("0049 170 1234567", "0170/1234567")]
    [InlineData("0170 1234567", "+49 170 1234567")]
    [InlineData("0170 1234567", "(0170) 1234567")]
    [InlineData("0170 1234567", "170 1234567")]
    [InlineData("0170 1234567 mobil", "+49 170 1234567")]
    [InlineData("+49 170 1234567 (Büro, Frau Klein)", "0170 1234567")]
    [InlineData("+49 (0)89 123456", "+49 89 123456")]
    [InlineData("+49 (0) 89 / 12 34 56", "089 123456")]
    [InlineData("+49 0 89 123456", "+49 89 123456")]
    [InlineData("+4989123456", "0049 (0)89 123456")]
    [InlineData("089/1234-0", "+49 89 12340")]
    [InlineData("0664 1234567", "+43 664 1234567")]
    [InlineData("+41 (0)44 123 45 67", "044 123 45 67")]
    [InlineData("+44 (0)117 496 0123", "0117 496 0123")]
    [InlineData("+353 1 234 5678", "(01) 234 5678")]
    [InlineData("+1 212 555 0123", "(212) 555-0123")]
    [InlineData("+1 212 555 0123", "1-212-555-0123")]
    [InlineData("+39 06 12345678", "06 12345678")] // Italy keeps its 0
    [InlineData("+7 495 1234567", "8 (495) 123-45-67")] // Russia dials 8 where others dial 0
    [InlineData("+49 89 1234 ext. 56", "089 1234")]
    [InlineData("+49 89 1234", "tel:+49-89-1234;ext=56")]
    [InlineData("+49 89 1234 ext. 56", "089 1234 Durchwahl 56")]
    [InlineData("+49 89 1234 DW 56", "+49 89 1234-56")] // a direct line
    [InlineData("+44 117 496 0123 x12", "0117 496 0123 #12")]
    [InlineData("+999 12345", "+999 12345")] // no country has this number, and yet it stands there
    [InlineData("12345", "12345")]
    public void Reaches_the_same_telephone(string stored, string typed)
    {
        Phone.Read(typed)!.Rest.ShouldBe("");
        Phone.Read(stored)!.IsSameAs(Phone.Read(typed)!).ShouldBeTrue();
        Phone.Read(typed)!.IsSameAs(Phone.Read(stored)!).ShouldBeTrue();
    }

    [Theory]
    [InlineData("+49 89 123456", "+43 89 123456")]
    [InlineData("+49 89 123456", "123456")] // without its area
    [InlineData("089 123456", "123456")]
    [InlineData("+49 89 123456", "089 923456")]
    [InlineData("+49 89 1234 ext. 56", "089 1234 ext. 57")]
    [InlineData("+39 06 12345678", "6 12345678")]
    [InlineData("1234", "1234")] // too short to tell people apart
    public void Reaches_another_telephone(string stored, string typed) => Phone.Read(stored)!.IsSameAs(Phone.Read(typed)!).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("later")]
    [InlineData("tel:")]
    [InlineData("+")]
    [InlineData("\ud83d")]
    public void Is_no_number(string? text) => Phone.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("+49 221 5550123", "+49 221 5550123")]
    [InlineData("0221 5550123 mobil", "0221 5550123 mobil")]
    [InlineData("tel:+49-221-5550123", "+49-221-5550123")]
    [InlineData("\u202a+49\u00a0221\u202f5550123\u202c", "+49 221 5550123")]
    public void Is_written_down_as_it_can_be_seen(string pasted, string plain) => Phone.Plain(pasted).ShouldBe(plain);
}
