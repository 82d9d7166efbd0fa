namespace Analytics.Storage.Sources.Databases;

/// <summary>A column a source database answers with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">Type as the engine names it.</param>
/// <param name="MayBeNull">False where the engine says that it never is null.</param>
public sealed record DatabaseColumn(string Name, string TypeName, bool MayBeNull);
