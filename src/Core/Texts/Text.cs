using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AccountNudge.Core.Texts;

/// <summary>
/// One sentence in every language of the product, side by side, so that none can be forgotten.
/// Write both as interpolated strings; dates, figures, <see cref="Inline"/> runs and other texts are arguments.
/// In German, <c>‹du|Sie›</c> chooses by the form of address.
/// </summary>
[SuppressMessage("Naming", "CA1724", Justification = "Nothing here draws with System.Drawing.Text.")]
public sealed partial class Text
{
    private readonly FormattableString english;
    private readonly FormattableString german;

    /// <summary>Creates the sentence.</summary>
    public Text(FormattableString english, FormattableString german)
    {
        this.english = english;
        this.german = german;
    }

    /// <summary>Characters that are the same in every language, such as a name.</summary>
    public static Text Verbatim(string characters) => new($"{characters}", $"{characters}");

    /// <summary>The sentence as plain characters.</summary>
    public string Plain(Voice voice) => In(voice).Plain;

    /// <summary>The sentence in a voice. What people typed stays as typed: only our own words follow the voice.</summary>
    public RichText In(Voice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        var source = voice.Language == Language.German ? german : english;
        var runs = new List<Inline>();
        var position = 0;
        foreach (Match hole in Hole().Matches(source.Format))
        {
            AddWords(runs, source.Format[position..hole.Index], voice);
            position = hole.Index + hole.Length;
            if (hole.Groups["index"].Success)
            {
                var argument = source.GetArgument(int.Parse(hole.Groups["index"].ValueSpan, CultureInfo.InvariantCulture));
                AddArgument(runs, argument, hole.Groups["format"].Value, voice);
            }
            else
            {
                AddWords(runs, hole.Value[..1], voice);
            }
        }

        AddWords(runs, source.Format[position..], voice);
        return new RichText(runs);
    }

    /// <summary>The English sentence, for logs and debuggers; readers get <see cref="In"/>.</summary>
    public override string ToString() => Plain(Voice.English);

    private static void AddArgument(List<Inline> runs, object? argument, string format, Voice voice)
    {
        switch (argument)
        {
            case null:
                break;
            case Text text:
                runs.AddRange(text.In(voice).Runs);
                break;
            case RichText rich:
                runs.AddRange(rich.Runs);
                break;
            case Inline run:
                runs.Add(run);
                break;
            case IFormattable value:
                runs.Add(new Words(value.ToString(format.Length == 0 ? null : format, voice.Culture)));
                break;
            default:
                runs.Add(new Words(argument.ToString() ?? ""));
                break;
        }
    }

    private static void AddWords(List<Inline> runs, string ours, Voice voice)
    {
        if (ours.Length == 0) return;
        var spoken = Alternative().Replace(ours, choice => choice.Groups[voice.Address == FormOfAddress.Du ? "du" : "sie"].Value);
        runs.Add(new Words(voice.SharpS ? spoken : spoken.Replace("ß", "ss", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\{\{|\}\}|\{(?<index>\d+)(?:,[^:}]*)?(?::(?<format>[^}]*))?\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex("‹(?<du>[^|›]*)\\|(?<sie>[^›]*)›", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Alternative();
}
