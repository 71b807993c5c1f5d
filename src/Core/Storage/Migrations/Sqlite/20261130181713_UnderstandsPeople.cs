using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UnderstandsPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AccountId",
                table: "posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChangeId",
                table: "posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Subject",
                table: "posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubjectKind",
                table: "posts",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasChosenZone",
                table: "members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Hours",
                table: "members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "interactions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Cause",
                table: "complaints",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Prevention",
                table: "complaints",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "complaints",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChangeId",
                table: "complaint_steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "complaint_steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DroppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DroppedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plans_accounts_TeamId_AccountId",
                        columns: x => new { x.TeamId, x.AccountId },
                        principalTable: "accounts",
                        principalColumns: new[] { "TeamId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_posts_ChangeId",
                table: "posts",
                column: "ChangeId",
                filter: "\"ChangeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_posts_Subject",
                table: "posts",
                column: "Subject",
                filter: "\"Subject\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_interactions_Words",
                table: "interactions",
                column: "Words",
                filter: "\"Words\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_complaints_Words",
                table: "complaints",
                column: "Words",
                filter: "\"Words\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_complaint_steps_Words",
                table: "complaint_steps",
                column: "Words",
                filter: "\"Words\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_changes_TeamId_Command",
                table: "changes",
                columns: new[] { "TeamId", "Command" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_AccountId_On",
                table: "plans",
                columns: new[] { "AccountId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_TeamId_AccountId",
                table: "plans",
                columns: new[] { "TeamId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_Words",
                table: "plans",
                column: "Words",
                filter: "\"Words\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropIndex(
                name: "IX_posts_ChangeId",
                table: "posts");

            migrationBuilder.DropIndex(
                name: "IX_posts_Subject",
                table: "posts");

            migrationBuilder.DropIndex(
                name: "IX_interactions_Words",
                table: "interactions");

            migrationBuilder.DropIndex(
                name: "IX_complaints_Words",
                table: "complaints");

            migrationBuilder.DropIndex(
                name: "IX_complaint_steps_Words",
                table: "complaint_steps");

            migrationBuilder.DropIndex(
                name: "IX_changes_TeamId_Command",
                table: "changes");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "ChangeId",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "SubjectKind",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "HasChosenZone",
                table: "members");

            migrationBuilder.DropColumn(
                name: "Hours",
                table: "members");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "interactions");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "Prevention",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "ChangeId",
                table: "complaint_steps");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "complaint_steps");
        }
    }
}
