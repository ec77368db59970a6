using MimeKit;

namespace Roundup.Web.Mail;

/// <summary>Where no mail server is set: a file a letter, which any mail program opens.</summary>
internal sealed class MailFolder(string folder) : IPost
{
    public async Task<PostReply> SendAsync(MimeMessage letter, CancellationToken stop)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, $"{letter.MessageId!.Split('@')[0]}.eml");
            // Under its name only when it is whole.
            await letter.WriteToAsync($"{file}.part", CancellationToken.None);
            File.Move($"{file}.part", file, overwrite: true);
            return new(PostReply.Fate.Taken, file);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            return new(PostReply.Fate.Later, full.Message);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
