using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Directory;

public sealed class AccountCommandTests
{
    [Fact]
    public async Task An_account_is_entered_with_everything_in_one_line_and_can_be_removed()
    {
        using var talk = await Team();
        var reply = await talk.Say(Talk.Anna, "account add Weber GmbH tier A owner @[U-BEN|Ben] since 1 March 2019");
        reply.Card!.Headline.Plain.ShouldBe("Weber GmbH has been added. Ben looks after it.");
        CardText.Of(reply).ShouldContain("Tier: A: a talk every 14 days at least");
        CardText.Of(reply).ShouldContain("Working together since: 1 March 2019");
        var account = await Only(talk, "Weber GmbH");
        (account!.Tier, account.Since, account.EnteredOn).ShouldBe((Tier.A, new LocalDate(2019, 3, 1), new LocalDate(2027, 3, 1)));
        await talk.Press(Talk.Anna, reply, "record.remove");
        (await Only(talk, "Weber GmbH")).ShouldBeNull();
    }

    [Fact]
    public async Task The_first_account_founds_the_team_and_belongs_to_whoever_entered_it()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var reply = await talk.Say(Talk.Clara, "kunde neu Brauhaus Lindner stufe c seit 12.3.2019");
        reply.Card!.Headline.Plain.ShouldBe("Brauhaus Lindner ist angelegt, betreut von Clara.");
        CardText.Of(reply).ShouldContain("C: mindestens alle 90 Tage ein Gespräch");
    }

    [Theory]
    [InlineData("account add weber")]
    [InlineData("account add WEBER GMBH")]
    [InlineData("kunde neu Wéber")]
    public async Task A_name_the_team_has_already_is_refused_kindly(string line)
    {
        using var talk = await Team("account add Weber GmbH");
        (await talk.Say(Talk.Anna, line)).Card!.Headline.Plain.ShouldBe("Weber GmbH is already here. “/nudge account show Weber GmbH” shows it.");
        (await talk.Say(Talk.Anna, "account add Weber AG")).Card!.Headline.Plain.ShouldStartWith("Weber AG has been added");
    }

    [Fact]
    public async Task Without_a_name_the_form_opens_and_can_be_submitted()
    {
        using var talk = await Team();
        var form = await talk.Say(Talk.Clara, "kunde neu");
        form.Form!.Fields.Select(field => field.Label).ShouldBe(["Name", "Stufe", "Betreuung", "Zusammenarbeit seit"]);
        (await talk.Submit(Talk.Clara, form)).Errors["name"].ShouldBe("Bitte füll dieses Feld aus.");
        CardText.Of(await talk.Submit(Talk.Clara, form, ("name", "Kita Sonnenhang"), ("since", "2031-01-01"))).ShouldContain("Dieser Tag kommt erst noch.");
        await talk.Submit(Talk.Clara, form, ("name", "Kita Sonnenhang"), ("tier", "A"), ("owner", "Ben"), ("since", "2020-01-01"));
        (await Only(talk, "Kita Sonnenhang"))!.Tier.ShouldBe(Tier.A);
    }

    [Fact]
    public async Task A_name_without_a_letter_is_refused()
    {
        using var talk = await Team();
        CardText.Of(await talk.Say(Talk.Anna, "account add \"…\"")).ShouldContain("That won’t work as a name");
    }

    [Fact]
    public async Task An_account_is_shown_with_what_belongs_to_it()
    {
        using var talk = await Team("account add Weber GmbH tier B", "contact add Sabine Klein at Weber role Marketing birthday 12 March", "account deputy Weber @[U-BEN|Ben]", "account pause Weber until 31 August");
        var shown = CardText.Of(await talk.Say(Talk.Clara, "kunde zeigen weber"));
        shown.ShouldBe("""
              Weber GmbH
              Owner: Anna
              Deputy: Ben
              Tier: B: a talk every 30 days at least
              People there: Sabine Klein (Marketing)
              Last talk: none noted yet
              Pause until: 31 August 2027

            """);
    }

    [Fact]
    public async Task A_new_name_must_be_free_and_can_be_corrected()
    {
        using var talk = await Team("account add Weber GmbH", "account add Acme");
        CardText.Of(await talk.Say(Talk.Anna, "account rename Acme to weber")).ShouldContain("Weber GmbH is already here.");
        var reply = await talk.Say(Talk.Clara, "kunde umbenennen Acme in Acme Nord");
        reply.Card!.Headline.Plain.ShouldBe("Acme is now called Acme Nord.");
        var form = await talk.Press(Talk.Clara, reply, "record.correct");
        await talk.Submit(Talk.Clara, form, ("name", "Acme Süd"));
        (await Only(talk, "Acme Süd")).ShouldNotBeNull();
        (await talk.Say(Talk.Anna, "account rename Weber to WEBER GmbH")).Card!.Headline.Plain.ShouldBe("Weber GmbH is now called WEBER GmbH.");
    }

    [Fact]
    public async Task The_tier_changes_in_both_languages()
    {
        using var talk = await Team("account add Acme");
        (await talk.Say(Talk.Anna, "account tier Acme A")).Card!.Headline.Plain.ShouldBe("Acme – tier A: a talk every 14 days at least");
        await talk.Say(Talk.Clara, "kunde stufe Acme c");
        (await Only(talk, "Acme"))!.Tier.ShouldBe(Tier.C);
    }

    [Fact]
    public async Task Owner_and_deputy_are_two_people_and_change_places()
    {
        using var talk = await Team("account add Acme");
        CardText.Of(await talk.Say(Talk.Ben, "account deputy Acme Anna")).ShouldContain("Anna looks after Acme; someone else should be the deputy.");
        CardText.Of(await talk.Say(Talk.Ben, "account owner Acme Anna")).ShouldContain("Anna already looks after Acme.");
        CardText.Of(await talk.Say(Talk.Anna, "kunde vertretung Acme @[U-BEN|Ben]")).ShouldContain("Ben is now the deputy for Acme.");
        CardText.Of(await talk.Say(Talk.Anna, "account deputy Acme Ben")).ShouldContain("Ben is already the deputy for Acme.");
        var swap = await talk.Say(Talk.Anna, "account owner Acme Ben");
        CardText.Of(swap).ShouldContain("Ben now looks after Acme.");
        CardText.Of(swap).ShouldContain("Anna is the deputy from now on.");
        CardText.Of(await talk.Say(Talk.Anna, "account show Acme")).ShouldContain("Owner: Ben");
        await talk.Press(Talk.Anna, swap, "record.remove");
        CardText.Of(await talk.Say(Talk.Anna, "account show Acme")).ShouldContain("Deputy: Ben");
    }

    [Fact]
    public async Task A_pause_begins_and_ends()
    {
        using var talk = await Team("account add Acme");
        CardText.Of(await talk.Say(Talk.Anna, "account pause Acme until 1 January 2020")).ShouldContain("A pause can end today at the earliest.");
        CardText.Of(await talk.Say(Talk.Anna, "account resume Acme")).ShouldContain("Acme isn’t paused.");
        (await talk.Say(Talk.Clara, "kunde pause Acme bis 31.8.")).Card!.Headline.Plain.ShouldBe("Acme is paused until 31 August 2027.");
        (await Only(talk, "Acme"))!.PausedUntil.ShouldBe(new LocalDate(2027, 8, 31));
        (await talk.Say(Talk.Clara, "kunde weiter Acme")).Card!.Headline.Plain.ShouldBe("Acme is no longer paused.");
        (await Only(talk, "Acme"))!.PausedUntil.ShouldBe(new LocalDate(2027, 2, 28));
        CardText.Of(await talk.Say(Talk.Anna, "account show Acme")).ShouldNotContain("Pause");
    }

    [Fact]
    public async Task In_a_channel_that_is_nobodys_home_only_the_asker_sees_the_answer()
    {
        using var talk = await Team("account add Acme");
        var elsewhere = new ChatChannel("C-OTHER", "lunch", IsDirect: false);
        (await talk.Say(Talk.Anna, "account show Acme", elsewhere)).OnlyAsker.ShouldBeTrue();
        (await talk.Say(Talk.Anna, "account show Acme")).OnlyAsker.ShouldBeFalse();
    }

    /// <summary>A team of three, English in its channel, with these lines said by Anna.</summary>
    internal static async Task<Talk> Team(params string[] lines)
    {
        var talk = await Talk.At("2027-03-01T10:00");
        var first = await talk.Say(Talk.Anna, "account add Founding");
        await talk.Press(Talk.Anna, first, "record.remove");
        await talk.Say(Talk.Ben, "hello");
        await talk.Say(Talk.Clara, "hallo");
        foreach (var line in lines) await talk.Say(Talk.Anna, line);
        return talk;
    }

    private static async Task<Account?> Only(Talk talk, string name)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Accounts.IgnoreQueryFilters().SingleOrDefaultAsync(account => account.Name == name, TestContext.Current.CancellationToken);
    }
}
