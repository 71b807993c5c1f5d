using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TrustAndMoods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "BreachAt",
                table: "complaints",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "GateOpensAt",
                table: "complaints",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsAskedEnough",
                table: "complaints",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsCoolingDown",
                table: "complaints",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MediatorDeclined",
                table: "complaints",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "MediatorId",
                table: "complaints",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "MediatorSince",
                table: "complaints",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SeniorTalkAt",
                table: "complaints",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Underneath",
                table: "complaints",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "How",
                table: "complaint_steps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mood_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TalkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mood_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mood_answers_accounts_TeamId_AccountId",
                        columns: x => new { x.TeamId, x.AccountId },
                        principalTable: "accounts",
                        principalColumns: new[] { "TeamId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_interactions_AccountId_Mood",
                table: "interactions",
                columns: new[] { "AccountId", "Mood" },
                filter: "\"Mood\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_mood_answers_AccountId",
                table: "mood_answers",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_mood_answers_TeamId_AccountId",
                table: "mood_answers",
                columns: new[] { "TeamId", "AccountId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mood_answers");

            migrationBuilder.DropIndex(
                name: "IX_interactions_AccountId_Mood",
                table: "interactions");

            migrationBuilder.DropColumn(
                name: "BreachAt",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "GateOpensAt",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "IsAskedEnough",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "IsCoolingDown",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "MediatorDeclined",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "MediatorId",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "MediatorSince",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "SeniorTalkAt",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "Underneath",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "How",
                table: "complaint_steps");
        }
    }
}
