using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>What a column means.</summary>
public enum ImportField
{
    /// <summary>Nothing that is kept here.</summary>
    LeaveOut,

    /// <summary>The client.</summary>
    AccountName,

    /// <summary>How closely the client is looked after.</summary>
    Tier,

    /// <summary>Who of the team looks after them.</summary>
    Owner,

    /// <summary>Since when the two work together.</summary>
    Since,

    /// <summary>The day of the last talk with the client.</summary>
    LastContact,

    /// <summary>How often to talk with the client.</summary>
    Rhythm,

    /// <summary>The whole name of a person there.</summary>
    ContactName,

    /// <summary>Their first name.</summary>
    FirstName,

    /// <summary>Their middle names.</summary>
    MiddleName,

    /// <summary>Their last name.</summary>
    LastName,

    /// <summary>What they do there.</summary>
    Role,

    /// <summary>A telephone number; there may be several columns.</summary>
    Phone,

    /// <summary>A mail address; there may be several columns.</summary>
    Email,

    /// <summary>Their birthday.</summary>
    Birthday,

    /// <summary>Words about them.</summary>
    Notes,
}

/// <summary>What fields are called.</summary>
public static class ImportFieldNames
{
    /// <summary>The name of a field, as it stands in a form and in a report.</summary>
    public static Text NameOf(ImportField field) => field switch
    {
        ImportField.AccountName => new($"client", $"Kunde"),
        ImportField.Tier => new($"tier", $"Stufe"),
        ImportField.Owner => new($"looked after by", $"betreut von"),
        ImportField.Since => new($"client since", $"Kunde seit"),
        ImportField.LastContact => new($"last talk", $"letztes Gespräch"),
        ImportField.Rhythm => new($"rhythm", $"Rhythmus"),
        ImportField.ContactName => new($"contact", $"Ansprechperson"),
        ImportField.FirstName => new($"first name", $"Vorname"),
        ImportField.MiddleName => new($"middle name", $"weitere Vornamen"),
        ImportField.LastName => new($"last name", $"Nachname"),
        ImportField.Role => new($"role", $"Rolle"),
        ImportField.Phone => new($"phone", $"Telefon"),
        ImportField.Email => new($"email", $"Mail"),
        ImportField.Birthday => new($"birthday", $"Geburtstag"),
        ImportField.Notes => new($"notes", $"Notizen"),
        _ => new($"leave out", $"weglassen"),
    };
}
