using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Roundup.Data;

namespace Roundup.Web.Tests.Upgrade;

/// <summary>A database as the first version left it: its tables, and rows in the very form in which it wrote them.</summary>
internal sealed class FirstVersion(RoundupDb db)
{
    public const string Migration = "20261124132727_Beginning";
    public const string Maths = "We bound $\\frac{a}{b}$ and pay \\$5 for it.";
    public const string MathsHtml = "<p>We bound $\\frac{a}{b}$ and pay \\$5 for it.</p>\n";
    private static readonly DateTimeOffset Then = new(2026, 10, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>One published issue with three papers: found by a source and full of maths; typed by hand; pasted as an id that nobody answered for.</summary>
    public static async Task MakeAsync(RoundupDb db)
    {
        await db.GetService<IMigrator>().MigrateAsync(Migration);
        await db.Database.OpenConnectionAsync();
        await new FirstVersion(db).WriteAsync();
        await db.Database.CloseConnectionAsync();
    }

    private async Task WriteAsync()
    {
        await InsertAsync("Publications", [("Id", 0), ("Title", "The Old Shelf"), ("Tagline", ""), ("EditedBy", "Ines Marlowe"), ("Licence", "CC BY 4.0"), ("OpinionLabel", "My opinion"),
            ("CreatedAt", Then), ("Version", 2), .. Prose("About", "Old.", "<p>Old.</p>\n"),
            ("Cadence_Day", 5), ("Cadence_EveryWeeks", 1), ("Cadence_Time", new TimeOnly(9, 0)), ("Cadence_Zone", "Europe/Berlin")]);
        await InsertAsync("Issues", [("Number", 7), ("Title", "Bounds"), ("Theme", ""), ("CreatedAt", Then), ("ChangedAt", Then), ("Version", 9), ("PublishedAt", Then), ("PublishedBy", "Ines Marlowe"),
            ("CorrectedAt", null), .. Prose("Introduction", "Hello.", "<p>Hello.</p>\n"), .. Prose("Closing", "", "")]);
        await PaperAsync("On $\\alpha$-bounds", "NeurIPS", new DateOnly(2022, 2, 10), "", """["Ada One","Bo Two"]""",
            """[{"kind":"Code","url":"https://github.com/ada/bounds","label":null},{"kind":"Project","url":"https://bounds.example","label":"The project"}]""", Maths, MathsHtml, ("arxiv", "2202.05262", 2));
        await PaperAsync("A paper for $20 or $30 that nobody hosts", "", null, "https://example.org/paper", """["Cy Three"]""", "[]", "Plain words.", "<p>Plain words.</p>\n", null);
        await PaperAsync("2206.14576", "", null, "", "[]", "[]", "", "", ("arxiv", "2206.14576", null));
        for (var paper = 1; paper <= 3; paper++)
        {
            await InsertAsync("Entries", [("IssueId", 1), ("PaperId", paper), ("Position", paper - 1), ("Section", paper == 1 ? "Theory" : null), ("Version", 3),
                ("Links", """[{"kind":"Discussion","url":"https://example.org/talk","label":"Talk"}]"""), .. Prose("Text", "", "")]);
            await InsertAsync("Opinions", [("EntryId", paper), ("Author", ""), ("Position", 0), ("ChangedAt", Then), ("Version", 1), .. Prose("Words", $"Opinion **{paper}**.", $"<p>Opinion <strong>{paper}</strong>.</p>\n")]);
        }
    }

    private async Task PaperAsync(string title, string venue, DateOnly? on, string link, string authors, string links, string source, string html, (string Scheme, string Value, int? Version)? name)
    {
        await InsertAsync("Papers", [("Title", title), ("Venue", venue), ("PublishedOn", on), ("Link", link), ("CreatedAt", Then), ("Version", 4), ("FilledFrom", ""), ("FilledAt", null), ("FillFailure", ""),
            ("Authors", authors), ("Links", links), .. Prose("Abstract", source, html)]);
        var id = await db.Database.SqlQuery<int>($"SELECT max(\"Id\") AS \"Value\" FROM \"Papers\"").SingleAsync();
        if (name is { } known) await InsertAsync("PaperIdentifiers", [("PaperId", id), ("Scheme", known.Scheme), ("Value", known.Value), ("CoveredVersion", known.Version)]);
    }

    private static (string, object?)[] Prose(string column, string source, string html) =>
        [($"{column}Source", source), ($"{column}Html", html), ($"{column}Renderer", source is "" ? 0 : 1), ($"{column}Words", source.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length)];

    private async Task InsertAsync(string table, (string Column, object? Value)[] row)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        foreach (var (column, value) in row)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@{column}", value switch { null => DBNull.Value, DateTimeOffset at when db.Database.IsSqlite() => at.UtcTicks, _ => value });
            command.Parameters.Add(parameter);
        }

        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", row.Select(c => $"\"{c.Column}\""))}) VALUES ({string.Join(", ", row.Select(c => $"@{c.Column}"))})";
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
