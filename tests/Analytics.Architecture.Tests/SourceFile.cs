using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Architecture.Tests;

/// <summary>A parsed source file.</summary>
/// <param name="Path">Path from the repository's root, with forward slashes.</param>
/// <param name="Syntax">Its syntax tree.</param>
internal sealed record SourceFile(string Path, CompilationUnitSyntax Syntax)
{
    /// <summary>Name of the project the file belongs to: <c>Analytics.Core</c>.</summary>
    public string Project => Path.Split('/')[1];

    /// <summary>Path and 1-based line of a node, for messages.</summary>
    public string At(Microsoft.CodeAnalysis.SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
