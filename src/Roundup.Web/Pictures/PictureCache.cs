using Microsoft.Extensions.Caching.Memory;

namespace Roundup.Web.Pictures;

/// <summary>
/// Pictures that were asked for lately, by version. One is drawn at a time, so that a crawler that wants all of them costs one core at most; what
/// falls out of memory is drawn again.
/// </summary>
internal sealed class PictureCache(PictureDrawing drawing) : IDisposable
{
    /// <summary>In bytes; a picture has some 100,000.</summary>
    private const long Room = 16 * 1024 * 1024;

    /// <summary>Some three seconds of drawing; whoever comes then comes again.</summary>
    private const int MostWaiting = 20;

    private int _waiting;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <returns>Null where too many wait for theirs.</returns>
    public async Task<byte[]?> OfAsync(Picture picture, CancellationToken cancel)
    {
        if (_kept.TryGetValue<byte[]>(picture.Version, out var kept)) return kept;

        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting) return null;

            await _turn.WaitAsync(cancel);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            if (_kept.TryGetValue<byte[]>(picture.Version, out kept)) return kept;

            var drawn = drawing.Draw(picture);
            return _kept.Set(picture.Version, drawn, new MemoryCacheEntryOptions { Size = drawn.Length });
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _turn.Dispose();
    }
}
