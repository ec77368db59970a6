using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Roundup.Tests.House;

public sealed class NameTests
{
    private static readonly string[] Refused =
        ["Service", "Services", "Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Dto", "DTO", "Entity", "Impl"];

    [Fact]
    public void A_type_is_named_for_what_it_is_or_does()
    {
        var named =
            from file in Repository.Files("src", "*.cs")
            from type in Repository.Syntax(file).DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            where Refused.Any(ending => type.Identifier.Text.EndsWith(ending, StringComparison.Ordinal))
            select $"{file}: {type.Identifier.Text}";

        Assert.Empty(named);
    }
}
