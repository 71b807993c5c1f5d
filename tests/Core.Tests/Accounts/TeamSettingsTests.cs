using AccountNudge.Core.Accounts;
using AccountNudge.Core.Calendar;
using NodaTime;

namespace AccountNudge.Core.Tests.Accounts;

public class TeamSettingsTests
{
    [Fact]
    public void A_new_team_starts_with_the_products_defaults()
    {
        var terms = new TeamSettings();
        (terms.AcknowledgeHours, terms.UpdateDays, terms.ConfirmDays, terms.WaitingDays).ShouldBe((4, 2, 5, 5));
        (terms.Floor(Tier.A), terms.Floor(Tier.B), terms.Floor(Tier.C)).ShouldBe((14, 30, 90));
        (terms.Ceiling(Tier.A), terms.Ceiling(Tier.B), terms.Ceiling(Tier.C)).ShouldBe((3, 2, 1));
        (terms.ClimbHours, terms.ClimbManagerDays, terms.ClimbThirdPersonDays, terms.QuietDeputyDays).ShouldBe((4, 1, 3, 5));
        (terms.BirthdayLeadDays, terms.KeepGoneDays, terms.Morning, terms.Hours).ShouldBe((5, 180, new LocalTime(9, 0), "Mon-Fri 09:00-17:00"));
    }

    [Fact]
    public void Its_calendar_has_its_zone_hours_region_and_closures()
    {
        var calendar = new TeamSettings { Zone = "America/New_York", Hours = "Sat 10:00-14:00", Region = "US", Closures = [new(new(2026, 3, 7), new(2026, 3, 8))] }.Calendar();
        (calendar.Zone.Id, calendar.Hours.ToString(), calendar.Region.Code).ShouldBe(("America/New_York", "Sat 10:00-14:00", "US"));
        calendar.Closures.ShouldBe([new DateInterval(new(2026, 3, 7), new(2026, 3, 8))]);
    }

    [Fact]
    public void A_members_own_zone_takes_the_place_of_the_teams() =>
        new TeamSettings().Calendar(new Member { WorkspaceId = Guid.NewGuid(), PersonId = "U", Name = "Yuki", Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] }).Zone.Id.ShouldBe("Asia/Tokyo");

    [Fact]
    public void What_cannot_be_read_falls_back_to_what_is_safe()
    {
        var calendar = new TeamSettings { Zone = "Moon/Base", Hours = "whenever", Region = "XX" }.Calendar();
        (calendar.Zone.Id, calendar.Hours, calendar.Region.Code).ShouldBe(("UTC", WeeklyHours.Default, "NONE"));
    }

    [Fact]
    public void Settings_compare_by_value_closures_included()
    {
        new TeamSettings { Closures = [new(new(2026, 1, 1), new(2026, 1, 2))] }.ShouldBe(new TeamSettings { Closures = [new(new(2026, 1, 1), new(2026, 1, 2))] });
        new TeamSettings { Closures = [new(new(2026, 1, 1), new(2026, 1, 2))] }.ShouldNotBe(new TeamSettings());
    }
}
