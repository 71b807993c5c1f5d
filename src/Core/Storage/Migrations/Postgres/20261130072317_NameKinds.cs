using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountNudge.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NameKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, column, words) in FormerNumbers.Columns)
                migrationBuilder.Sql($"ALTER TABLE {table} ALTER COLUMN \"{column}\" TYPE character varying(40) USING {FormerNumbers.ToWord(column, words)}");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, column, words) in FormerNumbers.Columns)
                migrationBuilder.Sql($"ALTER TABLE {table} ALTER COLUMN \"{column}\" TYPE integer USING {FormerNumbers.ToNumber(column, words)}");
        }
    }
}
