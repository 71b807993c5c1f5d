using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LiveCards : Migration
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

            migrationBuilder.AddColumn<Guid>(
                name: "ChangeId",
                table: "complaint_steps",
                type: "TEXT",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_posts_ChangeId",
                table: "posts");

            migrationBuilder.DropIndex(
                name: "IX_posts_Subject",
                table: "posts");

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
                name: "Cause",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "Prevention",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "ChangeId",
                table: "complaint_steps");
        }
    }
}
