namespace Roundup.Web.Site;

/// <summary>Where readers find things. The number decides; the words behind it are for people.</summary>
public static class Paths
{
    public static string Issue(int number, string slug) => Join($"/issues/{number}", slug);

    public static string Paper(int id, string slug) => Join($"/papers/{id}", slug);

    private static string Join(string path, string slug) => slug is "" ? path : $"{path}/{slug}";
}
