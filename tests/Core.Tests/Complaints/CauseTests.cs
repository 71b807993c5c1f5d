using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Tests.Nudges;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Complaints;

/// <summary>What was behind a complaint, and how its contacts were made.</summary>
public class CauseTests
{
    [Fact]
    public void It_is_asked_once_the_client_agrees_and_not_before()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        Should.Throw<RefusalException>(() => complaint.Learn(RootCause.Care, ""));
        Should.Throw<RefusalException>(complaint.StopAsking);
        complaint.Resolve(story.Act());
        complaint.AsksForCause.ShouldBeFalse();
        complaint.Confirm(story.Act());
        complaint.AsksForCause.ShouldBeTrue();
    }

    [Theory]
    [InlineData(RootCause.Care)]
    [InlineData(RootCause.Attention)]
    [InlineData(RootCause.Misunderstanding)]
    [InlineData(RootCause.Delay)]
    [InlineData(RootCause.Quality)]
    public void A_cause_is_the_end_of_it(RootCause cause)
    {
        var complaint = Confirmed();
        complaint.Learn(cause, "");
        (complaint.Cause, complaint.AsksForCause, complaint.AsksUnderneath).ShouldBe((cause, false, false));
    }

    [Theory]
    [InlineData(RootCause.Attention, "", RootCause.Attention)]
    [InlineData(RootCause.Price, "", RootCause.Price)]
    [InlineData(null, "nobody explained the offer", null)]
    public void The_price_asks_once_what_was_underneath(RootCause? underneath, string words, RootCause? kept)
    {
        var complaint = Confirmed();
        complaint.Learn(RootCause.Price, "");
        complaint.AsksUnderneath.ShouldBeTrue();
        complaint.Learn(underneath, words);
        (complaint.Cause, complaint.Underneath, complaint.Prevention, complaint.AsksUnderneath, complaint.AsksForCause).ShouldBe((RootCause.Price, kept, words, false, false));
    }

    [Fact]
    public void Words_that_were_said_with_the_price_are_kept_beside_what_was_underneath()
    {
        var complaint = Confirmed();
        complaint.Learn(RootCause.Price, "too dear");
        complaint.Learn(null, "nobody explained the offer");
        complaint.Prevention.ShouldBe("too dear; nobody explained the offer");
        complaint.Learn(RootCause.Delay, "");
        (complaint.Cause, complaint.Underneath).ShouldBe((RootCause.Delay, null));
    }

    [Fact]
    public void Nothing_to_add_ends_it_also_after_another_confirmation()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = Confirmed(story);
        complaint.StopAsking();
        complaint.AsksForCause.ShouldBeFalse();
        complaint.Reopen(story.Act());
        complaint.Resolve(story.Act());
        complaint.Confirm(story.Act());
        complaint.AsksForCause.ShouldBeFalse();
        complaint.Learn(RootCause.Price, "");
        complaint.AsksUnderneath.ShouldBeTrue();
    }

    [Theory]
    [InlineData("mail,mail", 2)]
    [InlineData("mail,chat", 2)]
    [InlineData("call,mail", 1)]
    [InlineData("mail,call", 0)]
    [InlineData("mail,mail,visit,mail", 1)]
    [InlineData("mail,note,mail", 2)]
    [InlineData("by mail,by mail", 2)]
    [InlineData("mail,by chat", 2)]
    [InlineData("mail,by call", 0)]
    [InlineData("mail,word,mail", 2)]
    [InlineData("word,word", 0)]
    public void The_last_contacts_in_writing_are_known_from_talks_and_from_steps_that_say_how(string contacts, int written)
    {
        var story = new Story("2026-03-09T10:00").Team();
        story.Log(InteractionKind.Mail).Until("2026-03-09T10:30");
        var complaint = story.Complain();
        foreach (var contact in contacts.Split(','))
        {
            story.Until(story.Now + Duration.FromMinutes(1));
            if (contact == "word") complaint.Update(story.Act());
            else if (contact.StartsWith("by ", StringComparison.Ordinal)) complaint.Update(story.Act() with { How = Enum.Parse<InteractionKind>(contact[3..], ignoreCase: true) });
            else story.Log(Enum.Parse<InteractionKind>(contact, ignoreCase: true));
        }

        story.Facts.LastWritten(complaint).Count.ShouldBe(written);
    }

    private static Complaint Confirmed(Story? story = null)
    {
        story ??= new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        complaint.Resolve(story.Act());
        complaint.Confirm(story.Act());
        return complaint;
    }
}
