using System.Text;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Import;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;

namespace AccountNudge.Bot.Tests.Conversation.Import;

/// <summary>A manager sends a list in a direct message, and goes on with it.</summary>
public class ImportConversationTests
{
    private const string Start = "2027-03-05T15:00";

    private const string List = """
        Client;Contact;Phone;Birthday;Favourite wine
        Weber GmbH;Sabine Klein;0221 5550123;03/04/1980;Riesling
        Falk KG;;;;
        #;Nobody;;;

        """;

    private static readonly ChatChannel Direct = Talk.DirectOf(Talk.Anna);

    [Fact]
    public async Task A_list_is_shown_first_then_imported_and_taken_back()
    {
        using var talk = await WithTeam();
        var sent = await Send(talk, List);
        CardText.Of(sent).ShouldContain("I’m reading list.csv …");

        await Work(talk);
        var proposed = talk.AsItReads(sent);
        var shown = CardText.Of(proposed);
        shown.ShouldContain("list.csv would bring 2 new clients and 1 new contact.");
        shown.ShouldContain("left out: 1 row");
        shown.ShouldContain("Favourite wine");
        shown.ShouldContain("Nothing has been entered yet.");
        shown.ShouldContain("Birthday: “03/04/1980” can be two days.");

        await talk.Press(Talk.Anna, Talk.ButtonsOf(proposed).Last(button => button.ActionId == "import.order"), Direct);
        await Work(talk);
        CardText.Of(talk.AsItReads(sent)).ShouldNotContain("can be two days");

        await talk.Press(Talk.Anna, Talk.ButtonOf(talk.AsItReads(sent), "import.run"), Direct);
        CardText.Of(talk.AsItReads(sent)).ShouldContain("I’m importing list.csv …");
        await Work(talk);
        CardText.Of(talk.AsItReads(sent)).ShouldContain("list.csv is in: 2 new clients and 1 new contact.");
        CardText.Of(await talk.Say(Talk.Anna, "brief Sabine Klein", Direct)).ShouldContain("4 March");

        var undo = await talk.Say(Talk.Anna, "undo", Direct);
        CardText.Of(undo).ShouldContain("I’m taking back what list.csv brought …");
        await Work(talk);
        CardText.Of(talk.AsItReads(undo)).ShouldContain("What list.csv brought is gone again.");
        CardText.Of(await talk.Say(Talk.Anna, "accounts", Direct)).ShouldNotContain("Falk");
    }

    [Fact]
    public async Task The_columns_form_gives_columns_their_meaning()
    {
        using var talk = await WithTeam();
        var sent = await Send(talk, "Client;Wer\nWeber;Sabine Klein\n");
        await Work(talk);
        var form = await talk.Press(Talk.Anna, Talk.ButtonOf(talk.AsItReads(sent), "import.columns"), Direct);
        form.Form!.Fields.Select(field => (field.Name, field.Value)).ShouldBe([("column0", "1"), ("column1", "0")]);
        form.Form.Fields[1].Hint.ShouldBe("For example: Sabine Klein");
        await talk.Submit(Talk.Anna, form, Direct, ("column1", "7"));
        await Work(talk);
        CardText.Of(talk.AsItReads(sent)).ShouldContain("list.csv would bring 1 new client and 1 new contact.");
    }

    [Fact]
    public async Task Every_row_comes_as_a_file_that_no_spreadsheet_runs()
    {
        using var talk = await WithTeam();
        var sent = await Send(talk, "Client;Contact\n=SUM(A1);Sabine Klein\n");
        await Work(talk);
        var reply = await talk.Press(Talk.Anna, Talk.ButtonOf(talk.AsItReads(sent), "import.file"), Direct);
        reply.File!.Name.ShouldBe("list-rows.csv");
        var lines = Encoding.UTF8.GetString(reply.File.Content).Split("\r\n");
        lines[0].ShouldBe("\uFEFFRow,What happens,client,contact,Filled in,Remarks");
        lines[1].ShouldStartWith("2,new contact at a new client,\"'=SUM(A1)\",Sabine Klein,");
    }

    [Fact]
    public async Task Only_managers_import_and_only_in_a_direct_message()
    {
        using var talk = await WithTeam();
        CardText.Of(await talk.Turn(Talk.Ben, File(List), Talk.DirectOf(Talk.Ben))).ShouldContain("Anna");
        CardText.Of(await talk.Turn(Talk.Anna, File(List), Talk.Channel)).ShouldContain("Please send the file in a direct message with me");
        CardText.Of(await talk.Say(Talk.Anna, "import", Direct)).ShouldContain("Drop your list into a direct message with me");
        CardText.Of(await talk.Say(Talk.Ben, "import", Talk.DirectOf(Talk.Ben))).ShouldContain("Anna");
    }

    [Fact]
    public async Task Nobody_else_goes_on_with_it_and_a_cancelled_one_is_over()
    {
        using var talk = await WithTeam();
        var sent = await Send(talk, List);
        await Work(talk);
        var run = Talk.ButtonOf(talk.AsItReads(sent), "import.run");
        CardText.Of(await talk.Press(Talk.Ben, run, Talk.DirectOf(Talk.Ben))).ShouldNotContain("importing");
        await talk.Press(Talk.Anna, Talk.ButtonOf(talk.AsItReads(sent), "import.cancel"), Direct);
        CardText.Of(talk.AsItReads(sent)).ShouldContain("Nothing was imported from list.csv.");
        await talk.Press(Talk.Anna, run with { Value = run.Value }, Direct);
        await Work(talk);
        CardText.Of(talk.AsItReads(sent)).ShouldContain("Nothing was imported from list.csv.");
    }

    [Fact]
    public async Task What_is_no_list_is_refused_with_a_sentence()
    {
        using var talk = await WithTeam();
        var sent = await Send(talk, "%PDF-1.7");
        await Work(talk);
        CardText.Of(talk.AsItReads(sent)).ShouldContain("This file is neither.");
        var problem = await talk.Turn(Talk.Anna, new FileSent("photo.png") { Problem = ImportRefusals.NotATable }, Direct);
        CardText.Of(problem).ShouldContain("This file is neither.");
    }

    private static async Task<Talk> WithTeam()
    {
        var talk = await Talk.At(Start);
        await talk.Say(Talk.Anna, "account add Lindner GmbH");
        await talk.Say(Talk.Ben, "today");
        await talk.Say(Talk.Anna, "team manager Anna");
        return talk;
    }

    private static FileSent File(string text) => new("list.csv") { Content = Encoding.UTF8.GetBytes(text) };

    private static Task<Reply> Send(Talk talk, string text) => talk.Turn(Talk.Anna, File(text), Direct);

    /// <summary>The background has worked, and what stands there is drawn anew.</summary>
    private static async Task Work(Talk talk)
    {
        await new ImportRunner(talk.Stores, new FakeClock(talk.Now), _ => Task.CompletedTask, NullLogger<ImportRunner>.Instance).Run(TestContext.Current.CancellationToken);
        await talk.Until(Start);
    }
}
