using System.Globalization;
using NodaTime.Text;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>What was given for one slot.</summary>
/// <param name="Value">What <see cref="Arguments"/> hold; null while the name is open.</param>
/// <param name="Raw">The value as text that a form and a draft survive; an open name as typed.</param>
/// <param name="Several">Whom an open name may mean; empty when nobody is known by it.</param>
internal sealed record Given(object? Value, string Raw, IReadOnlyList<KnownName> Several)
{
    /// <summary>The last day of a whole period that was named in place of its first one.</summary>
    public LocalDate? Last { get; init; }

    /// <summary>Its keyword was said: the first day of a range that wants its last one, too.</summary>
    public bool IsBegun { get; init; }

    public static Given Of(When when) => new(when, Write(when), []);

    public static Given Of(DateFound<When> found) => Of(found.Value) with { Last = found.Last };

    public static Given Of(DayOfYear day) => new(day, Write(day), []);

    public static Given Of(string text) => new(text, text, []);

    public static Given Of(KnownName name) => new(name, name.Id.ToString("N", CultureInfo.InvariantCulture), []);

    /// <summary>One name, or an open one when it may mean several or nobody.</summary>
    public static Given Of(NameMatch? match, string typed) => match is { Names: [var name] } ? Of(name) : new Given(null, typed, match?.Names ?? []);

    /// <summary>A raw date or day as people write it; anything else as it is.</summary>
    public static string InWords(string raw, Language language)
    {
        var anyDay = new LocalDateTime(2000, 1, 1, 0, 0);
        if (LocalDatePattern.Iso.Parse(raw).TryGetValue(default, out var date)) return DateReader.Write(date, language);
        if (raw.Contains('T', StringComparison.Ordinal) && DateReader.Read(raw, anyDay) is { Time: not null } when) return DateReader.Write(when, language);
        return raw.StartsWith("--", StringComparison.Ordinal) && DateReader.ReadDay(raw, anyDay) is { } day ? DateReader.Write(day, language) : raw;
    }

    /// <summary>ISO, with the time of day where there is one.</summary>
    public static string Write(When when) => when.Time is { } time
        ? LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(when.Date + time)
        : LocalDatePattern.Iso.Format(when.Date);

    /// <summary>ISO; without a year as <c>--05-14</c>.</summary>
    public static string Write(DayOfYear day) => day.Year is { } year
        ? LocalDatePattern.Iso.Format(new LocalDate(year, day.Day.Month, day.Day.Day))
        : string.Create(CultureInfo.InvariantCulture, $"--{day.Day.Month:00}-{day.Day.Day:00}");
}

/// <summary>What was given so far, slot by slot, and what it comes to.</summary>
internal sealed class Gathered(Command command, NameIndex names)
{
    private readonly IReadOnlyList<Slot> slots = command.Slots;
    private readonly Dictionary<string, Given> given = new(StringComparer.Ordinal);

    public bool Has(Slot slot) => given.ContainsKey(slot.Name);

    /// <summary>Someone who stands for their account is its contact, where the command takes one.</summary>
    public void Put(Slot slot, Given value)
    {
        var people = slot.Kind == SlotKind.Account ? PeopleOf(value) : [];
        if (people.Count == 0 || people.Select(person => person.AccountId).Distinct().Skip(1).Any() || names.Account(people[0].AccountId) is not { } account)
        {
            given[slot.Name] = value;
            return;
        }

        given[slot.Name] = Given.Of(account);
        if (slots.FirstOrDefault(other => other.Kind == SlotKind.Contact && other.Within == slot.Name) is { } beside && !Has(beside)) given[beside.Name] = value;
    }

    /// <summary>
    /// Gives what follows from what was given: someone who was named is of the account that was not (<c>log with Sabine Klein: …</c>), and a
    /// whole week in place of the first day of a range ends with its own last day.
    /// </summary>
    public void Complete()
    {
        foreach (var slot in slots.Where(slot => !Has(slot)))
        {
            if (First(slot) is { IsBegun: false, Last: { } last }) Put(slot, Given.Of(new When(last)));
        }

        foreach (var slot in slots.Where(slot => slot.Within is not null && Has(slot)))
        {
            if (given[slot.Name].Value is not KnownName person || Has(slots.First(other => other.Name == slot.Within)) || names.Account(person.AccountId) is not { } account) continue;
            given[slot.Within!] = Given.Of(account);
        }
    }

    /// <summary>Who stands at a place of a line for a slot.</summary>
    public NameMatch? Find(Slot slot, IReadOnlyList<Token> tokens, int at) => slot.Kind == SlotKind.Account ? names.AccountAt(tokens, at) : names.At(tokens, at, Fits(slot));

    /// <summary>Whom a whole text names for a slot; by an id also an account's contact. Who is known but does not fit is an open name.</summary>
    public Given Named(Slot slot, string text, IReadOnlyList<KnownName> known)
    {
        if (!Guid.TryParseExact(text, "N", out var id)) return Given.Of(NameIndex.Whole(text, tokens => Find(slot, tokens, 0)), text);
        var fits = Fits(slot);
        var named = known.FirstOrDefault(name => name.Id == id && (fits(name) || (slot.Kind == SlotKind.Account && name.Kind == NameKind.Contact)));
        return named is null ? Given.Of(null, known.FirstOrDefault(name => name.Id == id)?.Name ?? text) : Given.Of(named);
    }

    private static IReadOnlyList<KnownName> PeopleOf(Given value)
    {
        IReadOnlyList<KnownName> whom = value.Value is KnownName one ? [one] : value.Several;
        return whom.All(name => name.Kind == NameKind.Contact) ? whom : [];
    }

    public IReadOnlyDictionary<string, string> Raw => given.ToDictionary(pair => pair.Key, pair => pair.Value.Raw, StringComparer.Ordinal);

    public IReadOnlyList<Slot> Missing => [.. slots.Where(slot => !Has(slot) && (slot.Required || First(slot) is { IsBegun: true }))];

    /// <summary>The first day of the range whose last day a slot takes.</summary>
    private Given? First(Slot slot) => slot.After is { } first ? given.GetValueOrDefault(first) : null;

    /// <summary>Which names fit a slot; a contact's account narrows them once it is known.</summary>
    public Func<KnownName, bool> Fits(Slot slot)
    {
        var account = Account(slot);
        return slot.Kind switch
        {
            SlotKind.Account => name => name.Kind == NameKind.Account,
            SlotKind.Member => name => name.Kind == NameKind.Member,
            SlotKind.AccountOrContact => name => name.Kind is NameKind.Account or NameKind.Contact,
            _ => name => name.Kind == NameKind.Contact && (account is null || name.AccountId == account.Id),
        };
    }

    /// <summary>The account within which a slot's name is looked for, once it is known.</summary>
    public KnownName? Account(Slot slot) => slot.Within is { } within && given.TryGetValue(within, out var value) ? value.Value as KnownName : null;

    /// <summary>How a slot's date is to be understood: the last day of a range counts from its first day, once that is known.</summary>
    public DateQuestion Asked(Slot slot, DateQuestion dates)
    {
        return dates with { Past = slot.Past, NotBefore = (First(slot)?.Value as When?)?.Date, TakesPeriod = slots.Any(other => other.After == slot.Name) };
    }

    /// <summary>Looks contacts up again within their account, which may have been named after them.</summary>
    public void Narrow(IReadOnlyDictionary<string, string> typed)
    {
        foreach (var slot in slots.Where(slot => slot.Within is not null && Has(slot)))
        {
            if (!given.TryGetValue(slot.Within!, out var account)) continue;
            if (given[slot.Name].Value is KnownName who && who.AccountId == (account.Value as KnownName)?.Id) continue;
            var words = typed.GetValueOrDefault(slot.Name) ?? given[slot.Name].Raw;
            Put(slot, account.Value is null ? new Given(null, words, []) : Given.Of(NameIndex.Whole(words, tokens => names.At(tokens, 0, Fits(slot))), words));
        }
    }

    /// <summary>The first name that is still open, as an answer; null when every name is known.</summary>
    public Reading? OpenName(IReadOnlyDictionary<string, string> typed)
    {
        foreach (var slot in slots)
        {
            if (!given.TryGetValue(slot.Name, out var value) || value.Value is not null) continue;
            if (slot.Within is { } within && given.TryGetValue(within, out var account) && account.Value is null) continue;
            var words = typed.GetValueOrDefault(slot.Name) ?? value.Raw;
            return value.Several.Count > 0
                ? new SeveralNames(command, Raw, slot, words, value.Several)
                : new UnknownName(command, Raw, slot, words, names.Like(words, slot.Kind == SlotKind.Account ? name => name.Kind != NameKind.Member : Fits(slot)));
        }

        return null;
    }

    public Arguments ToArguments() =>
        new(given.Where(pair => pair.Value.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value.Value!, StringComparer.Ordinal), Raw);
}
