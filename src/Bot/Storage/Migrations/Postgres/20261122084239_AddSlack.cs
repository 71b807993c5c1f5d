using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AccountNudge.Bot.Storage.Migrations.Postgres
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
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    WorkspaceId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    PersonId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Calls = table.Column<string>(type: "text", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slack_inbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "slack_installations",
                columns: table => new
                {
                    OwnerId = table.Column<string>(type: "text", nullable: false),
                    IsOrgWide = table.Column<bool>(type: "boolean", nullable: false),
                    EnterpriseId = table.Column<string>(type: "text", nullable: true),
                    BotUserId = table.Column<string>(type: "text", nullable: false),
                    BotId = table.Column<string>(type: "text", nullable: false),
                    Token = table.Column<string>(type: "text", nullable: true),
                    RefreshToken = table.Column<string>(type: "text", nullable: true),
                    TokenExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RenewAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RenewingUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Scopes = table.Column<string>(type: "text", nullable: false),
                    InstalledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    InstalledBy = table.Column<string>(type: "text", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfiguredAs = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slack_installations", x => x.OwnerId);
                });

            migrationBuilder.CreateTable(
                name: "slack_sharing_news",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ChannelId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Stamp = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slack_sharing_news", x => new { x.WorkspaceId, x.ChannelId });
                });

            migrationBuilder.CreateTable(
                name: "slack_workspaces",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false),
                    EnterpriseId = table.Column<string>(type: "text", nullable: false)
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
