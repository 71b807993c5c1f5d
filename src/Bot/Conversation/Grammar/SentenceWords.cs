namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>The words by which a sentence of own words is taken apart, folded, in both languages.</summary>
internal static class SentenceWords
{
    /// <summary>May stand before a verb or a name without changing what is said.</summary>
    public static readonly IReadOnlySet<string> Opening = TextFolding.Set(
        "also so ja yes spaeter later danach afterwards zuerst first well ok okay hi hallo hey uebrigens btw fyi info eben gerade soeben vorhin just earlier again wieder nochmal schon endlich finally already dann then und and oh kurz mal heute jetzt now frueh they she he sie er we wir i ich");

    /// <summary>May stand before a noun or a participle of talking: <c>hatte eben ein kurzes Telefonat mit</c>.</summary>
    public static readonly IReadOnlySet<string> Having = TextFolding.Set(
        "i we ich wir i've we've had have has got received did bin was were war waren hatte hatten habe haben hab bekam bekamen bekommen erhielt erhielten erhalten kam kamen there gab es a an the another one my our " +
        "ein eine einen einem einer der die das den dem noch kurzes kurzer kurze langes langer lange gutes guter gute schoenes netter nettes neues neue neuer short long quick good nice great brief new lovely difficult schwieriges on off of from in beim im");

    /// <summary>Say that what follows lies in the past.</summary>
    public static readonly IReadOnlySet<string> Past = TextFolding.Set("had got received was were war waren hatte hatten bekam bekamen erhielt erhielten gab kam kamen habe haben hab have has been back zurueck met called rang phoned emailed e-mailed mailed wrote written visited texted messaged heard sat dropped stopped went spoke talked " +
        "angerufen telefoniert gesprochen geredet sprach sprachen geschrieben gemailt getroffen gewesen vorbeigeschaut vorbeigefahren");

    /// <summary>In front of a name.</summary>
    public static readonly IReadOnlySet<string> Prepositions = TextFolding.Set(
        "von vom from of by bei beim at with mit an to zu zum zur fuer for about ueber wegen regarding re");

    /// <summary>Between a preposition and a name, and in front of one.</summary>
    public static readonly IReadOnlySet<string> Determiners = TextFolding.Set(
        "der die das den dem des the our unser unsere unserem unseren unserer client customer kunde kunden kundin firma company account good guten lieben");

    /// <summary>Between someone and their company.</summary>
    public static readonly IReadOnlySet<string> OfCompany = TextFolding.Set("von vom from of at bei beim");

    /// <summary>Says that something did not happen.</summary>
    public static readonly Phrase Denial = new(
        "not|never|nobody|no one|no-one|noone|none|didn't|didnt|hasn't|hasnt|haven't|havent|hadn't|wasn't|weren't|couldn't|can't|won't|don't|doesn't|without",
        "nicht|nie|niemals|niemand|niemanden|niemandem|keiner|keine|kein|keinen|keinem|noch nichts|ohne");

    /// <summary>Say that it is a complaint.</summary>
    public static readonly Phrase Complaining = new(
        "complains|complained|complaining|complain|complaint|complaints",
        "beschwert|beschwerte|beschweren|beschwerten|beschwerde|beschwerden|reklamiert|reklamierte|reklamieren|reklamation|beanstandet|bemängelt");

    /// <summary>Say that something was promised.</summary>
    public static readonly Phrase Promising = new(
        "promised|promise|committed to|gave my word|gave our word",
        "versprochen|zugesagt|zugesichert|versprach|versprachen|zugesichert|verspreche|versprechen|sagte zu|sagten zu");

    /// <summary>We, and what we did.</summary>
    public static readonly IReadOnlySet<string> Ourselves = TextFolding.Set("i we i've we've i'd we'd i'll we'll ich wir habe hab haben hatte hatten");

    /// <summary>Somebody else, where what they did is told.</summary>
    public static readonly IReadOnlySet<string> Others = TextFolding.Set("they she he they've she's he's us uns mir me hat");

    /// <summary>Begin a question, also without its mark.</summary>
    public static readonly Phrase Asking = new(
        "show me|show|tell me|give me|who|why|what's new with|what is new with|any news|any word|has anyone|has anybody|did anyone|do we know|do you know|does anyone know|when did|when was|when will|how is|how are|what about|what is going on with|what's going on with|where are we with",
        "zeig|zeige|zeig mir|zeigen sie|sag mir|erzähl mir|wer|wem|wann|warum|wieso|weshalb|gibt es|gibt's|weißt du|wisst ihr|wissen wir|weiß jemand|weiß wer|was ist mit|was gibt es neues|was gibt's neues|wie steht es|wie steht's|wie läuft|wie geht es|hat jemand|hat schon jemand|hat sich|kennt jemand|habt ihr|hast du|haben wir schon|haben wir von|was wissen wir|was war mit|wie war");

    /// <summary>Begin a question when a name follows at once: <c>hat Weber angerufen</c>.</summary>
    public static readonly IReadOnlySet<string> AskingOfName = TextFolding.Set("hat has did does ist is will wollte muss soll kann can should");

    /// <summary>A clause that begins with these says who did it, or what is done to nobody.</summary>
    public static readonly IReadOnlySet<string> NoObject = TextFolding.Set("they she he sie er we i wir ich it es kam kamen came");

    /// <summary>Begin a clause of its own.</summary>
    public static readonly IReadOnlySet<string> Joining = TextFolding.Set("und and but aber oder or because weil dass that denn doch sondern although obwohl if wenn falls when als");

    /// <summary>Someone, but nobody in particular.</summary>
    public static readonly IReadOnlySet<string> Anybody = TextFolding.Set(
        "kunde kundin kunden client customer jemand someone somebody anyone anybody einer eine niemand nobody keiner chef boss kollege kollegin colleague man frau herr leute people everyone alle");

    /// <summary>Turn a date into something else than the day of the talk.</summary>
    public static readonly IReadOnlySet<string> NotTheDay = TextFolding.Set("bis by until till ab from fuer for seit since vor before nach after zum zur to as per via");

    /// <summary>Say whose feeling is not the client's.</summary>
    public static readonly Phrase OwnFeeling = new("i'm|i am|we're|we are|i was|we were", "ich bin|wir sind|bin ich|sind wir|ich war|wir waren");

    /// <summary>Take a feeling back.</summary>
    public static readonly IReadOnlySet<string> NoFeeling = TextFolding.Set("nicht not never nie kein keine no longer weniger less kaum hardly mehr isn't wasn't wird werden will would wuerde waere be sein");
}
