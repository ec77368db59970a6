using System.IO.Compression;

namespace Roundup.Sources.Fetching;

/// <summary>
/// Reads and unpacks a body, and stops at the first byte too many, packed or unpacked: 4 GB of zeros cost what the cap is.
/// </summary>
internal static class CappedBody
{
    /// <summary>Null where it is larger than the cap, or packed in another way than gzip or brotli, once.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > maxBytes) return null;

        await using var packed = new CappedStream(await content.ReadAsStreamAsync(cancel), maxBytes);
        await using var unpacked = Unpack(packed, [.. content.Headers.ContentEncoding]);
        if (unpacked is null) return null;

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = await unpacked.ReadAsync(buffer, cancel)) > 0;)
            {
                if (body.Length + read > maxBytes) return null;
                body.Write(buffer, 0, read);
            }
            return body.ToArray();
        }
        catch (TooLargeException)
        {
            return null;
        }
        // Brotli's reader says of nonsense that the operation is invalid.
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Stream? Unpack(Stream packed, string[] encodings) => encodings switch
    {
        [] or ["identity"] => packed,
        ["gzip" or "x-gzip"] => new GZipStream(packed, CompressionMode.Decompress),
        ["br"] => new BrotliStream(packed, CompressionMode.Decompress),
        _ => null,
    };

    private sealed class TooLargeException : IOException;

    private sealed class CappedStream(Stream inner, int maxBytes) : Stream
    {
        private long _read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
        {
            var read = await inner.ReadAsync(buffer, cancel);
            return (_read += read) > maxBytes ? throw new TooLargeException() : read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
