using System.Text.RegularExpressions;
using Jint;
using Jint.Constraints;
using Jint.Native;
using Jint.Runtime;

namespace Roundup.Formats.Maths;

/// <summary>
/// Temml in an interpreter of its own, which sees neither the platform nor the machine: all that goes in is a text, and a text comes out.
/// For one thread only, and that one needs a deep stack.
/// </summary>
internal sealed class TexEngine
{
    private const string Library = "temml.min.js";

    // Real expressions allocate up to 2 MB and take up to 35,000 statements; two thousand letters take 400,000. Loading allocates 9 MB.
    private const long MaxBytes = 60_000_000;
    private const int MaxStatements = 1_000_000;

    // Of one function within itself. What nests as deep as is written out takes fewer than 200, and a thread's stack holds more than 800; if
    // it should not, the guard turns the end of the stack into a mistake of the script's instead of the process's end.
    private const int MaxDepth = 200;

    // What people write that Temml calls otherwise or lacks; "trust" is off: no address, no class, no style, no picture. "maxSize" is in
    // em, and only against the absurd: what is written out is bounded again.
    private const string Entrance = """
        (function (tex, isDisplay) {
          return temml.renderToString(tex, {
            displayMode: isDisplay, trust: false, strict: false, throwOnError: true, annotate: false, xml: false, wrap: 'none',
            maxExpand: 500, maxSize: [20, 20],
            macros: {
              '\\mbox': '\\text{#1}', '\\hbox': '\\text{#1}', '\\textsc': '\\text{#1}', '\\mathds': '\\mathbb{#1}', '\\mathbbm': '\\mathbb{#1}',
              '\\ensuremath': '#1', '\\xspace': '', '\\nonumber': '', '\\label': '\\@gobble{#1}', '\\up': '\\uparrow'
            }
          });
        })
        """;

    private readonly CancellationTokenSource _loading = new(LoadTime);
    private readonly CancellationConstraint _time;
    private readonly Engine _engine;
    private readonly JsValue _render;

    private TexEngine(string script)
    {
        _engine = new Engine(options =>
        {
            options.LimitMemory(MaxBytes).MaxStatements(MaxStatements).LimitRecursion(MaxDepth).CancellationToken(_loading.Token).DisableStringCompilation();
            options.Constraints.RegexTimeout = TexMaths.MaxTime;
            options.Constraints.StackOverflowGuard = true;
            options.Constraints.MaxArraySize = 100_000;
        });
        _time = _engine.Constraints.Find<CancellationConstraint>()!;
        _engine.Execute(script);
        _render = _engine.Evaluate(Entrance);
    }

    /// <summary>Loading parses the whole library: a twentieth of a second on a warm machine, a second on a cold one.</summary>
    public static TimeSpan LoadTime => TimeSpan.FromSeconds(20);

    /// <summary>False where the build left the library out (<c>-p:FrontEnd=false</c>).</summary>
    public static bool IsThere { get; } = typeof(TexEngine).Assembly.GetManifestResourceInfo(Library) is not null;

    public static TexEngine Load()
    {
        using var reader = new StreamReader(typeof(TexEngine).Assembly.GetManifestResourceStream(Library)!);
        return new(reader.ReadToEnd());
    }

    /// <summary>What the library makes of an expression, which is not to be trusted; null when it can't be read as TeX.</summary>
    /// <param name="most">Beyond this the interpreter gives it up by itself, between two statements.</param>
    /// <param name="isSpent">Whether the expression went over a limit: the engine is then in an unknown state and is not to be used again.</param>
    public string? Render(string tex, bool isDisplay, TimeSpan most, out bool isSpent)
    {
        isSpent = false;
        using var time = new CancellationTokenSource(most);
        try
        {
            _time.Reset(time.Token);
            return _engine.Invoke(_render, tex, isDisplay) is JsString markup ? markup.AsString() : null;
        }
        catch (JavaScriptException)
        {
            // A mistake in the TeX, nearly always: the library's ParseError.
            return null;
        }
        catch (Exception e) when (e is JintException or TimeoutException or OperationCanceledException or InsufficientExecutionStackException
            or RegexMatchTimeoutException)
        {
            isSpent = true;
            return null;
        }
    }
}
