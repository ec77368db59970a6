using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Roundup.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class CitedDatesAndNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "Imprint_IssuedOn",
                table: "Papers",
                type: "TEXT",
                nullable: true);

            // Only the model knows how keys are made; whatever has none is given one at the start.
            migrationBuilder.Sql("""DELETE FROM "PaperAuthors" """);
            migrationBuilder.Sql("""UPDATE "Papers" SET "TitleKey" = '', "SurnameKey" = '' WHERE "TitleKey" GLOB '*[ßæœøłđðþħıς]*' OR "SurnameKey" GLOB '*[ßæœøłđðþħıςᄀ-ᇿぁ-ヿ㐀-鿿]*' """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("Restore the backup that was made before.");
    }
}
