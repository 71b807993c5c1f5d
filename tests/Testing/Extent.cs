namespace AccountNudge.Testing;

/// <summary>How much the tests try that repeat something many times: with FAULTS=all in the environment all of it, which takes minutes.</summary>
public static class Extent
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("FAULTS") == "all";

    /// <summary>How often to repeat something: within the suite, and at full size.</summary>
    public static int Of(int usual, int full) => IsFull ? full : usual;
}
