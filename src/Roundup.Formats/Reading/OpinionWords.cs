using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>The ways in which editors announce that they speak for themselves.</summary>
internal static partial class OpinionWords
{
    /// <summary>The author that the words name, where they are such an announcement; null where they are not.</summary>
    public static (string? Author, bool _)? Read(string words)
    {
        var plain = words.Replace('’', '\'').Trim();
        if (plain.Length is 0 or > 70) return null;
        if (OthersPattern().IsMatch(plain)) return (null, true);
        var match = OwnPattern().Match(plain);
        if (!match.Success) return null;
        var who = match.Groups["who"].Success ? match.Groups["who"].Value : match.Groups["by"].Success ? match.Groups["by"].Value : "";
        var isPerson = who.Length > 0 && char.IsUpper(who[0]) && !OfficePattern().IsMatch(who);
        if (who.Length > 0 && !isPerson && match.Groups["who"].Success && !OfficePattern().IsMatch(who)) return null;
        return (isPerson ? who.Trim() : null, true);
    }

    private const string Core =
        @"(opinions?|take|takes|thoughts?|comments?|commentary|remarks?|views?|viewpoint|perspective|verdict|reactions?|reflections?|impressions?|musings?|two cents|2 cents|2¢|critique|assessment|evaluation|notes?|take-?\s?aways?|rating|review)";

    [GeneratedRegex(
        @"^((?<who>\p{L}[\p{L}.\- ]{0,40})'s?\s+|(my|our|personal|own|some|a few|initial|first|quick|brief|short|final|closing|overall|general|random|additional|further|hot|the|other)\s+)*"
        + @"((my|our|personal|own|initial|first|quick|brief|short|final|hot|overall)\s+)*" + Core
        + @"(\s+(on|about|of) (this|the|it)( paper| one| work)?)?(\s*\((by |from )?(?<by>[^()]{1,40})\)|\s+(by|from)\s+(?<by>\p{Lu}[\p{L}.\- ]{0,40}))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex OwnPattern();

    [GeneratedRegex(
        @"^(why (it|this|i|we|you|that|the|read|should|care|bother)\b.{0,45}|so what|(my |our |the )?bottom line|what (i|we) (think|like|liked|learned|found interesting|make of (it|this)).{0,20}|what to make of (it|this)|in my (opinion|view)|imo|imho|significance|relevance( to .{1,30})?|how (it|this) (relates|matters).{0,30}|(meine?|unsere?|eigene)\s+(\p{L}+ )?(meinung|einschätzung|gedanken|kommentar|fazit|ansicht|bewertung|anmerkung(en)?)|meinung|kommentar(e)?|anmerkung(en)?|einschätzung|bewertung|fazit|bemerkung(en)?|gedanken( dazu)?|warum (das|es|dies)\b.{0,30}|anmerkung der redaktion|(mon|notre|mes|nos)\s+(avis|opinions?|commentaires?|réflexions?|remarques?|point de vue|impressions?|analyse)|avis|commentaires?|remarques?|réflexions?|pourquoi (c'est|cela|ça|c'|lire)\b.{0,30}|note de la rédaction|à mon avis|(mi|nuestra|mis|nuestro)\s+(opinión|opinion|comentarios?|valoración|reflexión|punto de vista|impresión|parecer|reflexiones)|opinión|comentarios?|valoración|reflexi(ón|ones)|por qué (importa|es importante|leerlo)\b.{0,30}|nota del editor|(la mia opinione|il mio (parere|commento|punto di vista)|commento|opinione|parere)|((a )?minha (opinião|visão)|meus? comentários?|comentários?|opinião)|(mijn|onze) (mening|gedachten|commentaar)|mening|commentaar|(моё|мое|наше|мой|мои) (мнение|комментарий|мысли)|мнение|комментарий|(moja opinia|mój komentarz|komentarz)|(我的|个人|我们的|编者)?(看法|观点|点评|评论|评价|想法|思考|感想|意见|按语|简评|短评|锐评)|编者按|編集後記|(私の|個人的な?)?(意見|感想|所感|コメント|見解|私見)|(내|제|나의|저의|개인적인?)?\s?(의견|생각|코멘트|감상))$",
        RegexOptions.IgnoreCase)]
    private static partial Regex OthersPattern();

    [GeneratedRegex(@"^(the |our )?(editor|curator|author|host|newsletter|redaktion|red)s?$", RegexOptions.IgnoreCase)]
    private static partial Regex OfficePattern();
}
