using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(AccountNudge.Bot.Tests.LongestFirst))]

namespace AccountNudge.Bot.Tests;

/// <summary>Marks a class whose tests take so long together that they begin first: at the end, another processor would stand idle.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LongTestsAttribute : Attribute;

/// <summary>Classes marked with <see cref="LongTestsAttribute"/> before all others.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly List<string> Long =
        [.. (Assembly.GetEntryAssembly()?.GetTypes() ?? []).Where(type => type.IsDefined(typeof(LongTestsAttribute))).Select(type => $"Test collection for {type.FullName} ")];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => Long.Exists(name => collection.TestCollectionDisplayName.StartsWith(name, StringComparison.Ordinal)))];
}
