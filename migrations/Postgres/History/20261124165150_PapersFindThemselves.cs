using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Roundup.Migrations.Postgres.History
{
    /// <inheritdoc />
    public partial class PapersFindThemselves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "FilledFrom",
                table: "Papers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(100)",
                oldMaxLength: 100);

            migrationBuilder.AddColumn<string>(
                name: "Categories",
                table: "Papers",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Covered",
                table: "Papers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Imprint_Number",
                table: "Papers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Imprint_Pages",
                table: "Papers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Imprint_Publisher",
                table: "Papers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Imprint_Volume",
                table: "Papers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Papers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LinkHealth",
                table: "Papers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "Papers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Origins",
                table: "Papers",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "SurnameKey",
                table: "Papers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TitleHtml",
                table: "Papers",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TitleKey",
                table: "Papers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "InboxItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PaperId = table.Column<int>(type: "integer", nullable: false),
                    Origin = table.Column<int>(type: "integer", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    PlacedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeclinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InboxItems_Papers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaperChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PaperId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Detail = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NoticedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NewTitle = table.Column<string>(type: "text", nullable: false),
                    NewAbstract = table.Column<string>(type: "text", nullable: false),
                    ShownAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SettledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SettledBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperChanges_Papers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaperClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FirstId = table.Column<int>(type: "integer", nullable: false),
                    SecondId = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperClaims_Papers_FirstId",
                        column: x => x.FirstId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PaperClaims_Papers_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaperDistinctions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FirstId = table.Column<int>(type: "integer", nullable: false),
                    SecondId = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperDistinctions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperDistinctions_Papers_FirstId",
                        column: x => x.FirstId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PaperDistinctions_Papers_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaperErrands",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PaperId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    ClaimedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClaimedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperErrands", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperErrands_Papers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaperMerges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    KeptId = table.Column<int>(type: "integer", nullable: false),
                    AbsorbedId = table.Column<int>(type: "integer", nullable: false),
                    MergedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MergedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EntryIds = table.Column<string>(type: "text", nullable: false),
                    IdentifierIds = table.Column<string>(type: "text", nullable: false),
                    Steps = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperMerges_Papers_AbsorbedId",
                        column: x => x.AbsorbedId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PaperMerges_Papers_KeptId",
                        column: x => x.KeptId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SourceTurns",
                columns: table => new
                {
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FreeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceTurns", x => x.Source);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Papers_MergedIntoId",
                table: "Papers",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Papers_SurnameKey",
                table: "Papers",
                column: "SurnameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Papers_TitleKey",
                table: "Papers",
                column: "TitleKey");

            migrationBuilder.CreateIndex(
                name: "IX_InboxItems_PaperId",
                table: "InboxItems",
                column: "PaperId",
                unique: true,
                filter: "\"PlacedAt\" IS NULL AND \"DeclinedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PaperChanges_PaperId_Kind_Detail",
                table: "PaperChanges",
                columns: new[] { "PaperId", "Kind", "Detail" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperChanges_SettledAt",
                table: "PaperChanges",
                column: "SettledAt");

            migrationBuilder.CreateIndex(
                name: "IX_PaperClaims_FirstId_SecondId",
                table: "PaperClaims",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperClaims_SecondId",
                table: "PaperClaims",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperDistinctions_FirstId_SecondId",
                table: "PaperDistinctions",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperDistinctions_SecondId",
                table: "PaperDistinctions",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperErrands_Kind_DueAt",
                table: "PaperErrands",
                columns: new[] { "Kind", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PaperErrands_PaperId_Kind",
                table: "PaperErrands",
                columns: new[] { "PaperId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperMerges_AbsorbedId",
                table: "PaperMerges",
                column: "AbsorbedId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperMerges_KeptId",
                table: "PaperMerges",
                column: "KeptId");

            migrationBuilder.AddForeignKey(
                name: "FK_Papers_Papers_MergedIntoId",
                table: "Papers",
                column: "MergedIntoId",
                principalTable: "Papers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Papers_Papers_MergedIntoId",
                table: "Papers");

            migrationBuilder.DropTable(
                name: "InboxItems");

            migrationBuilder.DropTable(
                name: "PaperChanges");

            migrationBuilder.DropTable(
                name: "PaperClaims");

            migrationBuilder.DropTable(
                name: "PaperDistinctions");

            migrationBuilder.DropTable(
                name: "PaperErrands");

            migrationBuilder.DropTable(
                name: "PaperMerges");

            migrationBuilder.DropTable(
                name: "SourceTurns");

            migrationBuilder.DropIndex(
                name: "IX_Papers_MergedIntoId",
                table: "Papers");

            migrationBuilder.DropIndex(
                name: "IX_Papers_SurnameKey",
                table: "Papers");

            migrationBuilder.DropIndex(
                name: "IX_Papers_TitleKey",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "Categories",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "Covered",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "Imprint_Number",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "Imprint_Pages",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "Imprint_Publisher",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "Imprint_Volume",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "LinkHealth",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "Origins",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "SurnameKey",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "TitleHtml",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "TitleKey",
                table: "Papers");

            migrationBuilder.AlterColumn<string>(
                name: "FilledFrom",
                table: "Papers",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);
        }
    }
}
