using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddKnowing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "hooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    NotedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_hooks_accounts_TeamId_AccountId",
                        columns: x => new { x.TeamId, x.AccountId },
                        principalTable: "accounts",
                        principalColumns: new[] { "TeamId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lasting_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Channel = table.Column<int>(type: "integer", nullable: true),
                    Address = table.Column<int>(type: "integer", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    NotedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lasting_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_lasting_notes_accounts_TeamId_AccountId",
                        columns: x => new { x.TeamId, x.AccountId },
                        principalTable: "accounts",
                        principalColumns: new[] { "TeamId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_hooks_AccountId",
                table: "hooks",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_hooks_TeamId_AccountId",
                table: "hooks",
                columns: new[] { "TeamId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_hooks_Words",
                table: "hooks",
                column: "Words",
                filter: "\"Words\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_lasting_notes_AccountId",
                table: "lasting_notes",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_lasting_notes_TeamId_AccountId",
                table: "lasting_notes",
                columns: new[] { "TeamId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_lasting_notes_Words",
                table: "lasting_notes",
                column: "Words",
                filter: "\"Words\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hooks");

            migrationBuilder.DropTable(
                name: "lasting_notes");
        }
    }
}
