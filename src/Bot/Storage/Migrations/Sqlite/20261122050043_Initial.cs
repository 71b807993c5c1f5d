using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "local_channels",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    IsShared = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_local_channels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "local_messages",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 90, nullable: false),
                    AuthorId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    OnlyFor = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Card = table.Column<string>(type: "TEXT", nullable: false),
                    Posted = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_local_messages", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "local_people",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Locale = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsGuest = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_local_people", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "local_readings",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 90, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_local_readings", x => new { x.PersonId, x.Place });
                });

            migrationBuilder.CreateTable(
                name: "local_members",
                columns: table => new
                {
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_local_members", x => new { x.ChannelId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_local_members_local_channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "local_channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_local_members_local_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "local_people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_local_members_PersonId",
                table: "local_members",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_local_messages_Key",
                table: "local_messages",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_local_messages_Place_Sequence",
                table: "local_messages",
                columns: new[] { "Place", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "local_members");

            migrationBuilder.DropTable(
                name: "local_messages");

            migrationBuilder.DropTable(
                name: "local_readings");

            migrationBuilder.DropTable(
                name: "local_channels");

            migrationBuilder.DropTable(
                name: "local_people");
        }
    }
}
