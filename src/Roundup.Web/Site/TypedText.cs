using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Roundup.Web.Site;

/// <summary>
/// Text as it is kept, whatever form it was typed in: line ends are line feeds, letters are composed (NFC), and what no database keeps
/// (U+0000, half of a surrogate pair) is left out or replaced.
/// </summary>
internal sealed class TypedText(IModelBinder simple) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext context)
    {
        await simple.BindModelAsync(context);
        if (context.Result is { IsModelSet: true, Model: string text }) context.Result = ModelBindingResult.Success(Keepable(text));
    }

    public static string Keepable(string text)
    {
        var kept = text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        if (kept.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) kept = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(kept));
        return kept.IsNormalized() ? kept : kept.Normalize(NormalizationForm.FormC);
    }

    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string)
            ? new TypedText(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
    }
}
