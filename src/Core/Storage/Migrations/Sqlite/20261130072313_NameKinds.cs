using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NameKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite keeps a word in a column of numbers as it is, so the words come first and the tables are rebuilt once.
            foreach (var (table, column, words) in FormerNumbers.Columns)
                migrationBuilder.Sql($"UPDATE {table} SET \"{column}\" = {FormerNumbers.ToWord(column, words)}");

            migrationBuilder.AlterColumn<string>(
                name: "Kind",
                table: "snoozes",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AlterColumn<string>(
                name: "Kind",
                table: "overrides",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AlterColumn<string>(
                name: "Kind",
                table: "nudges",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AlterColumn<string>(
                name: "Ask",
                table: "nudges",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(int),
                oldType: "INTEGER");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, column, words) in FormerNumbers.Columns)
                migrationBuilder.Sql($"UPDATE {table} SET \"{column}\" = {FormerNumbers.ToNumber(column, words)}");

            migrationBuilder.AlterColumn<int>(
                name: "Kind",
                table: "snoozes",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 40);

            migrationBuilder.AlterColumn<int>(
                name: "Kind",
                table: "overrides",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 40);

            migrationBuilder.AlterColumn<int>(
                name: "Kind",
                table: "nudges",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 40);

            migrationBuilder.AlterColumn<int>(
                name: "Ask",
                table: "nudges",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 40);
        }
    }
}
