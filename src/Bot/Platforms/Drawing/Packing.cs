namespace AccountNudge.Bot.Platforms.Drawing;

/// <summary>Blocks (Slack's word; elements in an Adaptive Card) that stay together as long as they fit into one message.</summary>
/// <param name="Blocks">Top to bottom.</param>
/// <param name="Says">The same in words, line by line.</param>
internal sealed record Group(IReadOnlyList<JsonObject> Blocks, IReadOnlyList<RichText> Says)
{
    /// <summary>It belongs to what stands above it.</summary>
    public bool JoinsPrevious { get; init; }

    /// <summary>It belongs to what stands below it.</summary>
    public bool JoinsNext { get; init; }

    public Load Load => Load.Of(Blocks);
}

/// <summary>How much room blocks take; each platform says how much there is.</summary>
/// <param name="Blocks">How many; those inside others count.</param>
/// <param name="Size">Roughly their characters as JSON.</param>
internal readonly record struct Load(int Blocks, int Size)
{
    /// <summary>A platform gives each block an id, or what parts it from the one above.</summary>
    private const int PerBlock = 30;

    public static Load operator +(Load one, Load other) => new(one.Blocks + other.Blocks, one.Size + other.Size);

    public static Load operator -(Load one, Load other) => new(one.Blocks - other.Blocks, one.Size - other.Size);

    public bool FitsInto(Load room) => Blocks <= room.Blocks && Size <= room.Size;

    public static Load Of(IEnumerable<JsonObject> blocks) => blocks.Aggregate(default(Load), (load, block) => load + Of(block));

    private static Load Of(JsonObject block) => new(1 + (block["child_blocks"] is JsonArray inside ? inside.Count : 0), SizeOf(block) + PerBlock);

    public static int SizeOf(JsonNode? node) => node switch
    {
        JsonObject thing => 2 + thing.Sum(property => property.Key.Length + 4 + SizeOf(property.Value)),
        JsonArray list => 2 + list.Sum(item => 1 + SizeOf(item)),
        JsonValue value when value.TryGetValue<string>(out var characters) => characters.Length + characters.Count(character => character is '"' or '\\' || char.IsControl(character)) + 2,
        _ => 8,
    };
}

/// <summary>Lays groups of blocks into messages.</summary>
internal static class Packing
{
    /// <summary>The line that says how many are left out.</summary>
    private static readonly Load ForTheRest = new(1, 200);

    /// <summary>Everything, in as many messages as it takes; what belongs together stays together where it can.</summary>
    public static IReadOnlyList<IReadOnlyList<Group>> All(IReadOnlyList<Group> groups, Load limit)
    {
        var messages = new List<List<Group>> { new() };
        var room = limit;
        foreach (var cluster in Clusters(groups))
        {
            IEnumerable<Group> units = LoadOf(cluster).FitsInto(limit) ? [Merged(cluster)] : cluster.SelectMany(Fragments);
            foreach (var unit in units)
            {
                if (!unit.Load.FitsInto(room) && messages[^1].Count > 0)
                {
                    messages.Add([]);
                    room = limit;
                }

                messages[^1].Add(unit);
                room -= unit.Load;
            }
        }

        return messages;
    }

    /// <summary>As much as fits into one message from the top, and how many groups are not wholly in it. The card's own buttons stay.</summary>
    public static (IReadOnlyList<Group> Kept, int Left) One(IReadOnlyList<Group> groups, Load limit)
    {
        if (LoadOf(groups).FitsInto(limit)) return (groups, 0);
        IReadOnlyList<Group> buttons = [.. groups.Where(group => group.JoinsPrevious)];
        if (!LoadOf(buttons).FitsInto(new(limit.Blocks / 2, limit.Size / 2))) buttons = [];
        var room = limit - ForTheRest - LoadOf(buttons);
        var (kept, left) = (new List<Group>(), 0);
        foreach (var group in groups)
        {
            if (buttons.Contains(group)) kept.Add(group);
            else if (left == 0 && group.Load.FitsInto(room)) Keep(group);
            else if (left++ == 0) KeepTheBeginningOf(group);
        }

        return (kept, left);

        void Keep(Group group)
        {
            kept.Add(group);
            room -= group.Load;
        }

        void KeepTheBeginningOf(Group group)
        {
            var before = kept.Count;
            foreach (var fragment in Fragments(group).TakeWhile(fragment => fragment.Load.FitsInto(room))) Keep(fragment);
            if (kept.Count != before || before == 0 || !kept[^1].JoinsNext) return;
            kept.RemoveAt(before - 1);
            left++;
        }
    }

    /// <summary>Groups that belong together, such as a heading and what stands below it.</summary>
    private static IEnumerable<List<Group>> Clusters(IReadOnlyList<Group> groups)
    {
        var cluster = new List<Group>();
        foreach (var group in groups)
        {
            if (cluster.Count > 0 && !group.JoinsPrevious && !cluster[^1].JoinsNext)
            {
                yield return cluster;
                cluster = [];
            }

            cluster.Add(group);
        }

        if (cluster.Count > 0) yield return cluster;
    }

    /// <summary>Block by block, buttons with what stands above them.</summary>
    private static IEnumerable<Group> Fragments(Group group)
    {
        for (var at = 0; at < group.Blocks.Count;)
        {
            var hasButtons = at + 1 < group.Blocks.Count && (string?)group.Blocks[at + 1]["type"] is "actions" or "ActionSet";
            JsonObject[] blocks = hasButtons ? [group.Blocks[at], group.Blocks[at + 1]] : [group.Blocks[at]];
            yield return new Group(blocks, at == 0 ? group.Says : []);
            at += blocks.Length;
        }
    }

    private static Group Merged(List<Group> groups) => new([.. groups.SelectMany(group => group.Blocks)], [.. groups.SelectMany(group => group.Says)]);

    private static Load LoadOf(IEnumerable<Group> groups) => Load.Of(groups.SelectMany(group => group.Blocks));
}
