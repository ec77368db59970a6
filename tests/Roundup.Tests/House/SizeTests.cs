using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Roundup.Tests.House;

/// <summary>Small things; a large one has a comment right above its type or method that begins "Long because".</summary>
public sealed class SizeTests
{
    private const int FileLines = 200;
    private const int MethodLines = 30;
    private const int ProgramLines = 60;

    [Fact]
    public void A_file_fits_on_a_few_screens()
    {
        var tooLong =
            from file in Repository.Files("src", "*.cs")
            let lines = Repository.Text(file).AsSpan().TrimEnd().Count('\n') + 1
            where lines > FileLines
            where !Repository.Syntax(file).DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Any(HasReason)
            select $"{file}: {lines} lines";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void A_method_fits_on_one_screen()
    {
        var tooLong =
            from file in Repository.Files("src", "*.cs")
            from method in Repository.Syntax(file).DescendantNodes().Where(IsMethod)
            let lines = Lines(method)
            where lines > MethodLines && !HasReason(method)
            select $"{file}({Line(method) + 1}): {lines} lines";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_program_is_a_table_of_contents()
    {
        var lines = File.ReadAllLines(Repository.At("src/Roundup.Web/Program.cs")).Length;

        Assert.InRange(lines, 1, ProgramLines);
    }

    private static bool IsMethod(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax;

    private static bool HasReason(SyntaxNode node) =>
        node.GetLeadingTrivia().Any(trivia =>
            trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && $"{trivia}".StartsWith("// Long because", StringComparison.Ordinal));

    private static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line;

    private static int Lines(SyntaxNode node) => node.GetLocation().GetLineSpan().EndLinePosition.Line - Line(node) + 1;
}
