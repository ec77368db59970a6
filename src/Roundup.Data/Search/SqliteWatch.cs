namespace Roundup.Data.Search;

/// <summary>
/// How SQLite watches for what has to be made anew. The file keeps each statement as it was typed, from the name on; compared with these, it tells
/// what an earlier version set, and what EF dropped with a table that it rebuilt.
/// </summary>
internal static class SqliteWatch
{
    private const string Triggers = """
        CREATE TRIGGER "Search_Issue_Added" AFTER INSERT ON "Issues" WHEN NEW."PublishedAt" IS NOT NULL BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (1, NEW."Id");
        END;
        CREATE TRIGGER "Search_Issue_Changed" AFTER UPDATE OF "PublishedAt", "Number", "Title", "Theme", "IntroductionHtml", "ClosingHtml" ON "Issues"
        WHEN NEW."PublishedAt" IS NOT NULL OR OLD."PublishedAt" IS NOT NULL BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (1, NEW."Id");
        END;
        CREATE TRIGGER "Search_Issue_Named" AFTER UPDATE OF "PublishedAt", "Number", "Title", "Theme" ON "Issues"
        WHEN NEW."PublishedAt" IS NOT NULL OR OLD."PublishedAt" IS NOT NULL BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") SELECT 0, "PaperId" FROM "Entries" WHERE "IssueId" = NEW."Id";
        END;
        CREATE TRIGGER "Search_Issue_Removed" AFTER DELETE ON "Issues" WHEN OLD."PublishedAt" IS NOT NULL BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (1, OLD."Id");
        END;

        CREATE TRIGGER "Search_Entry_Added" AFTER INSERT ON "Entries"
        WHEN EXISTS (SELECT 1 FROM "Issues" WHERE "Id" = NEW."IssueId" AND "PublishedAt" IS NOT NULL) BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, NEW."PaperId");
        END;
        CREATE TRIGGER "Search_Entry_Changed" AFTER UPDATE OF "PaperId", "IssueId", "Position", "TextHtml", "Links" ON "Entries"
        WHEN EXISTS (SELECT 1 FROM "Issues" WHERE "Id" IN (NEW."IssueId", OLD."IssueId") AND "PublishedAt" IS NOT NULL) BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, NEW."PaperId"), (0, OLD."PaperId");
        END;
        CREATE TRIGGER "Search_Entry_Removed" AFTER DELETE ON "Entries"
        WHEN EXISTS (SELECT 1 FROM "SearchDocuments" WHERE "Kind" = 0 AND "Ref" = OLD."PaperId") BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, OLD."PaperId");
        END;

        CREATE TRIGGER "Search_Opinion_Added" AFTER INSERT ON "Opinions" BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") SELECT 0, e."PaperId" FROM "Entries" AS e JOIN "Issues" AS i ON i."Id" = e."IssueId"
            WHERE e."Id" = NEW."EntryId" AND i."PublishedAt" IS NOT NULL;
        END;
        CREATE TRIGGER "Search_Opinion_Changed" AFTER UPDATE OF "EntryId", "Author", "WordsHtml", "Depth", "Position" ON "Opinions" BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") SELECT 0, e."PaperId" FROM "Entries" AS e JOIN "Issues" AS i ON i."Id" = e."IssueId"
            WHERE e."Id" IN (NEW."EntryId", OLD."EntryId") AND i."PublishedAt" IS NOT NULL;
        END;
        CREATE TRIGGER "Search_Opinion_Removed" AFTER DELETE ON "Opinions" BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") SELECT 0, e."PaperId" FROM "Entries" AS e JOIN "Issues" AS i ON i."Id" = e."IssueId"
            WHERE e."Id" = OLD."EntryId" AND i."PublishedAt" IS NOT NULL;
        END;

        CREATE TRIGGER "Search_Paper_Changed" AFTER UPDATE OF "Title", "TitleHtml", "Authors", "AbstractSource", "Venue", "PublishedOn", "Links" ON "Papers"
        WHEN EXISTS (SELECT 1 FROM "SearchDocuments" WHERE "Kind" = 0 AND "Ref" = NEW."Id") BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, NEW."Id");
        END;
        CREATE TRIGGER "Search_Paper_Removed" AFTER DELETE ON "Papers"
        WHEN EXISTS (SELECT 1 FROM "SearchDocuments" WHERE "Kind" = 0 AND "Ref" = OLD."Id") BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, OLD."Id");
        END;

        CREATE TRIGGER "Search_Identifier_Added" AFTER INSERT ON "PaperIdentifiers"
        WHEN EXISTS (SELECT 1 FROM "SearchDocuments" WHERE "Kind" = 0 AND "Ref" = NEW."PaperId") BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, NEW."PaperId");
        END;
        CREATE TRIGGER "Search_Identifier_Changed" AFTER UPDATE OF "PaperId", "Value" ON "PaperIdentifiers"
        WHEN EXISTS (SELECT 1 FROM "SearchDocuments" WHERE "Kind" = 0 AND "Ref" IN (NEW."PaperId", OLD."PaperId")) BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, NEW."PaperId"), (0, OLD."PaperId");
        END;
        CREATE TRIGGER "Search_Identifier_Removed" AFTER DELETE ON "PaperIdentifiers"
        WHEN EXISTS (SELECT 1 FROM "SearchDocuments" WHERE "Kind" = 0 AND "Ref" = OLD."PaperId") BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, OLD."PaperId");
        END;

        CREATE TRIGGER "Search_Topic_Given" AFTER INSERT ON "PaperTopics"
        WHEN EXISTS (SELECT 1 FROM "SearchDocuments" WHERE "Kind" = 0 AND "Ref" = NEW."PaperId") BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, NEW."PaperId");
        END;
        CREATE TRIGGER "Search_Topic_Changed" AFTER UPDATE ON "PaperTopics" BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") SELECT 0, "Ref" FROM "SearchDocuments" WHERE "Kind" = 0 AND "Ref" IN (NEW."PaperId", OLD."PaperId");
        END;
        CREATE TRIGGER "Search_Topic_Taken" AFTER DELETE ON "PaperTopics"
        WHEN EXISTS (SELECT 1 FROM "SearchDocuments" WHERE "Kind" = 0 AND "Ref" = OLD."PaperId") BEGIN
            INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, OLD."PaperId");
        END;
        """;

    /// <summary>The statements, one trigger each.</summary>
    public static IReadOnlyList<string> Statements { get; } = [.. Triggers.Split("END;", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(s => $"{s}\nEND")];
}
