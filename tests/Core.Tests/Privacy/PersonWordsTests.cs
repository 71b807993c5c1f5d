using AccountNudge.Core.Accounts;

namespace AccountNudge.Core.Tests.Privacy;

/// <summary>In which words somebody is found who is to be erased. With them at Krause GmbH is Tom Berg; Anna Frei looks after it.</summary>
public class PersonWordsTests
{
    /// <summary>Name, text, and what is left of it: about their own client, and about another one.</summary>
    public static TheoryData<string, string, string, string> Texts => new()
    {
        { "Renate Müller", "Renate Müller rang", "X rang", "X rang" },
        { "Renate Müller", "renate   MÜLLER rang", "X rang", "X rang" },
        { "Renate Müller", "Rang Frau Renate Mueller an", "Rang X an", "Rang X an" },
        { "Renate Mueller", "Renate Müllers Bericht", "X Bericht", "X Bericht" },
        { "Renate Müller", "Müller, Renate: Einkauf", "X: Einkauf", "X: Einkauf" },
        { "Renate Müller", "Frau Dr. Müller war da", "X war da", "Frau Dr. Müller war da" },
        { "Renate Müller", "Renate’s report", "X report", "Renate’s report" },
        { "Renate Müller", "Müller KG rang", "Müller KG rang", "Müller KG rang" },
        { "Renate Müller", "zur Müllermilch", "zur Müllermilch", "zur Müllermilch" },
        { "Dr. Renate Maria Müller", "Renate Müller rang", "X rang", "X rang" },
        { "Tom Krause", "Krause GmbH: Tom Krause rang", "Krause GmbH: X rang", "Krause GmbH: X rang" },
        { "Tom Krause", "Tom rang", "Tom rang", "Tom rang" }, // Tom Berg is there too
        { "Anna Klein", "Anna Frei rang, ein klein wenig spät", "Anna Frei rang, ein klein wenig spät", "Anna Frei rang, ein klein wenig spät" },
        { "Anna Klein", "Frau Klein rang", "X rang", "Frau Klein rang" },
        { "Renée Dupont", "renee dupont rang", "X rang", "X rang" },
        { "Renate", "renate rang", "X rang", "X rang" },
        { "Renate Müller", "write to r.mueller@krause.example", "write to X", "write to X" },
        { "Renate Müller", "ring 0221 / 555-0123 or +49 (0)221 5550123", "ring X or X", "ring X or X" },
        { "Renate Müller", "order 2215550123456", "order 2215550123456", "order 2215550123456" },
        { "Renate Müller", "nothing of the kind", "nothing of the kind", "nothing of the kind" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void They_are_taken_out_of_a_text(string name, string text, string own, string other)
    {
        var words = Of(name);

        words.Without(text, "X", aboutClient: true).ShouldBe(own);
        words.Without(text, "X", aboutClient: false).ShouldBe(other);
        (words.AreIn(text, aboutClient: true), words.AreIn(text, aboutClient: false)).ShouldBe((own != text, other != text));
    }

    public static TheoryData<string, bool> Documents => new()
    {
        { """{"text":"Renate M\u00FCller rang"}""", true },
        { """[{"Before":null,"After":{"Text":"mit Renate Mueller"}}]""", true },
        { """{"payload":"{\"value\":\"Renate Müller\"}"}""", true },
        { """{"text":"Tom Berg rang"}""", false },
        { "Renate Müller, no JSON at all", true },
        { "{broken Renate Müller", true },
        { "", false },
    };

    [Theory, MemberData(nameof(Documents))]
    public void They_are_found_in_a_document(string json, bool isNamed)
    {
        var words = Of("Renate Müller");

        words.AreInJson(json, aboutClient: true).ShouldBe(isNamed);
        var without = words.WithoutInJson(json, "X", aboutClient: true);
        words.AreInJson(without, aboutClient: true).ShouldBeFalse();
        if (!isNamed) without.ShouldBe(json);
    }

    [Fact]
    public void What_stands_in_their_place_is_taken_as_it_is() => Of("Renate Müller").Without("Renate Müller", "$0 $1", aboutClient: true).ShouldBe("$0 $1");

    private static PersonWords Of(string name) => new(
        new Contact { WorkspaceId = Guid.Empty, TeamId = Guid.Empty, AccountId = Guid.Empty, Name = name, Email = "r.mueller@krause.example", Phone = "+49 221 5550123" },
        ["Krause GmbH", "Tom Berg", "Anna Frei"]);
}
