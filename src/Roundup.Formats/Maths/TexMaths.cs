namespace Roundup.Formats.Maths;

/// <summary>
/// TeX maths to MathML, once, when a text is saved. The library that does it runs apart, under limits, and what it answers is rewritten by
/// <see cref="MathMl"/>, so that nothing but MathML Core comes out.
/// </summary>
public static class TexMaths
{
    /// <summary>The most that one expression may take.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);

    /// <summary>In characters, without the dollars. What is longer stays as written.</summary>
    public const int MaxLength = 2_000;

    // Some threads may be abandoned and not have ended yet. More of them mean that something is wrong; then maths stays as written for a while.
    private const int MostWorkers = 4;

    // The engine gives up by itself in its time; only one that doesn't is abandoned.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private static readonly MathsCache Cache = new(4_000_000);
    private static readonly Lock Lock = new();
    private static TexWorker? _worker;

    /// <summary>
    /// An expression as a <c>math</c> element that is safe to store and to show; the TeX is kept in its <c>alttext</c>. The first call waits for
    /// the library, about a second; others take milliseconds, two and a half seconds at the very most behind those that wait already. Any
    /// number of threads may call.
    /// </summary>
    /// <param name="tex">Without its delimiters.</param>
    /// <param name="isDisplay">On a line of its own.</param>
    /// <returns>Null for what can't be read, is too long or takes too long, and where the build left the library out. Never throws.</returns>
    public static string? Render(string tex, bool isDisplay) => Render(tex, isDisplay, MaxTime);

    /// <param name="most">After so long it stays as written.</param>
    public static string? Render(string tex, bool isDisplay, TimeSpan most)
    {
        if (tex.Length > MaxLength || string.IsNullOrWhiteSpace(tex) || HasStrayCharacter(tex)) return null;
        if (Cache.Knows(tex, isDisplay, out var known)) return known;
        // A worker may end between being found and being asked, so once more.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (Worker() is not { } worker) return null;
            if (!worker.IsReady(TexEngine.LoadTime) || worker.Ask(tex, isDisplay, most, most + Grace) is not { } answer) continue;
            var markup = answer.Markup is null ? null : MathMl.Rewrite(answer.Markup, tex, isDisplay);
            // What was given up early may be read by somebody who waits longer.
            if (answer.IsInTime && (markup is not null || most >= MaxTime)) Cache.Keep(tex, isDisplay, markup);
            return markup;
        }
        return null;
    }

    /// <summary>Loads the library in the background, so that the first text with maths need not wait for it. Returns at once.</summary>
    public static void WarmUp() => Worker();

    /// <summary>Waits until the library is loaded, twenty seconds at most. False where there is none.</summary>
    internal static bool IsReady() => Worker()?.IsReady(TexEngine.LoadTime) ?? false;

    private static TexWorker? Worker()
    {
        lock (Lock)
        {
            if (_worker is { IsAlive: true }) return _worker;
            if (!TexEngine.IsThere) return null;
            // One that has gone over a limit needs a moment to end.
            if (!SpinWait.SpinUntil(() => TexWorker.Running < MostWorkers, TimeSpan.FromSeconds(1))) return null;
            return _worker = new(Idle);
        }
    }

    // XML has no way to write these, and no TeX needs them: control characters, half of a pair, what is not a character.
    private static bool HasStrayCharacter(string tex)
    {
        for (var i = 0; i < tex.Length; i++)
        {
            if (char.IsHighSurrogate(tex[i]) && i + 1 < tex.Length && char.IsLowSurrogate(tex[i + 1])) i++;
            else if (char.IsSurrogate(tex[i]) || (char.IsControl(tex[i]) && tex[i] is not ('\n' or '\r' or '\t')) || tex[i] is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF') return true;
        }
        return false;
    }
}
