using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>Fills what is empty, overwrites nothing, and says what differs.</summary>
internal sealed class Filling(List<Text> remarks)
{
    /// <summary>What was filled.</summary>
    public List<ImportField> Filled { get; } = [];

    /// <summary>Whether a value is to be taken.</summary>
    /// <param name="field">Of which field.</param>
    /// <param name="standing">What stands there; null or empty where nothing does.</param>
    /// <param name="value">What the row says; null or empty where it says nothing.</param>
    /// <param name="isSame">When the two mean the same, where they need not be equal.</param>
    public bool Takes(ImportField field, object? standing, object? value, Func<bool>? isSame = null)
    {
        if (value is null or "") return false;
        if (standing is null or "") return Take(field);
        if (!Equals(standing, value) && isSame?.Invoke() != true) remarks.Add(ImportTexts.Differs(field, ImportTexts.Shown(value), ImportTexts.Shown(standing)));
        return false;
    }

    /// <summary>Whether a birthday is to be taken, also for its year alone.</summary>
    public bool Takes(Birthday? standing, Birthday? value)
    {
        if (standing is { Year: null } && value is { Year: not null } && standing.Day == value.Day) return Take(ImportField.Birthday);
        return Takes(ImportField.Birthday, standing, value, () => standing!.Day == value!.Day && value.Year is null);
    }

    /// <summary>
    /// Whether the day of a talk is to be taken: the latest one the file knows, where no talk was noted. An earlier one than is noted
    /// is nothing to speak of, since one has talked again.
    /// </summary>
    public bool TakesTalk(LocalDate? noted, LocalDate? planned, LocalDate? value)
    {
        if (value is not { } day) return false;
        if (noted is { } last) return day > last && Takes(ImportField.LastContact, last, day);
        return (planned is null || day > planned) && Take(ImportField.LastContact);
    }

    /// <summary>What is to be noted once words are added: every line once, whoever wrote it first; null where nothing is new.</summary>
    public string? TakesNotes(string? noted, string planned, string value)
    {
        var known = $"{noted}\n{planned}".Split('\n').Select(line => line.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = value.Split('\n').Select(line => line.Trim()).Where(known.Add).ToList();
        if (added.Count == 0) return null;
        Take(ImportField.Notes);
        return planned.Length == 0 ? string.Join('\n', added) : $"{planned}\n{string.Join('\n', added)}";
    }

    private bool Take(ImportField field)
    {
        Filled.Add(field);
        return true;
    }
}
