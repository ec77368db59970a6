using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;

namespace Roundup.Web.Areas.Account;

/// <summary>Everything that is kept about somebody, in one file to take along. Secrets are not in it: whoever finds the file can do nothing with it.</summary>
public sealed class OwnData(RoundupDb db, UserManager<Person> people)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task<byte[]> GatherAsync(Person person, CancellationToken cancel) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Account = await AccountAsync(person),
            Sessions = await db.Attendances.Where(a => a.PersonId == person.Id).OrderBy(a => a.Id).Select(a => new { a.Browser, a.Network, a.StartedAt, a.SeenAt, a.EndedAt }).ToListAsync(cancel),
            WritesAs = await db.CommentersOf(person).OrderBy(c => c.Id).Select(c => new { c.Name, c.Email, c.CreatedAt, c.AcceptedAt, c.TrustedAt, c.BannedAt, c.WantsReplies, c.WantsFates }).ToListAsync(cancel),
            Comments = await CommentsAsync(person, cancel),
            Suggestions = await SuggestionsAsync(person, cancel),
            Opinions = await OpinionsAsync(person, cancel),
            Revisions = await db.Revisions.Where(r => r.PersonId == person.Id).OrderBy(r => r.Id).Select(r => new { Issue = r.Issue.Number, r.Of, r.Text, r.From, r.At }).ToListAsync(cancel),
            Snippets = await db.Snippets.Where(s => s.PersonId == person.Id).OrderBy(s => s.Id).Select(s => new { s.Name, s.Text }).ToListAsync(cancel),
            Tokens = await db.ApiTokens.Where(t => t.PersonId == person.Id).OrderBy(t => t.Id).Select(t => new { t.Name, t.Beginning, t.CreatedAt, t.LastUsedAt, t.RevokedAt }).ToListAsync(cancel),
            Deeds = await db.AuditLog.Where(r => r.PersonId == person.Id).OrderBy(r => r.Id).Select(r => new { r.At, r.Act, r.Words, r.Path }).ToListAsync(cancel),
            Moderation = await db.ModerationDeeds.Where(d => d.PersonId == person.Id).OrderBy(d => d.Id).Select(d => new { d.Act, d.At, d.UndoneAt }).ToListAsync(cancel),
            Mails = await (await db.MailsToAsync(person, cancel)).OrderBy(m => m.Id).Select(m => new { m.Subject, m.CreatedAt, m.SentAt }).ToListAsync(cancel),
        },
        Readable);

    private async Task<object> AccountAsync(Person person) => new
    {
        person.Name,
        person.Email,
        person.EmailConfirmed,
        person.Role,
        person.CreatedAt,
        HasPassword = person.PasswordHash is not null,
        person.TwoFactorEnabled,
        RecoveryCodesLeft = await people.CountRecoveryCodesAsync(person),
        Passkeys = (await people.GetPasskeysAsync(person)).Select(p => new { p.Name, p.CreatedAt, p.IsBackedUp }),
        person.WantsReminders,
        person.WantsComments,
        person.WantsKeys,
    };

    private async Task<object> CommentsAsync(Person person, CancellationToken cancel) =>
        await db.CommentsOf(person).OrderBy(c => c.Id)
            .Select(c => new { c.Id, Issue = c.Issue.Number, Paper = c.Entry != null ? c.Entry.Paper.Title : null, AnswersTo = c.ReplyToId, c.Name, Text = c.Words.Source, c.WrittenAt, c.EditedAt, c.ConfirmedAt, c.State, c.StateAt }).ToListAsync(cancel);

    private async Task<object> SuggestionsAsync(Person person, CancellationToken cancel)
    {
        var ids = db.CommentersOf(person).Select(c => c.Id);
        return await db.SuggestionVoices.Where(v => ids.Contains(v.CommenterId)).OrderBy(v => v.Id)
            .Select(v => new { v.Suggestion.Title, Paper = v.Suggestion.Scheme + ":" + v.Suggestion.Value, v.Suggestion.Link, v.Note, v.At, v.ConfirmedAt, v.WantsMail, InComment = v.CommentId, v.Suggestion.State, v.Suggestion.Word, v.Suggestion.IssueNumber }).ToListAsync(cancel);
    }

    private async Task<object> OpinionsAsync(Person person, CancellationToken cancel) =>
        await db.Issues.SelectMany(i => i.Entries, (i, e) => new { i.Number, e.Paper.Title, e.Opinions })
            .SelectMany(e => e.Opinions.Where(o => o.PersonId == person.Id), (e, o) => new { Issue = e.Number, Paper = e.Title, o.Author, o.Depth, Text = o.Words.Source, o.ChangedAt }).ToListAsync(cancel);
}
