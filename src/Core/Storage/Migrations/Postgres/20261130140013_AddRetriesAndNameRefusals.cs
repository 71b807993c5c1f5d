using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddRetriesAndNameRefusals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "RetryAt",
                table: "nudges",
                type: "timestamp with time zone",
                nullable: true);

            foreach (var statement in FormerWords.Up) migrationBuilder.Sql(statement);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var statement in FormerWords.Down) migrationBuilder.Sql(statement);

            migrationBuilder.DropColumn(
                name: "RetryAt",
                table: "nudges");
        }
    }
}
