using System.Text.Json.Nodes;
using AccountNudge.Bot.Tests.Conversation;
using Microsoft.OpenApi;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Api;

/// <summary>The description at /openapi/v1.json is valid and true: a client made from nothing else works.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task It_is_a_valid_document_of_exactly_the_three_calls()
    {
        var (document, diagnostic) = await Read();

        diagnostic.Errors.ShouldBeEmpty();
        diagnostic.Warnings.ShouldBeEmpty();
        document.Paths.SelectMany(path => path.Value.Operations!.Select(operation => $"{operation.Key} {path.Key}")).ShouldBe(["POST /api/v1/interactions", "POST /api/v1/complaints", "GET /api/v1/brief"], ignoreOrder: true);
        document.Security.ShouldNotBeNull().ShouldHaveSingleItem().Keys.ShouldHaveSingleItem().Scheme.ShouldBe("bearer");
    }

    [Fact]
    public async Task Every_answer_that_a_call_gives_is_in_it()
    {
        var (document, _) = await Read();
        string[] shared = ["400", "401", "403", "404", "409", "429", "500", "503"];
        string[] recording = ["201", "413", "415", "422", .. shared];

        StatusesOf("/api/v1/interactions").ShouldBe(recording, ignoreOrder: true);
        StatusesOf("/api/v1/complaints").ShouldBe(recording, ignoreOrder: true);
        StatusesOf("/api/v1/brief").ShouldBe(["200", .. shared], ignoreOrder: true);
        // Whatever a row of the refusals expects is one of them.
        ApiRefusalTests.Rows.Select(row => ((ITheoryDataRow)row).GetData()).Where(row => (string)row[1]! != "appointments").Select(row => $"{row[5]}").Except(recording).ShouldBeEmpty();

        IEnumerable<string> StatusesOf(string path) => document.Paths[path].Operations!.Single().Value.Responses!.Keys;
    }

    [Fact]
    public async Task A_client_that_knows_the_document_alone_notes_a_call()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        var token = await ApiRecordingTests.Token(talk);
        await using var host = await ApiHost.Run(talk);
        var document = OpenApiDocument.Parse((await host.Call(HttpMethod.Get, "/openapi/v1.json", null)).Text, "json").Document!;
        var (path, operation) = document.Paths.SelectMany(one => one.Value.Operations!.Select(call => (one.Key, call.Value))).Single(call => call.Value.OperationId == "noteInteraction");
        var fields = operation.RequestBody!.Content!["application/json"].Schema!.Properties!;
        var body = new JsonObject();
        foreach (var (name, schema) in fields) body[name] = ValueFor(document, name, schema);
        operation.Parameters!.ShouldContain(parameter => parameter.Name == "Idempotency-Key" && parameter.In == ParameterLocation.Header);

        var noted = await host.Call(HttpMethod.Post, path, token, new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, operation.RequestBody.Content.Keys.Single()));

        noted.Status.ShouldBe(201, noted.Text);
        var answer = operation.Responses!["201"].Content!["application/json"].Schema!;
        noted.Json.AsObject().Select(property => property.Key).ShouldBe(answer.Properties!.Keys, ignoreOrder: true);
        CardText.Of(await talk.Say(Ben, "timeline Weber")).ShouldContain("Telephones");
    }

    /// <summary>What is known of the client, in the fields that say what they take.</summary>
    private static JsonNode? ValueFor(OpenApiDocument document, string name, IOpenApiSchema schema)
    {
        var values = Values(schema);
        if (values.Count > 0) return values[0].DeepClone();
        return (name, schema.Format) switch
        {
            (_, "date") => "2027-03-09",
            ("account", _) => "Weber GmbH",
            ("contact", _) => "Sabine Klein",
            ("phone", _) => "+49 171 1234567",
            _ => "asked about the offer",
        };

        static IReadOnlyList<JsonNode> Values(IOpenApiSchema of) => of.Enum is { Count: > 0 } some ? [.. some.Where(value => value is not null)]
            : [.. (of.OneOf ?? []).Concat(of.AnyOf ?? []).SelectMany(Values)];
    }

    private static async Task<(OpenApiDocument Document, Microsoft.OpenApi.Reader.OpenApiDiagnostic Diagnostic)> Read()
    {
        using var talk = await At("2027-03-10T10:00");
        await using var host = await ApiHost.Run(talk);
        var read = OpenApiDocument.Parse((await host.Call(HttpMethod.Get, "/openapi/v1.json", null)).Text, "json");
        return (read.Document!, read.Diagnostic!);
    }
}
