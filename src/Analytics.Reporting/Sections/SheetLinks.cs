using System.Collections.Immutable;

namespace Analytics.Reporting.Sections;

/// <summary>What sheets hand on to those filled after them: places of cells to refer to, one value of a type.</summary>
internal sealed class SheetLinks
{
    private readonly ImmutableDictionary<Type, object> _values;

    private SheetLinks(ImmutableDictionary<Type, object> values) => _values = values;

    /// <summary>What the first sheet gets.</summary>
    public static SheetLinks None { get; } = new([]);

    /// <summary>These and one more; one of the same type is replaced.</summary>
    public SheetLinks With<T>(T value)
        where T : notnull => new(_values.SetItem(typeof(T), value));

    /// <summary>What a sheet before handed on.</summary>
    /// <exception cref="InvalidOperationException">None has: the sheet that does is not marked as <see cref="SheetPlan.IsReferredTo"/>.</exception>
    public T Get<T>()
        where T : notnull => _values.TryGetValue(typeof(T), out var value)
            ? (T)value
            : throw new InvalidOperationException($"No sheet filled before this one has handed on {typeof(T).Name}.");
}
