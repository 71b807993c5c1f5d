using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Api;

/// <summary>Whom a call means, among those whom the token's team knows.</summary>
/// <param name="Account">The client.</param>
/// <param name="Contact">Somebody there; null where nobody is named.</param>
internal sealed record WhoIsMeant(KnownName Account, KnownName? Contact)
{
    /// <summary>Finds out, or says why that is not clear. Names are understood as typed ones are; a number as the brief's.</summary>
    public static (WhoIsMeant? Who, ApiProblem? Problem) Find(AboutSomebody about, IReadOnlyList<KnownName> names)
    {
        var (account, contact, phone) = (Given(about.Account), Given(about.Contact), Given(about.Phone));
        if (account is null && contact is null && phone is null) return (null, ApiProblem.At("account", ApiTexts.AboutWhom));
        var index = new NameIndex(names);
        KnownName? client = null;
        if (account is not null)
        {
            var clients = Named(index, account, name => name.Kind == NameKind.Account);
            if (clients.Count == 0) return (null, new ApiProblem(StatusCodes.Status404NotFound, "unknown-account", ApiTexts.UnknownAccount(account)));
            if (clients.Count > 1) return (null, Unclear("several", ApiTexts.Several, clients, names));
            client = clients[0];
        }

        IReadOnlyList<KnownName>? people = null;
        if (phone is not null)
        {
            if (ReadPhone(phone) is not { } number) return (null, ApiProblem.At("phone", ApiTexts.NoPhone));
            people = Reached(number, names);
            // A call from a number that nobody has noted is a call from that client all the same.
            if (people.Count == 0 && client is null && contact is null) return (null, new ApiProblem(StatusCodes.Status404NotFound, "unknown-phone", ApiTexts.UnknownPhone));
            if (people.Count == 0) people = null;
        }

        if (contact is not null)
        {
            var called = Named(index, contact, name => name.Kind == NameKind.Contact && (client is null || name.AccountId == client.Id));
            if (called.Count == 0) return (null, new ApiProblem(StatusCodes.Status404NotFound, "unknown-contact", ApiTexts.UnknownContact(contact)));
            var both = people is null ? called : [.. called.Where(people.Contains)];
            if (both.Count == 0) return (null, Unclear("elsewhere", ApiTexts.Elsewhere, [.. people!, .. called], names));
            people = both;
        }

        if (people is null) return (new WhoIsMeant(client!, null), null);
        var there = client is null ? people : [.. people.Where(person => person.AccountId == client.Id)];
        if (there.Count == 0) return (null, Unclear("elsewhere", ApiTexts.Elsewhere, people, names));
        var left = there.Where(person => !person.IsGone).ToList();
        if (left.Count == 0) return (null, new ApiProblem(StatusCodes.Status409Conflict, "gone", ApiTexts.HasGone(there[0].Name)));
        if (left.Count > 1) return (null, Unclear("several", ApiTexts.Several, left, names));
        return (new WhoIsMeant(names.First(name => name.Kind == NameKind.Account && name.Id == left[0].AccountId), left[0]), null);
    }

    /// <summary>Whose call it is: who is there comes before who was.</summary>
    public static (KnownName? Contact, ApiProblem? Problem) Calling(string? phone, IReadOnlyList<KnownName> names)
    {
        if (Given(phone) is not { } given || ReadPhone(given) is not { } number) return (null, ApiProblem.At("phone", ApiTexts.NoPhone));
        var people = Reached(number, names);
        if (people.Count == 0) return (null, new ApiProblem(StatusCodes.Status404NotFound, "unknown-phone", ApiTexts.UnknownCaller));
        var there = people.Where(person => !person.IsGone).ToList();
        var meant = there.Count > 0 ? there : people;
        return meant.Count == 1 ? (meant[0], null) : (null, Unclear("several", ApiTexts.Several, meant, names));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>In an address a + that was not encoded arrives as a space.</summary>
    private static Phone? ReadPhone(string text) =>
        Phone.Read(text.Length > 1 && text[0] == ' ' && char.IsDigit(text[1]) ? $"+{text[1..]}" : text) is { } phone && phone.Number.Any(char.IsDigit) && phone.Rest.Trim().Length == 0 ? phone : null;

    private static List<KnownName> Reached(Phone number, IReadOnlyList<KnownName> names) =>
        [.. names.Where(name => name.Kind == NameKind.Contact && Phone.Read(name.Phone)?.IsSameAs(number) == true)];

    private static IReadOnlyList<KnownName> Named(NameIndex index, string text, Func<KnownName, bool> fits) => NameIndex.Whole(text, tokens => index.At(tokens, 0, fits))?.Names ?? [];

    private static ApiProblem Unclear(string code, Text why, IReadOnlyList<KnownName> candidates, IReadOnlyList<KnownName> names) =>
        new(StatusCodes.Status409Conflict, code, why) { Candidates = [.. candidates.Distinct().Select(name => Described(name, names))] };

    private static string Described(KnownName name, IReadOnlyList<KnownName> names) => name.Kind == NameKind.Account
        ? name.Name : $"{name.Name} ({names.First(account => account.Kind == NameKind.Account && account.Id == name.AccountId).Name})";
}
