namespace Roundup.Formats.Maths;

/// <param name="Markup">Not to be trusted; null for what the library can't read.</param>
/// <param name="IsInTime">False when the answer was not waited for.</param>
internal readonly record struct TexAnswer(string? Markup, bool IsInTime);

/// <summary>
/// A thread with a deep stack and a <see cref="TexEngine"/>, which answers one expression after the other. It can be abandoned when it takes
/// too long, and ends by itself when nobody has asked for a while, so that an idle site doesn't keep the library in memory.
/// </summary>
internal sealed class TexWorker
{
    // Deep enough for what the engine's own limit of depth allows.
    private const int StackBytes = 16 * 1024 * 1024;

    private static int _running;

    private readonly Lock _callers = new();
    private readonly object _gate = new();
    private readonly TimeSpan _idle;
    private (string Tex, bool IsDisplay, TimeSpan Most)? _question;
    private string? _answer;
    private bool _isLast;
    private State _state = State.Loading;

    /// <param name="idle">After so long without a question the worker ends.</param>
    public TexWorker(TimeSpan idle)
    {
        _idle = idle;
        Interlocked.Increment(ref _running);
        new Thread(Run, StackBytes) { IsBackground = true, Name = "TeX to MathML" }.Start();
    }

    private enum State { Loading, Waiting, Working, Answered, Abandoned, Ended }

    /// <summary>Threads that have not ended, abandoned ones too.</summary>
    public static int Running => Volatile.Read(ref _running);

    /// <summary>Whether another question may still be asked.</summary>
    public bool IsAlive
    {
        get { lock (_gate) return _state is not (State.Abandoned or State.Ended); }
    }

    /// <summary>Waits until the library is loaded. False when it can't be, or has not been in that time.</summary>
    public bool IsReady(TimeSpan most)
    {
        lock (_gate) return Await(() => _state is not State.Loading, most) && _state is not (State.Abandoned or State.Ended);
    }

    /// <summary>
    /// What the library makes of an expression. Callers wait for one another; one that waits longer than <paramref name="patience"/> for its
    /// own answer abandons the worker.
    /// </summary>
    /// <returns>Null when the worker had ended or was busy for others too long: the expression has not been tried.</returns>
    public TexAnswer? Ask(string tex, bool isDisplay, TimeSpan most, TimeSpan patience)
    {
        if (!_callers.TryEnter(2 * patience)) return null;
        try
        {
            lock (_gate)
            {
                if (_state is not State.Waiting) return null;
                (_question, _answer, _state) = ((tex, isDisplay, most), null, State.Working);
                Monitor.PulseAll(_gate);
                if (!Await(() => _state is not State.Working, patience)) _state = State.Abandoned;
                if (_state is not State.Answered) return new(null, IsInTime: false);
                _state = _isLast ? State.Ended : State.Waiting;
                return new(_answer, IsInTime: true);
            }
        }
        finally
        {
            _callers.Exit();
        }
    }

    // The thread's whole life. Whatever happens in it must not end the process.
    private void Run()
    {
        try
        {
            var engine = TexEngine.Load();
            // The first formula makes what all later ones share, and costs more than a comment's have: it is nobody's.
            if (engine.Render("x^2", isDisplay: false, TexMaths.MaxTime, out var isWorn) is null || isWorn) return;
            while (NextQuestion() is var (tex, isDisplay, most))
            {
                var answer = engine.Render(tex, isDisplay, most, out var isSpent);
                if (!Answer(answer, isLast: isSpent) || isSpent) return;
            }
        }
        catch (Exception e) when (e is Jint.JintException or TimeoutException or Acornima.ParseErrorException or OutOfMemoryException)
        {
            // Loading failed: maths stays as written.
        }
        finally
        {
            lock (_gate)
            {
                // An answer that nobody has taken yet stays for its caller.
                if (_state is not State.Answered) _state = State.Ended;
                Monitor.PulseAll(_gate);
            }
            Interlocked.Decrement(ref _running);
        }
    }

    private (string Tex, bool IsDisplay, TimeSpan Most)? NextQuestion()
    {
        lock (_gate)
        {
            if (_state is State.Loading) _state = State.Waiting;
            Monitor.PulseAll(_gate);
            if (!Await(() => _state is State.Working or State.Abandoned or State.Ended, _idle) || _state is not State.Working)
            {
                _state = State.Ended;
                return null;
            }
            return _question;
        }
    }

    private bool Answer(string? answer, bool isLast)
    {
        lock (_gate)
        {
            if (_state is not State.Working) return false;
            (_answer, _isLast, _state) = (answer, isLast, State.Answered);
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    // Holding the gate, which is let go while waiting.
    private bool Await(Func<bool> isSo, TimeSpan most)
    {
        var until = Environment.TickCount64 + (long)most.TotalMilliseconds;
        while (!isSo())
        {
            var left = until - Environment.TickCount64;
            if (left <= 0) return false;
            Monitor.Wait(_gate, TimeSpan.FromMilliseconds(left));
        }
        return true;
    }
}
