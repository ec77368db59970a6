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
            migrationBuilder.Sql(SearchSchema.Vocabulary);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("Restore the backup that was made before.");
    }
}
