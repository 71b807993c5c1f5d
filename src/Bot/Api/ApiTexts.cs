using AccountNudge.Bot.Conversation.Access;
using AccountNudge.Core.Access;

namespace AccountNudge.Bot.Api;

/// <summary>What other systems are told when a call cannot be carried out.</summary>
internal static class ApiTexts
{
    public static readonly Text NoToken = new(
        $"Please send a token in the header “Authorization: Bearer …”. A manager makes one in chat with “token create NAME”.",
        $"Bitte ein Token im Header „Authorization: Bearer …“ mitsenden. Die Leitung legt es im Chat mit „token neu NAME“ an.");

    public static readonly Text WrongToken = new(
        $"This token is not valid or was revoked. A manager makes a new one in chat with “token create NAME”.",
        $"Dieses Token gilt nicht oder nicht mehr. Die Leitung legt im Chat mit „token neu NAME“ ein neues an.");

    public static readonly Text NoSuchCall = new(
        $"There is no such call. /openapi/v1.json describes those there are.",
        $"Diesen Aufruf gibt es nicht. /openapi/v1.json beschreibt, welche es gibt.");

    public static readonly Text NotJson = new(
        $"Please send the body as JSON, with the header “Content-Type: application/json”.",
        $"Bitte den Inhalt als JSON senden, mit dem Header „Content-Type: application/json“.");

    public static readonly Text TooLong = new(
        $"The body is too long: {ApiLimits.LongestBody / 1024} KB is the most. Please shorten the text.",
        $"Der Inhalt ist zu lang: höchstens {ApiLimits.LongestBody / 1024} KB. Bitte den Text kürzen.");

    public static readonly Text Malformed = new(
        $"The body is no valid JSON object. Please check its quotes, commas and brackets.",
        $"Der Inhalt ist kein gültiges JSON-Objekt. Bitte Anführungszeichen, Kommas und Klammern prüfen.");

    public static readonly Text SomeFields = new(
        $"Nothing was recorded. Please correct what “errors” says and send it again.",
        $"Es wurde nichts notiert. Bitte korrigieren, was unter „errors“ steht, und noch einmal senden.");

    public static readonly Text UnknownField = new($"There is no such field here.", $"Dieses Feld gibt es hier nicht.");
    public static readonly Text WrongValue = new($"This is not one of the values that fit. A day is written like 2027-05-14.", $"Dieser Wert passt hier nicht. Ein Tag wird wie 2027-05-14 geschrieben.");
    public static readonly Text AboutWhom = new($"Please name a client, somebody there, or a telephone number.", $"Bitte einen Kunden, eine Ansprechperson oder eine Telefonnummer angeben.");
    public static readonly Text NoPhone = new($"Please give a telephone number, such as +49 171 1234567.", $"Bitte eine Telefonnummer angeben, zum Beispiel +49 171 1234567.");
    public static readonly Text NeedsText = new($"Please say what it is about.", $"Bitte angeben, worum es geht.");
    public static readonly Text LongKey = new($"An Idempotency-Key has at most {ApiLimits.LongestKey} characters.", $"Ein Idempotency-Key hat höchstens {ApiLimits.LongestKey} Zeichen.");

    public static readonly Text OtherCall = new(
        $"This Idempotency-Key was used for another call. Please take a new key for each record; repeat a key only with the same content.",
        $"Dieser Idempotency-Key gehört zu einem anderen Aufruf. Bitte für jeden Eintrag einen neuen nehmen und einen alten nur mit demselben Inhalt wiederholen.");

    public static readonly Text NotNow = new(
        $"That can’t be carried out right now and nothing was recorded. Please try again in a minute.",
        $"Das geht gerade nicht, und es wurde nichts notiert. Bitte in einer Minute noch einmal versuchen.");

    public static Text TooLongField(int most) => new($"This has at most {most} characters.", $"Höchstens {most} Zeichen.");

    public static Text TooManyCalls(int seconds) => new($"That was too many calls at once. Please wait {seconds} seconds.", $"Das waren zu viele Aufrufe auf einmal. Bitte {seconds} Sekunden warten.");

    public static Text MayNot(ApiToken token)
    {
        var may = TokenTexts.MayDo(token.Scopes);
        return new(
            $"This token may not do that; it {may}. A manager can make another one in chat.",
            $"Dieses Token darf das nicht; es {may}. Die Leitung kann im Chat ein anderes anlegen.");
    }

    public static Text UnknownAccount(string name) => new(
        $"The team knows no client “{name}”. Somebody can add it in chat with “account add {name}”.",
        $"Einen Kunden „{name}“ kennt das Team nicht. Im Chat lässt er sich mit „kunde neu {name}“ anlegen.");

    public static Text UnknownContact(string name) => new(
        $"The team knows nobody called “{name}” there. Leave the contact out, or add them in chat with “contact add”.",
        $"„{name}“ kennt das Team dort nicht. Bitte ohne Ansprechperson senden oder sie im Chat mit „ansprechperson neu“ anlegen.");

    public static readonly Text UnknownPhone = new(
        $"Nobody with this number is known. Name the client as well, or note the number in chat with “contact phone”.",
        $"Unter dieser Nummer ist niemand bekannt. Bitte auch den Kunden angeben oder die Nummer im Chat mit „ansprechperson telefon“ eintragen.");

    public static readonly Text UnknownCaller = new(
        $"Nobody with this number is known. It can be noted in chat with “contact phone”.",
        $"Unter dieser Nummer ist niemand bekannt. Im Chat lässt sie sich mit „ansprechperson telefon“ eintragen.");

    public static readonly Text Several = new($"That may mean any of the “candidates”. Please name the one.", $"Das können mehrere sein, siehe „candidates“. Bitte genauer angeben.");

    public static readonly Text Elsewhere = new(
        $"Number, name and client don’t belong together; “candidates” says who was found. Please send what is right.",
        $"Nummer, Name und Kunde gehören nicht zusammen; „candidates“ sagt, wer gefunden wurde. Bitte senden, was stimmt.");

    public static Text HasGone(string name) => new(
        $"{name} is no longer there. Please leave the contact out, or name somebody else.",
        $"{name} ist dort nicht mehr. Bitte ohne Ansprechperson senden oder jemand anderen angeben.");
}
