using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Roundup.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Tables of which EF's model knows nothing; the triggers that watch for changes are set at every start: see SearchWatch. Words are folded before
            // they come here, and their text is not kept: what is shown is not what is compared.
            migrationBuilder.Sql("""
                CREATE TABLE "SearchDocuments" ("Number" INTEGER NOT NULL PRIMARY KEY, "Kind" INTEGER NOT NULL, "Ref" INTEGER NOT NULL, "Shown" TEXT NOT NULL);
                CREATE UNIQUE INDEX "IX_SearchDocuments_Kind_Ref" ON "SearchDocuments" ("Kind", "Ref");
                CREATE TABLE "SearchFacts" ("Number" INTEGER NOT NULL PRIMARY KEY, "Facts" TEXT NOT NULL);
                CREATE VIRTUAL TABLE "SearchWords" USING fts5(title, said, people, rest, marks, content='', contentless_delete=1, tokenize='ascii', prefix='3 5');
                CREATE TABLE "SearchDue" ("Id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "Kind" INTEGER NOT NULL, "Ref" INTEGER NOT NULL);
                CREATE TABLE "SearchState" ("Version" INTEGER NOT NULL);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("Restore the backup that was made before.");
    }
}
