using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Roundup.Model.Text;

namespace Roundup.Web.Site;

/// <summary>
/// Text as it is kept, whatever form it was typed in: line ends are line feeds, letters are composed (NFC), and what no database keeps
/// (U+0000) is left out.
/// </summary>
internal sealed class TypedText(IModelBinder simple) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext context)
    {
        await simple.BindModelAsync(context);
        if (context.Result is { IsModelSet: true, Model: string text }) context.Result = ModelBindingResult.Success(Keepable(text));
    }

    public static string Keepable(string text) => Letters.Normal(text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal));

    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string)
            ? new TypedText(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
    }
}
