using AccountNudge.Core.Import;
using static AccountNudge.Core.Import.ImportField;

namespace AccountNudge.Core.Tests.Import;

public class ColumnMappingTests
{
    [Theory]
    [InlineData("First Name,Middle Name,Last Name,Name Prefix,Organization Name,Organization Title,Birthday,Notes,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value",
        "FirstName,MiddleName,LastName,LeaveOut,AccountName,Role,Birthday,Notes,LeaveOut,Email,Email,Phone")]
    [InlineData("Anrede,Vorname,Nachname,Firma,Position,Telefon geschäftlich,Mobiltelefon,Telefon (privat),E-Mail-Adresse,Geburtstag,Notizen",
        "LeaveOut,FirstName,LastName,AccountName,Role,Phone,Phone,LeaveOut,Email,Birthday,Notes")]
    [InlineData("Title,First Name,Last Name,Suffix,Company,Job Title,Business Phone,Home Phone,E-mail Address,Anniversary",
        "LeaveOut,FirstName,LastName,LeaveOut,AccountName,Role,Phone,LeaveOut,Email,LeaveOut")]
    [InlineData("Record ID,Company name,Company owner,Lifecycle Stage,Create Date,Last Contacted,Country/Region", "LeaveOut,AccountName,Owner,Tier,LeaveOut,LastContact,LeaveOut")]
    [InlineData("First Name,Last Name,Email,Phone Number,Contact owner,Primary Associated Company,Last Activity Date", "FirstName,LastName,Email,Phone,Owner,AccountName,LastContact")]
    [InlineData("Person - Name,Person - Organization,Person - Phone - Work,Person - Email - Work,Person - Owner", "ContactName,AccountName,Phone,Email,Owner")]
    [InlineData("Kunde,Stufe,Ansprechperson,Telefon,Mail,Geburtstag (TT.MM.JJJJ),Letztes Gespräch,Rhythmus,Bemerkung", "AccountName,Tier,ContactName,Phone,Email,Birthday,LastContact,Rhythm,Notes")]
    [InlineData("CLIENT NAME,client since,Cell phone,Contact/Role,How often", "AccountName,Since,Phone,ContactName,Rhythm")]
    [InlineData("Name,Telefon", "AccountName,Phone")]
    [InlineData("Firma,Name", "AccountName,ContactName")]
    [InlineData("Firma,Vorname,Name", "AccountName,FirstName,LastName")]
    public void Headers_are_understood(string headers, string fields) =>
        string.Join(',', ColumnMapping.Propose(headers.Split(',')).Columns.Select(column => column.Field)).ShouldBe(fields);

    [Fact]
    public void Unknown_headers_are_left_out_and_reported_until_somebody_says_what_they_mean()
    {
        var mapping = ColumnMapping.Propose(["Kunde", "Lieblingswein", "", "Farbe", "Photo"]);
        mapping.UnknownHeaders.ShouldBe(["Lieblingswein", "Farbe"]);
        var corrected = mapping.With("lieblingswein", Notes).With("Farbe", LeaveOut).With("Kunde", ContactName);
        corrected.UnknownHeaders.ShouldBeEmpty();
        corrected.Columns.Select(column => column.Field).ShouldBe([ContactName, Notes, LeaveOut, LeaveOut, LeaveOut]);
    }
}
