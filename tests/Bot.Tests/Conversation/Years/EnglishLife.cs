using AccountNudge.Bot.Conversation.Model;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Years;

/// <summary>The year of an English team.</summary>
internal static class EnglishLife
{
    private static readonly ChatPerson Grace = new("U-GRACE", "Grace", "en-GB", DateTimeZoneProviders.Tzdb["Europe/London"]);
    private static readonly ChatPerson Anna = new("U-ANNA", "Anna", "en-GB", DateTimeZoneProviders.Tzdb["Europe/London"]);
    private static readonly ChatPerson Ben = new("U-BEN", "Ben", "en-GB", DateTimeZoneProviders.Tzdb["Europe/London"]);

    public static Life Of() => new(
        new ChatChannel("C-CLIENTS", "clients", IsDirect: false), Grace, [Grace, Anna, Ben],
        [
            "team language English",
            "team zone London",
            "team region England",
            "team manager @[U-GRACE|Grace]",
        ],
        Clients, Happens);

    private static readonly IReadOnlyList<Client> Clients =
    [
        new("Brightwell Ltd", "A", Anna, "1 March 2019", 8, ("Maria Jones", "1 January"), ("Robert Hill", "8 June 1963"), ("Helen Carter", "15 November 1966")),
        new("Harbour Foods", "A", Ben, "15 June 2021", 9, ("George Abbott", ""), ("Priya Nair", "1 September 1972"), ("Daniel Barnes", "29 February 1980")) { Kinds = ["call"] },
        new("Castle Insurance", "A", Anna, "1 February 2023", 9, ("Susan Clarke", "15 July"), ("Oliver Dawson", ""), ("Carol Ellis", "1 May 1984")),
        new("Northgate Rail", "A", Ben, "3 May 2022", 10, ("Stephen Foster", "8 October"), ("Laura Gibson", "15 March 1990"), ("Brian Hughes", "")) { Silence = (new(2028, 7, 1), new(2028, 11, 10)), Kinds = ["call", "mail", "call"], Earlier = 3 },
        new("Ashby Schools Trust", "B", Anna, "1 April 2020", 18, ("Claire Irving", "1 January"), ("David Jenkins", "8 June 1964"), ("Emma Keller", "15 November 1967")),
        new("Fenwick Motors", "B", Ben, "10 October 2024", 20, ("Frank Lawson", ""), ("Grace Marsh", "1 September 1973"), ("Harold Norton", "8 February 1976")) { Silence = (new(2028, 7, 10), new(2028, 9, 30)) },
        new("Lark & Sons", "B", Anna, "1 September 2023", 22, ("Irene Osborne", "15 July"), ("James Parker", ""), ("Kate Quinn", "1 May 1985")) { Later = (new(2028, 5, 16), Ben) },
        new("Oakfield Dental", "B", Ben, "12 January 2026", 21, ("Leonard Rhodes", "8 October"), ("Martha Sutton", "15 March 1991"), ("Nathan Turner", "")),
        new("Penrose Books", "B", Anna, "20 November 2018", 23, ("Olivia Underwood", "1 January"), ("Peter Vaughan", "8 June 1965"), ("Rachel Walsh", "15 November 1968")) { Silence = (new(2028, 6, 20), new(2028, 8, 30)), Kinds = ["mail"] },
        new("Quayside Optics", "B", Ben, "5 July 2025", 22, ("Simon Yates", "")),
        new("Rowan Gardens", "C", Anna, "1 May 2024", 50, ("Tessa Archer", "1 September 1974"), ("Victor Bishop", "8 February 1977")),
        new("Saltmarsh Bakery", "C", Ben, "1 August 2022", 55, ("Wendy Cole", "15 July"), ("Adam Drake", "")),
        new("Thornbury Joinery", "C", Anna, "14 March 2026", 52, ("Bridget Elliott", "1 May 1986"), ("Colin Farrell", "8 October")) { Silence = (new(2028, 11, 14), new(2029, 2, 1)) },
        new("Upton Driving School", "C", Ben, "2 February 2027", 58, ("Diana Grant", "15 March 1992"), ("Edward Harper", "")) { Silence = (new(2028, 2, 17), new(2028, 10, 4)) },
        new("Wyvern Vets", "C", Anna, "9 September 2021", 60, ("Fiona Ingram", "1 January"), ("Graham Jarvis", "8 June 1966"), ("Hannah Knight", "15 November 1969"), ("Ian Lowe", "")),
    ];

    private static readonly IReadOnlyList<Said> Happens =
    [
        new(new(2028, 1, 5), Anna, "status rhythm Brightwell every week on Thursday"),
        new(new(2028, 1, 10), Anna, "milestone Ashby Schools Trust: the new prospectus on 24 March 2027"),
        new(new(2028, 1, 12), Ben, "cadence Harbour Foods every 2 weeks at most weekly by call review on 12 September"),
        new(new(2028, 1, 14), Anna, "topic Brightwell: the move to Leeds"),
        new(new(2028, 1, 18), Ben, "hook George Abbott: running the marathon in April until 30 April"),
        new(new(2028, 2, 3), Anna, "promise Castle Insurance to Susan Clarke: the signed contract by 10 February"),
        new(new(2028, 2, 10), Ben, "risk Fenwick Motors competitor: another agency made an offer by 17 February"),
        new(new(2028, 2, 15), Anna, "moved Castle Insurance to 18 February"),
        new(new(2028, 2, 16), Ben, "lost Upton Driving School price: a bigger agency"),
        new(new(2028, 2, 16), Ben, "lost reminder Upton Driving School in 6 months"),
        new(new(2028, 2, 23), Anna, "chased Castle Insurance: where is the contract?"),
        new(new(2028, 2, 24), Anna, "project Penrose Books: new website"),
        new(new(2028, 2, 25), Anna, "kept Castle Insurance: handed it over myself"),
        new(new(2028, 2, 29), Ben, "complaint Northgate Rail by Laura Gibson: posters printed in the wrong size"),
        new(new(2028, 2, 29), Ben, "ack Northgate Rail: rang Laura"),
        new(new(2028, 3, 2), Anna, "promise confirmed Castle Insurance"),
        new(new(2028, 3, 3), Ben, "update Northgate Rail by mail: reprint ordered"),
        new(new(2028, 3, 6), Ben, "risk resolved Fenwick Motors"),
        new(new(2028, 3, 7), Ben, "update Northgate Rail by mail: on its way"),
        new(new(2028, 3, 10), Ben, "resolve Northgate Rail: posters are up"),
        new(new(2028, 3, 14), Ben, "confirm Northgate Rail: looks good"),
        new(new(2028, 3, 20), Anna, "expect Penrose Books: the website before the book fair review 2 October"),
        new(new(2028, 3, 24), Anna, "milestone Ashby Schools Trust for their boss: the new prospectus is out"),
        new(new(2028, 4, 3), Anna, "complaint Ashby Schools Trust: the newsletter named a pupil"),
        new(new(2028, 4, 3), Anna, "breach Ashby Schools Trust: they read it in the paper"),
        new(new(2028, 4, 5), Anna, "ack Ashby Schools Trust: apologised"),
        new(new(2028, 4, 11), Grace, "senior talk Ashby Schools Trust: met the head"),
        new(new(2028, 4, 13), Anna, "resolve Ashby Schools Trust: new approval steps"),
        new(new(2028, 4, 20), Anna, "confirm Ashby Schools Trust"),
        new(new(2028, 4, 24), Anna, "left Irene Osborne for Globex"),
        new(new(2028, 4, 25), Anna, "nobody follows Irene Osborne"),
        new(new(2028, 5, 3), Ben, "account add Larkhill Furniture tier B since 3 May 2028"),
        new(new(2028, 5, 4), Anna, "milestone Penrose Books: the autumn list went to print on 2 May"),
        new(new(2028, 5, 10), Ben, "honest advice Saltmarsh Bakery: a sticker is enough"),
        new(new(2028, 5, 10), Ben, "contact add Nora Sanders at Larkhill Furniture"),
        new(new(2028, 5, 11), Ben, "log Larkhill Furniture visit with Nora Sanders good: went through the first delivery"),
        new(new(2028, 5, 15), Grace, "handover Lark & Sons to @[U-BEN|Ben]"),
        new(new(2028, 5, 22), Ben, "reserved Quayside Optics"),
        new(new(2028, 5, 31), Anna, "plan Brightwell visit on 7 June 10:00: half-year review"),
        new(new(2028, 6, 2), Anna, "satisfied Castle Insurance yes"),
        new(new(2028, 6, 7), Anna, "log Brightwell visit good: half-year review"),
        new(new(2028, 6, 12), Ben, "delay Fenwick Motors: the photographer is ill"),
        new(new(2028, 6, 19), Ben, "delay told Fenwick Motors"),
        new(new(2028, 6, 26), Ben, "away until 14 July deputy @[U-ANNA|Anna]"),
        new(new(2028, 7, 5), Grace, "share Brightwell 32 %"),
        new(new(2028, 7, 17), Anna, "account pause Rowan Gardens until 30 September"),
        new(new(2028, 7, 24), Anna, "away until 11 August deputy @[U-BEN|Ben]"),
        new(new(2028, 8, 21), Ben, "log Harbour Foods call tense: cross about the invoice"),
        new(new(2028, 8, 25), Ben, "log Harbour Foods call tense: still cross"),
        new(new(2028, 9, 4), Ben, "log Harbour Foods visit good: cleared the air"),
        new(new(2028, 9, 11), Anna, "occasion Lark & Sons yearly: founders' day on 2 October"),
        new(new(2028, 9, 18), Ben, "promise Oakfield Dental: a proof of the leaflet by 22 September"),
        new(new(2028, 9, 20), Anna, "referral Susan Clarke: Harbour Masters"),
        new(new(2028, 9, 21), Ben, "kept Oakfield Dental"),
        new(new(2028, 10, 5), Ben, "returned Upton Driving School"),
        new(new(2028, 10, 9), Anna, "complaint Wyvern Vets: the sign fell down"),
        new(new(2028, 10, 10), Anna, "expect holds Penrose Books"),
        new(new(2028, 10, 10), Anna, "ack Wyvern Vets: drove there"),
        new(new(2028, 10, 16), Anna, "resolve Wyvern Vets: put up again"),
        new(new(2028, 10, 30), Anna, "cadence Penrose Books every 3 weeks"),
        new(new(2028, 11, 6), Grace, "deceased Harold Norton"),
        new(new(2028, 11, 13), Ben, "promise Harbour Foods to George Abbott: the calendar draft by 20 November"),
        new(new(2028, 11, 14), Anna, "part Thornbury Joinery: our ways of working don't fit"),
        new(new(2028, 11, 16), Anna, "part done Thornbury Joinery thanks: a good last talk"),
        new(new(2028, 11, 20), Grace, "share Brightwell 30 %: win two more clients by summer"),
        new(new(2028, 11, 27), Ben, "moved Harbour Foods to 1 December told"),
        new(new(2028, 11, 30), Ben, "kept Harbour Foods: the calendar draft"),
        new(new(2028, 12, 11), Grace, "team closed 27 December to 31 December"),
    ];
}
