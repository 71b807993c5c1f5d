using System.Globalization;

namespace AccountNudge.Bot.Platforms.Drawing;

/// <summary>Cuts long texts where a reader would: between lines, else sentences, else words, and only at need within one.</summary>
/// <param name="isPerson">Whether a run is somebody the platform names itself; such a run stays whole.</param>
/// <param name="length">How many characters a text takes once it is escaped.</param>
internal sealed class Splitting(Func<Inline, bool> isPerson, Func<string, int> length)
{
    /// <summary>What each change between plain, bold and mention may add in markup or JSON.</summary>
    private const int PerRun = 60;

    /// <summary>What one character may take once it is escaped.</summary>
    private const int PerCharacter = 5;

    /// <summary>The text in pieces of at most so many characters once escaped. There are no blank pieces.</summary>
    public IReadOnlyList<RichText> Split(RichText text, int most)
    {
        var pieces = new List<RichText>();
        var current = new List<Inline>();
        var size = 0;
        foreach (var atom in text.Runs.SelectMany(run => Atoms(run, (most - PerRun) / PerCharacter)))
        {
            while (current.Count > 0 && size + Size(atom, current[^1]) > most)
            {
                var cut = Cut(current);
                Add(pieces, current[..cut]);
                current.RemoveRange(0, cut);
                size = current.Select((kept, index) => Size(kept, index > 0 ? current[index - 1] : null)).Sum();
            }

            size += Size(atom, current.Count > 0 ? current[^1] : null);
            current.Add(atom);
        }

        Add(pieces, current);
        return pieces;
    }

    /// <summary>The text in pieces, or cut after the first with a sign that it goes on.</summary>
    public RichText Beginning(RichText text, int most) => Split(text, most - 2) switch
    {
        [] => RichText.Empty,
        [var only] => only,
        [var first, ..] => new RichText([.. first.Runs, new Words(" …")]),
    };

    private int Size(Inline atom, Inline? before) => length(atom.Plain) + (before is Words && atom is Words ? 0 : before?.GetType() == atom.GetType() && atom is Strong ? 0 : PerRun);

    /// <summary>Where a piece best ends: after the last line or sentence of its second half, or where it is full.</summary>
    private static int Cut(List<Inline> atoms)
    {
        var half = atoms.Count / 2;
        var line = atoms.FindLastIndex(atom => atom.Plain.EndsWith('\n'));
        if (line >= half) return line + 1;
        var sentence = atoms.FindLastIndex(atom => atom is not Mention && atom.Plain.TrimEnd() is { Length: > 0 } words && words[^1] is '.' or '!' or '?' or '…' or '\n');
        return sentence >= half ? sentence + 1 : atoms.Count;
    }

    /// <summary>Neighbours of one kind are one run again; the space around the cut goes.</summary>
    private void Add(List<RichText> pieces, IReadOnlyList<Inline> atoms)
    {
        var runs = new List<Inline>();
        foreach (var atom in atoms)
        {
            switch (runs.LastOrDefault(), atom)
            {
                case (Words words, Words more):
                    runs[^1] = new Words(words.Characters + more.Characters);
                    break;
                case (Strong strong, Strong more):
                    runs[^1] = new Strong(strong.Characters + more.Characters);
                    break;
                default:
                    runs.Add(atom);
                    break;
            }
        }

        if (runs.Count > 0 && runs[0] is Words first) runs[0] = new Words(first.Characters.TrimStart('\n', '\r', ' '));
        if (runs.Count > 0 && runs[^1] is Words last) runs[^1] = new Words(last.Characters.TrimEnd());
        var piece = new RichText([.. runs.Where(run => run.Plain.Length > 0 || isPerson(run))]);
        if (piece.Runs.Any(run => isPerson(run) || !string.IsNullOrWhiteSpace(run.Plain))) pieces.Add(piece);
    }

    /// <summary>Words with the space behind them; what is longer than a piece may be, in several. Somebody the platform cannot name is words too.</summary>
    private IEnumerable<Inline> Atoms(Inline run, int most)
    {
        if (isPerson(run)) return [run];
        return Words(run.Plain, most).Select(characters => run is Strong ? new Strong(characters) : (Inline)new Words(characters));
    }

    private static IEnumerable<string> Words(string text, int most)
    {
        for (var from = 0; from < text.Length;)
        {
            var end = from;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            while (end < text.Length && char.IsWhiteSpace(text[end]) && (end == from || text[end - 1] != '\n')) end++;
            if (end - from > most) end = Within(text, from, most);
            yield return text[from..end];
            from = end;
        }
    }

    /// <summary>The end of the last whole character, as a reader sees it, within so many; a character larger than that is cut between code points.</summary>
    private static int Within(string text, int from, int most)
    {
        var end = from;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text.AsSpan(end));
            if (next - from > most) break;
            end = next;
        }

        if (end > from) return end;
        end = from + most;
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }
}
