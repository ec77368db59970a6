using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Roundup.Web.Areas.Account;

/// <summary>A text as a QR code (ISO/IEC 18004), drawn as one path: of each row its dark runs.</summary>
/// <param name="Size">Of a side, in modules, with the quiet zone.</param>
/// <param name="Path">For the d of an SVG path whose unit is a module.</param>
public sealed record SquareCode(int Size, string Path)
{
    public static SquareCode Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++) AddRow(path, rows[y], y);
        return new(rows.Count, path.ToString());
    }

    private static void AddRow(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            if (!row[x]) continue;
            var from = x;
            while (x < row.Count && row[x]) x++;
            path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
        }
    }
}
