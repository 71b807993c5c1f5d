namespace AccountNudge.Core.Practices;

/// <summary>What was behind a complaint or the loss of a client, as far as we could have prevented it (practice B5): the same few words everywhere, so that they can be counted.</summary>
public enum RootCause
{
    /// <summary>We did not take enough care.</summary>
    Care,

    /// <summary>They did not get enough attention.</summary>
    Attention,

    /// <summary>We misunderstood each other.</summary>
    Misunderstanding,

    /// <summary>Something came too late.</summary>
    Delay,

    /// <summary>The work was not good enough.</summary>
    Quality,

    /// <summary>It was about the price.</summary>
    Price,
}
