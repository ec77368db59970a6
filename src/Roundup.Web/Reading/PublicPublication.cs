using System.Data.Common;
using Roundup.Model;

namespace Roundup.Web.Reading;

/// <summary>The publication as public pages need it.</summary>
public static class PublicPublication
{
    extension(CurrentPublication current)
    {
        /// <summary>The publication, or one without properties where the site isn't set up yet; nothing is published then.</summary>
        public async Task<Publication> ShownAsync() => await current.ReadAsync() ?? new Publication("Roundup", DateTimeOffset.MinValue);

        /// <summary>For the frame around a page, an error page's too: null also where the database does not answer.</summary>
        public async Task<Publication?> ReadIfAnsweredAsync()
        {
            try
            {
                return await current.ReadAsync();
            }
            catch (Exception trouble) when (trouble is DbException or TimeoutException or InvalidOperationException)
            {
                return null;
            }
        }
    }

    extension(Publication publication)
    {
        /// <summary>The day on the publication's own calendar.</summary>
        public DateOnly DayOf(DateTimeOffset instant)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(publication.Cadence.Zone);
            return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        }

        /// <summary>Who stands as the editor of an issue: who published it, for a later editor did not; of a draft, the publication's. Empty for nobody.</summary>
        public string EditorOf(string publishedBy) => publishedBy is not "" ? publishedBy : publication.EditedBy;
    }
}
