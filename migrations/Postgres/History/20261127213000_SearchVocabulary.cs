using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Roundup.Migrations.Postgres.History
{
    /// <inheritdoc />
    public partial class SearchVocabulary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // PostgreSQL needs no list of words: see SearchVocabulary.
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("Restore the backup that was made before.");
    }
}
