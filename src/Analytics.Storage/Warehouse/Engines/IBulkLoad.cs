namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Rows on their way into a table of a server, all at once. Values are written in the order of the columns asked for.</summary>
internal interface IBulkLoad : IDisposable
{
    /// <summary>Begins a row; the one before it is complete.</summary>
    void StartRow();

    /// <summary>Writes a whole number, in the width of its column.</summary>
    void Write(long value);

    /// <summary>Writes a real number.</summary>
    void Write(double value);

    /// <summary>Writes text.</summary>
    void Write(string value);

    /// <summary>Writes no value.</summary>
    void WriteNull();

    /// <summary>Sends what is left; without it nothing of the load is stored.</summary>
    void Complete();
}
