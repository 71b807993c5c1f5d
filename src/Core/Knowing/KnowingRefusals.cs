using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Knowing;

/// <summary>What is said when something is not kept.</summary>
public static class KnowingRefusals
{
    /// <summary>Nothing was said.</summary>
    public static readonly Text Empty = new(
        $"What should I keep?",
        $"Was soll ich mir merken?");

    /// <summary>Third parties who are family are nobody's business.</summary>
    public static readonly Text Family = new(
        $"Family is private, so I don’t keep that. It’s lovely if you remember it yourself.",
        $"Familie ist privat, das halte ich nicht fest. Schön, wenn ‹du|Sie› selbst daran ‹denkst|denken›.");

    /// <summary>Anything but a first name and a role.</summary>
    public static readonly Text NotNameAndRole = new(
        $"Just a first name and a role, please, such as “Fabian, business partner”.",
        $"Bitte nur Vorname und Rolle, zum Beispiel „Fabian, Geschäftspartner“.");
}
