using System.Reflection;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Texts;

public class TextTests
{
    private static readonly Voice Sie = new(Language.German, FormOfAddress.Sie);
    private static readonly Voice Swiss = new(Language.German, SharpS: false);

    [Fact]
    public void German_addresses_colleagues_as_the_workspace_wishes()
    {
        var text = new Text($"Please ring.", $"Bitte ‹ruf|rufen Sie› an, ‹du|Sie› ‹hast|haben› es zugesagt.");
        text.Plain(Voice.German).ShouldBe("Bitte ruf an, du hast es zugesagt.");
        text.Plain(Sie).ShouldBe("Bitte rufen Sie an, Sie haben es zugesagt.");
        text.Plain(Voice.English).ShouldBe("Please ring.");
    }

    [Fact]
    public void Alternatives_may_be_empty_and_stand_beside_arguments() =>
        new Text($"x", $"‹|Bitte ›{"Weber"}‹ anrufen|›").Plain(Sie).ShouldBe("Bitte Weber");

    [Fact]
    public void Only_our_own_words_lose_the_sharp_s()
    {
        var text = new Text($"Kind regards, {"Strauß"}", $"Viele Grüße, {"Strauß"} und {new Strong("Groß")} ({Text.Verbatim("Weiß")})");
        text.Plain(Swiss).ShouldBe("Viele Grüsse, Strauß und Groß (Weiß)");
        text.Plain(Voice.German).ShouldBe("Viele Grüße, Strauß und Groß (Weiß)");
    }

    [Fact]
    public void What_people_typed_is_not_taken_for_our_own_marks() =>
        new Text($"{"a"}", $"{"‹du|Sie› {0} {{"}").Plain(Sie).ShouldBe("‹du|Sie› {0} {{");

    [Fact]
    public void Nested_texts_speak_in_the_same_voice()
    {
        var inner = new Text($"by you", $"von ‹dir|Ihnen› draußen");
        new Text($"Told {inner}.", $"Gesagt {inner}.").Plain(Sie with { SharpS = false }).ShouldBe("Gesagt von Ihnen draussen.");
        new Text($"Told {inner}.", $"Gesagt {inner}.").Plain(Voice.English).ShouldBe("Told by you.");
    }

    [Fact]
    public void Dates_and_figures_are_written_as_in_the_language()
    {
        var (day, time) = (new LocalDate(2027, 5, 14), new LocalTime(9, 0));
        var text = new Text($"{day:ddd d MMM}, {day:d}, {time:HH:mm}, {1234.5:N1}", $"{day:ddd d. MMMM}, {day:d}, {time:HH:mm} Uhr, {1234.5:N1}");
        text.Plain(Voice.English).ShouldBe("Fri 14 May, 14/05/2027, 09:00, 1,234.5");
        text.Plain(Voice.German).ShouldBe("Fr 14. Mai, 14.05.2027, 09:00 Uhr, 1.234,5");
    }

    [Fact]
    public void Braces_are_written_twice() =>
        new Text($"{{a}} {{{1}}} }}{{", $"b").Plain(Voice.English).ShouldBe("{a} {1} }{");

    [Fact]
    public void Runs_are_kept_for_the_platform_to_draw()
    {
        var runs = new Text($"{new Mention("U1", "Anna")}: {new Strong("Weber")} {null}waits", $"x").In(Voice.English).Runs;
        runs.ShouldBe([new Mention("U1", "Anna"), new Words(": "), new Strong("Weber"), new Words(" "), new Words("waits")]);
    }

    [Fact]
    public void A_refusal_says_why_in_both_languages()
    {
        var refusal = new RefusalException(new Text($"No.", $"Nein."));
        refusal.Message.ShouldBe("No.");
        refusal.Reason.Plain(Voice.German).ShouldBe("Nein.");
    }

    [Fact]
    public void Every_text_speaks_both_languages()
    {
        var texts = All().ToList();
        texts.Count.ShouldBeGreaterThan(5);
        foreach (var (name, text) in texts)
        {
            var spoken = new[] { Voice.English, Voice.German, Sie, Swiss }.Select(text.Plain).ToList();
            spoken.ShouldAllBe(words => !string.IsNullOrWhiteSpace(words) && !words.Contains('‹') && !words.Contains('›'), name);
            spoken[1].ShouldNotBe(spoken[0], name);
        }
    }

    private static IEnumerable<(string Name, Text Text)> All()
    {
        const BindingFlags Everything = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var type in typeof(Text).Assembly.GetTypes().Where(type => type != typeof(Text) && !type.ContainsGenericParameters))
        {
            foreach (var field in type.GetFields(Everything).Where(field => field.FieldType == typeof(Text) && !field.Name.StartsWith('<')))
                yield return ($"{type.Name}.{field.Name}", (Text)field.GetValue(null)!);
            foreach (var property in type.GetProperties(Everything).Where(property => property.PropertyType == typeof(Text)))
                yield return ($"{type.Name}.{property.Name}", (Text)property.GetValue(null)!);
            foreach (var method in type.GetMethods(Everything).Where(method => method.ReturnType == typeof(Text) && !method.IsSpecialName && !method.ContainsGenericParameters))
            {
                var arguments = method.GetParameters().Select(parameter => Sample(parameter.ParameterType)).ToArray();
                if (arguments.All(argument => argument is not null)) yield return ($"{type.Name}.{method.Name}", (Text)method.Invoke(null, arguments)!);
            }
        }
    }

    private static object? Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "Weber",
        _ when type == typeof(RichText) => RichText.FromString("Weber"),
        _ when type == typeof(Text) => Text.Verbatim("Weber"),
        _ when type == typeof(LocalDate) => new LocalDate(2027, 5, 14),
        _ when type == typeof(Instant) => Instant.FromUtc(2027, 5, 14, 9, 0),
        _ when type.IsAssignableFrom(typeof(Strong)) => new Strong("Weber"),
        _ when type.IsValueType => Activator.CreateInstance(type),
        _ => null,
    };
}
