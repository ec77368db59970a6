using System.Globalization;
using Roundup.Web.Drawings;
using SkiaSharp;

namespace Roundup.Web.Pictures;

/// <summary>The cover as a PNG: a double rule, number and date, the heading, and at the right the ring that the issue's own words draw.</summary>
internal sealed class PictureDrawing(PictureFonts fonts)
{
    // As wwwroot/css/shared/30-tokens.css has them, light.
    private static readonly SKColor Paper = new(0xFC, 0xFD, 0xFC);
    private static readonly SKColor Ink = new(0x1D, 0x1A, 0x17);
    private static readonly SKColor Slate = new(0x46, 0x56, 0x62);
    private static readonly SKColor Rubric = new(0xB9, 0x2B, 0x12);

    private const float Left = 72;
    private const float Right = Picture.Width - Left;

    /// <summary>How wide the words may be, beside the ring.</summary>
    private const float Words = 640;

    private static readonly (float Size, int Lines)[] Sizes = [(80, 3), (68, 4), (56, 5), (46, 6), (40, 6)];

    public byte[] Draw(Picture picture)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Picture.Width, Picture.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(Paper);
        DrawPlate(canvas, picture);
        DrawWords(canvas, picture);
        DrawRing(canvas, picture.Round);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private void DrawPlate(SKCanvas canvas, Picture picture)
    {
        using var name = fonts.Serif(38);
        using var ink = new SKPaint { Color = Ink, IsAntialias = true };
        Write(canvas, name, ink, picture.Publication, Left, 92, Right - Left);
        canvas.DrawRect(SKRect.Create(Left, 118, Right - Left, 4), ink);
        canvas.DrawRect(SKRect.Create(Left, 126, Right - Left, 1), ink);
    }

    private void DrawWords(SKCanvas canvas, Picture picture)
    {
        using var ink = new SKPaint { Color = Ink, IsAntialias = true };
        using var slate = new SKPaint { Color = Slate, IsAntialias = true };
        using var strong = fonts.Strong(26);
        using var sans = fonts.Sans(26);
        var end = Write(canvas, strong, ink, picture.Kicker, Left, 188, Words);
        Write(canvas, sans, slate, picture.Line, end + 18, 188, Left + Words - end - 18);
        Write(canvas, sans, slate, PictureFonts.ReadableParts(sans, picture.Foot), Left, 566, Words);

        var top = 226f;
        foreach (var (size, most) in Sizes)
        {
            using var serif = fonts.Serif(size);
            var heading = PictureFonts.Readable(serif, picture.Heading);
            // A heading in letters that the font has not got: the number says which issue it is.
            if (heading is "") heading = picture.Kicker;
            if (!PictureText.IsWhole(serif, heading, Words, most) && size > Sizes[^1].Size) continue;

            foreach (var line in PictureText.Lines(serif, heading, Words, most)) canvas.DrawText(line, Left, top += size * 1.08f, SKTextAlign.Left, serif, ink);
            return;
        }
    }

    private void DrawRing(SKCanvas canvas, Round round)
    {
        canvas.Save();
        canvas.Translate(938, 372);
        canvas.Scale(1.14f);
        using var outer = new SKPaint { Color = Slate, IsAntialias = true, IsStroke = true, StrokeWidth = 2 };
        using var inner = new SKPaint { Color = Rubric, IsAntialias = true, IsStroke = true, StrokeWidth = 2 };
        using (var path = SKPath.ParseSvgPathData(round.Outer)) if (path is not null) canvas.DrawPath(path, outer);
        using (var path = SKPath.ParseSvgPathData(round.Inner)) if (path is not null) canvas.DrawPath(path, inner);
        using var serif = fonts.Serif(80);
        using var ink = new SKPaint { Color = Ink, IsAntialias = true };
        var number = round.Number.ToString(CultureInfo.InvariantCulture);
        canvas.DrawText(number, 0, 28, SKTextAlign.Center, serif, ink);
        canvas.Restore();
    }

    /// <returns>Where the words end.</returns>
    private static float Write(SKCanvas canvas, SKFont font, SKPaint paint, string text, float x, float y, float width)
    {
        var line = PictureText.Line(font, PictureFonts.Readable(font, text), width);
        canvas.DrawText(line, x, y, SKTextAlign.Left, font, paint);
        return x + font.MeasureText(line);
    }
}
