using System.Globalization;
using System.Text.RegularExpressions;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources.Pages;

/// <summary>
/// A paper's page at openaccess.thecvf.com. Its folder follows from conference and year, which the id ends with; a workshop's has the
/// workshop's name in it, and can't be found from the id.
/// </summary>
public sealed partial class CvfPage(GuardedClient client) : PageSource(client, new("CVF", SourceTrust.Home, TimeSpan.FromSeconds(1)))
{
    protected override Uri? AddressOf(PaperId id) => id.Scheme is PaperScheme.Cvf ? Address(id.Value) : null;

    internal static Uri? Address(string stem)
    {
        if (Ending().Match(stem) is not { Success: true } ending) return null;

        var (conference, year) = (ending.Groups["conference"].Value, ending.Groups["year"].Value);
        var folder = int.Parse(year, CultureInfo.InvariantCulture) switch
        {
            <= 2018 when conference is not "ECCV" => $"content_{conference.ToLowerInvariant()}_{year}",
            <= 2020 => $"content_{conference}_{year}",
            _ => $"content/{conference}{year}",
        };
        return new($"https://openaccess.thecvf.com/{folder}/html/{Uri.EscapeDataString(stem)}_paper.html");
    }

    [GeneratedRegex("_(?<conference>CVPR|ICCV|WACV|ECCV|ACCV)_(?<year>20[0-9]{2})$")]
    private static partial Regex Ending();
}
