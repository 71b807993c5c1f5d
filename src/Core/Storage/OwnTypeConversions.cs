using AccountNudge.Core.Nudges;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AccountNudge.Core.Storage;

/// <summary>How values of our own types lie in both databases: as text that people can read.</summary>
internal static class OwnTypeConversions
{
    /// <summary>Registers the conversions for every property of these types.</summary>
    public static void UseOwnTypes(this ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Cycle>().HaveConversion<CycleConverter>();
        configuration.Properties<RefusalReason>().HaveConversion<RefusalReasonConverter>();
    }

    private sealed class CycleConverter() : ValueConverter<Cycle, string>(cycle => cycle.ToString(), stored => Cycle.Parse(stored));

    /// <summary>What another version has written and this one does not know is some other reason.</summary>
    private sealed class RefusalReasonConverter() : ValueConverter<RefusalReason, string>(reason => reason.ToString(), stored => Parse(stored));

    private static RefusalReason Parse(string stored) => Enum.GetValues<RefusalReason>().FirstOrDefault(reason => reason.ToString() == stored);
}
