namespace Roundup.Data.Search;

/// <summary>
/// How PostgreSQL watches for what has to be made anew. The functions ask for a paper's entries, not for its document: that one may be in the making, in a
/// transaction that nobody else sees yet. A draft's paper costs a row that makes nothing.
/// </summary>
internal static class PostgresWatch
{
    public const string Statement = """
        CREATE OR REPLACE FUNCTION search_due(papers integer[]) RETURNS void LANGUAGE sql AS $$
            INSERT INTO "SearchDue" ("Kind", "Ref") SELECT DISTINCT 0, p FROM unnest(papers) AS p WHERE p IS NOT NULL;
        $$;

        CREATE OR REPLACE FUNCTION search_issue() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' THEN
                IF NEW."PublishedAt" IS NOT NULL THEN INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (1, NEW."Id"); END IF;
            ELSIF TG_OP = 'DELETE' THEN
                IF OLD."PublishedAt" IS NOT NULL THEN INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (1, OLD."Id"); END IF;
            ELSIF NEW."PublishedAt" IS NOT NULL OR OLD."PublishedAt" IS NOT NULL THEN
                INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (1, NEW."Id");
                IF (NEW."PublishedAt", NEW."Number", NEW."Title", NEW."Theme") IS DISTINCT FROM (OLD."PublishedAt", OLD."Number", OLD."Title", OLD."Theme") THEN
                    PERFORM search_due(ARRAY(SELECT "PaperId" FROM "Entries" WHERE "IssueId" = NEW."Id"));
                END IF;
            END IF;
            RETURN NULL;
        END $$;

        CREATE OR REPLACE FUNCTION search_entry() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'DELETE' THEN
                PERFORM search_due(ARRAY[OLD."PaperId"]);
            ELSIF TG_OP = 'INSERT' THEN
                IF EXISTS (SELECT 1 FROM "Issues" WHERE "Id" = NEW."IssueId" AND "PublishedAt" IS NOT NULL) THEN PERFORM search_due(ARRAY[NEW."PaperId"]); END IF;
            ELSIF EXISTS (SELECT 1 FROM "Issues" WHERE "Id" IN (NEW."IssueId", OLD."IssueId") AND "PublishedAt" IS NOT NULL) THEN
                PERFORM search_due(ARRAY[NEW."PaperId", OLD."PaperId"]);
            END IF;
            RETURN NULL;
        END $$;

        CREATE OR REPLACE FUNCTION search_opinion() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE entries integer[];
        BEGIN
            entries := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW."EntryId"] WHEN 'DELETE' THEN ARRAY[OLD."EntryId"] ELSE ARRAY[NEW."EntryId", OLD."EntryId"] END;
            PERFORM search_due(ARRAY(
                SELECT e."PaperId" FROM "Entries" AS e JOIN "Issues" AS i ON i."Id" = e."IssueId" WHERE e."Id" = ANY(entries) AND i."PublishedAt" IS NOT NULL));
            RETURN NULL;
        END $$;

        CREATE OR REPLACE FUNCTION search_paper() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE paper integer := CASE TG_OP WHEN 'DELETE' THEN OLD."Id" ELSE NEW."Id" END;
        BEGIN
            IF TG_OP = 'DELETE' OR EXISTS (SELECT 1 FROM "Entries" WHERE "PaperId" = paper) THEN PERFORM search_due(ARRAY[paper]); END IF;
            RETURN NULL;
        END $$;

        CREATE OR REPLACE FUNCTION search_of_paper() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE papers integer[];
        BEGIN
            papers := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW."PaperId"] WHEN 'DELETE' THEN ARRAY[OLD."PaperId"] ELSE ARRAY[NEW."PaperId", OLD."PaperId"] END;
            PERFORM search_due(ARRAY(SELECT "PaperId" FROM "Entries" WHERE "PaperId" = ANY(papers)));
            RETURN NULL;
        END $$;

        CREATE OR REPLACE TRIGGER "Search_Issue" AFTER INSERT OR DELETE OR UPDATE OF "PublishedAt", "Number", "Title", "Theme", "IntroductionHtml", "ClosingHtml"
            ON "Issues" FOR EACH ROW EXECUTE FUNCTION search_issue();
        CREATE OR REPLACE TRIGGER "Search_Entry" AFTER INSERT OR DELETE OR UPDATE OF "PaperId", "IssueId", "Position", "TextHtml", "Links"
            ON "Entries" FOR EACH ROW EXECUTE FUNCTION search_entry();
        CREATE OR REPLACE TRIGGER "Search_Opinion" AFTER INSERT OR DELETE OR UPDATE OF "EntryId", "Author", "WordsHtml", "Depth", "Position"
            ON "Opinions" FOR EACH ROW EXECUTE FUNCTION search_opinion();
        CREATE OR REPLACE TRIGGER "Search_Paper" AFTER DELETE OR UPDATE OF "Title", "TitleHtml", "Authors", "AbstractSource", "Venue", "PublishedOn", "Links"
            ON "Papers" FOR EACH ROW EXECUTE FUNCTION search_paper();
        CREATE OR REPLACE TRIGGER "Search_Identifier" AFTER INSERT OR DELETE OR UPDATE OF "PaperId", "Value"
            ON "PaperIdentifiers" FOR EACH ROW EXECUTE FUNCTION search_of_paper();
        CREATE OR REPLACE TRIGGER "Search_Topic" AFTER INSERT OR DELETE OR UPDATE
            ON "PaperTopics" FOR EACH ROW EXECUTE FUNCTION search_of_paper();
        """;
}
