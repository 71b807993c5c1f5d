using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddPrivacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ObjectedOn",
                table: "contacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_audit_teams_WorkspaceId_TeamId",
                        columns: x => new { x.WorkspaceId, x.TeamId },
                        principalTable: "teams",
                        principalColumns: new[] { "WorkspaceId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "erased_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erased_keys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_erased_keys_teams_WorkspaceId_TeamId",
                        columns: x => new { x.WorkspaceId, x.TeamId },
                        principalTable: "teams",
                        principalColumns: new[] { "WorkspaceId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "erasure_secret",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasure_secret", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "export_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_export_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_export_files_teams_WorkspaceId_TeamId",
                        columns: x => new { x.WorkspaceId, x.TeamId },
                        principalTable: "teams",
                        principalColumns: new[] { "WorkspaceId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_TeamId_At",
                table: "audit",
                columns: new[] { "TeamId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_WorkspaceId_TeamId",
                table: "audit",
                columns: new[] { "WorkspaceId", "TeamId" });

            migrationBuilder.CreateIndex(
                name: "IX_erased_keys_TeamId_Hash",
                table: "erased_keys",
                columns: new[] { "TeamId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_erased_keys_WorkspaceId_TeamId",
                table: "erased_keys",
                columns: new[] { "WorkspaceId", "TeamId" });

            migrationBuilder.CreateIndex(
                name: "IX_export_files_ExpiresAt",
                table: "export_files",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_export_files_TokenHash",
                table: "export_files",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_export_files_WorkspaceId_TeamId",
                table: "export_files",
                columns: new[] { "WorkspaceId", "TeamId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "erased_keys");

            migrationBuilder.DropTable(
                name: "erasure_secret");

            migrationBuilder.DropTable(
                name: "export_files");

            migrationBuilder.DropColumn(
                name: "ObjectedOn",
                table: "contacts");
        }
    }
}
