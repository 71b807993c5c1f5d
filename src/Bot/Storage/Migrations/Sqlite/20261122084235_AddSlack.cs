using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddSlack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "slack_inbox",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WorkspaceId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Calls = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slack_inbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "slack_installations",
                columns: table => new
                {
                    OwnerId = table.Column<string>(type: "TEXT", nullable: false),
                    IsOrgWide = table.Column<bool>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<string>(type: "TEXT", nullable: true),
                    BotUserId = table.Column<string>(type: "TEXT", nullable: false),
                    BotId = table.Column<string>(type: "TEXT", nullable: false),
                    Token = table.Column<string>(type: "TEXT", nullable: true),
                    RefreshToken = table.Column<string>(type: "TEXT", nullable: true),
                    TokenExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RenewAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RenewingUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    InstalledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    InstalledBy = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfiguredAs = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slack_installations", x => x.OwnerId);
                });

            migrationBuilder.CreateTable(
                name: "slack_sharing_news",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ChannelId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slack_sharing_news", x => new { x.WorkspaceId, x.ChannelId });
                });

            migrationBuilder.CreateTable(
                name: "slack_workspaces",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slack_workspaces", x => x.WorkspaceId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_slack_inbox_Key",
                table: "slack_inbox",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_slack_inbox_open",
                table: "slack_inbox",
                column: "Sequence",
                filter: "\"State\" < 2");

            migrationBuilder.CreateIndex(
                name: "IX_slack_inbox_person",
                table: "slack_inbox",
                columns: new[] { "WorkspaceId", "PersonId", "Sequence" },
                filter: "\"State\" < 2");

            migrationBuilder.CreateIndex(
                name: "IX_slack_workspaces_EnterpriseId",
                table: "slack_workspaces",
                column: "EnterpriseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "slack_inbox");

            migrationBuilder.DropTable(
                name: "slack_installations");

            migrationBuilder.DropTable(
                name: "slack_sharing_news");

            migrationBuilder.DropTable(
                name: "slack_workspaces");
        }
    }
}
