using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddHintFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "OwnLineTriedOn",
                table: "teams",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Balance",
                table: "plans",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsGoodForBoss",
                table: "milestones",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsHonestAdvice",
                table: "milestones",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsJustTalk",
                table: "interactions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "revenue_shares",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    MuchSince = table.Column<DateOnly>(type: "date", nullable: true),
                    PlanB = table.Column<string>(type: "text", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    SaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revenue_shares", x => x.Id);
                    table.ForeignKey(
                        name: "FK_revenue_shares_accounts_TeamId_AccountId",
                        columns: x => new { x.TeamId, x.AccountId },
                        principalTable: "accounts",
                        principalColumns: new[] { "TeamId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "satisfaction_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: true),
                    Content = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    NotedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_satisfaction_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_satisfaction_notes_accounts_TeamId_AccountId",
                        columns: x => new { x.TeamId, x.AccountId },
                        principalTable: "accounts",
                        principalColumns: new[] { "TeamId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_interactions_balance",
                table: "interactions",
                columns: new[] { "AccountId", "On" },
                filter: "\"Balance\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_interactions_just_talk",
                table: "interactions",
                columns: new[] { "AccountId", "On" },
                filter: "\"IsJustTalk\"");

            migrationBuilder.CreateIndex(
                name: "IX_interactions_visits",
                table: "interactions",
                columns: new[] { "AccountId", "On" },
                filter: "\"Kind\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_revenue_shares_AccountId",
                table: "revenue_shares",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_revenue_shares_TeamId_AccountId",
                table: "revenue_shares",
                columns: new[] { "TeamId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_satisfaction_notes_AccountId_On",
                table: "satisfaction_notes",
                columns: new[] { "AccountId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_satisfaction_notes_TeamId_AccountId",
                table: "satisfaction_notes",
                columns: new[] { "TeamId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_satisfaction_notes_Words",
                table: "satisfaction_notes",
                column: "Words",
                filter: "\"Words\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "revenue_shares");

            migrationBuilder.DropTable(
                name: "satisfaction_notes");

            migrationBuilder.DropIndex(
                name: "IX_interactions_balance",
                table: "interactions");

            migrationBuilder.DropIndex(
                name: "IX_interactions_just_talk",
                table: "interactions");

            migrationBuilder.DropIndex(
                name: "IX_interactions_visits",
                table: "interactions");

            migrationBuilder.DropColumn(
                name: "OwnLineTriedOn",
                table: "teams");

            migrationBuilder.DropColumn(
                name: "Balance",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "IsGoodForBoss",
                table: "milestones");

            migrationBuilder.DropColumn(
                name: "IsHonestAdvice",
                table: "milestones");

            migrationBuilder.DropColumn(
                name: "IsJustTalk",
                table: "interactions");
        }
    }
}
