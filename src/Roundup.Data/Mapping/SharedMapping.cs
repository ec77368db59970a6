using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Data.Mapping;

/// <summary>How values that several aggregates share are kept, alike on both databases.</summary>
internal static class SharedMapping
{
    public static void Convene(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<SafeHtml>().HaveConversion<SafeHtmlConverter>();
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    /// <summary>SQLite has no type for instants and can't order text with offsets: UTC ticks (100 ns) order and compare.</summary>
    public static void KeepInstantsAsTicks(ModelBuilder builder)
    {
        var instants = builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => p.ClrType == typeof(DateTimeOffset) || p.ClrType == typeof(DateTimeOffset?));
        foreach (var instant in instants) instant.SetValueConverter(new TicksConverter());
    }

    public static void HasProse<T>(this EntityTypeBuilder<T> entity, System.Linq.Expressions.Expression<Func<T, Prose?>> property, string column)
        where T : class =>
        entity.ComplexProperty(property, prose =>
        {
            prose.IsRequired();
            prose.Property(p => p.Source).HasColumnName($"{column}Source");
            prose.Property(p => p.Html).HasColumnName($"{column}Html");
            prose.Property(p => p.Renderer).HasColumnName($"{column}Renderer");
            prose.Property(p => p.Words).HasColumnName($"{column}Words");
        });

    /// <summary>A short list that is only read and written whole, as JSON text.</summary>
    public static PropertyBuilder<List<TItem>> KeptAsJson<TItem>(this PropertyBuilder<List<TItem>> property) =>
        property.HasConversion(
            new ValueConverter<List<TItem>, string>(list => JsonSerializer.Serialize(list, JsonOptions), json => JsonSerializer.Deserialize<List<TItem>>(json, JsonOptions) ?? new()),
            new ValueComparer<List<TItem>>((a, b) => (a ?? new()).SequenceEqual(b ?? new()), list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)), list => list.ToList()));

    /// <summary>A small value that is only read and written whole, as JSON text; null stays null.</summary>
    public static PropertyBuilder<TValue?> KeptAsJson<TValue>(this PropertyBuilder<TValue?> property) where TValue : class =>
        property.HasConversion(new ValueConverter<TValue?, string?>(value => JsonSerializer.Serialize(value, JsonOptions), json => JsonSerializer.Deserialize<TValue>(json!, JsonOptions)));

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new System.Text.Json.Serialization.JsonStringEnumConverter<LinkKind>(),
            new System.Text.Json.Serialization.JsonStringEnumConverter<PaperField>(),
        },
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed class SafeHtmlConverter() : ValueConverter<SafeHtml, string>(html => html.ToString(), text => new SafeHtml(text));

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(t => t.ToUniversalTime(), t => t.ToUniversalTime());

    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(t => t.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
