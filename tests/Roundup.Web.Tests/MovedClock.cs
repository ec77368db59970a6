namespace Roundup.Web.Tests;

/// <summary>Runs like the real one, and its timers do, but from a moment on that a test chooses.</summary>
public sealed class MovedClock(DateTimeOffset from) : TimeProvider
{
    private readonly long _start = System.GetTimestamp();
    private DateTimeOffset _from = from;

    public void Advance(TimeSpan by) => _from += by;

    public void Set(DateTimeOffset now) => _from = now - System.GetElapsedTime(_start);

    public override DateTimeOffset GetUtcNow() => _from + System.GetElapsedTime(_start);
}
