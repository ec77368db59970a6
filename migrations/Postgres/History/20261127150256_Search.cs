using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Roundup.Migrations.Postgres.History
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Tables of which EF's model knows nothing; the triggers that watch for changes are set at every start: see SearchWatch.
            migrationBuilder.Sql("""
                CREATE TABLE "SearchDocuments" ("Number" bigint NOT NULL PRIMARY KEY, "Kind" integer NOT NULL, "Ref" integer NOT NULL, "Shown" text NOT NULL);
                CREATE UNIQUE INDEX "IX_SearchDocuments_Kind_Ref" ON "SearchDocuments" ("Kind", "Ref");
                CREATE TABLE "SearchFacts" ("Number" bigint NOT NULL PRIMARY KEY, "Facts" text NOT NULL);
                CREATE TABLE "SearchWords" ("Number" bigint NOT NULL PRIMARY KEY, "Words" tsvector NOT NULL);
                CREATE INDEX "IX_SearchWords_Words" ON "SearchWords" USING gin ("Words");
                CREATE TABLE "SearchDue" ("Id" bigint NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Kind" integer NOT NULL, "Ref" integer NOT NULL);
                CREATE TABLE "SearchState" ("Version" integer NOT NULL);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("Restore the backup that was made before.");
    }
}
