using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Roundup.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class SearchVocabulary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The words that there are; filled when the index is made anew.
            migrationBuilder.Sql("""CREATE TABLE "SearchVocabulary" ("Word" TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("Restore the backup that was made before.");
    }
}
