using System.Text.Json;
using NodaTime.Text;

namespace AccountNudge.Core.Storage;

/// <summary>A turn that was recorded: a redelivery of it changes nothing.</summary>
public sealed class Receipt : IWorkspaceOwned
{
    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The turn's key, or a button's own token.</summary>
    public required string Key { get; init; }

    /// <summary>When, by the product's clock.</summary>
    public required Instant At { get; init; }
}

/// <summary>What one command changed, row by row, so that it can be undone while nothing else has touched those rows.</summary>
public sealed class Change : ITeamOwned
{
    /// <summary>Our own id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; set; }

    /// <summary>Whose change it is.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The command.</summary>
    public required string Command { get; init; }

    /// <summary>The import it is a part of, which is taken back as a whole; null for what one command did.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>What it was given, so that it can be corrected: slot values as JSON.</summary>
    public required string Given { get; set; }

    /// <summary>The rows as they were and as they became, as JSON.</summary>
    public string Rows { get; internal set; } = "[]";

    /// <summary>When it was undone.</summary>
    public Instant? UndoneAt { get; set; }
}

/// <summary>A command that waits for an answer, such as which of two accounts was meant; nothing typed is lost meanwhile.</summary>
public sealed class Draft : IWorkspaceOwned
{
    /// <summary>Our own id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Whose it is; nobody else can go on with it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The command.</summary>
    public required string Command { get; init; }

    /// <summary>What it was given so far: slot values as JSON.</summary>
    public required string Given { get; init; }

    /// <summary>When it was typed.</summary>
    public required Instant At { get; init; }
}

/// <summary>The one row that remembers which holiday and zone tables the plans were made with.</summary>
public sealed class TableState
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The versions of the tables.</summary>
    public required string Versions { get; set; }
}

/// <summary>The one row that remembers where the simulated clock stands.</summary>
public sealed class ClockState
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Where it stands.</summary>
    public Instant Now { get; set; }
}

internal static class SettingsJson
{
    public static readonly JsonSerializerOptions Options = new() { Converters = { new TimeConverter(), new DateConverter(), new ListConverter<Closure>(), new ListConverter<string>() } };

    private sealed class ListConverter<T> : System.Text.Json.Serialization.JsonConverter<EquatableList<T>>
    {
        public override EquatableList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T[]>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, EquatableList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToArray(), options);
    }

    private sealed class TimeConverter : System.Text.Json.Serialization.JsonConverter<LocalTime>
    {
        public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalTimePattern.ExtendedIso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalTimePattern.ExtendedIso.Format(value));
    }

    private sealed class DateConverter : System.Text.Json.Serialization.JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
