using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddNotedWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "interactions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "complaints",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "complaint_steps",
                type: "TEXT",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "Words",
                table: "interactions");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "complaint_steps");
        }
    }
}
