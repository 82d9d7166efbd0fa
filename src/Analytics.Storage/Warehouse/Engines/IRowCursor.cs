namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Rows of a query, read forward value by value: straight from SQLite, or through a server's driver.</summary>
internal interface IRowCursor : IDisposable
{
    /// <summary>Moves to the next row; false at the end.</summary>
    bool Step();

    /// <summary>Position of a result column; −1 where the query has no such column.</summary>
    int Ordinal(string column);

    /// <summary>Whether the row has no value there.</summary>
    bool IsNull(int column);

    /// <summary>A whole number of any width.</summary>
    long Integer(int column);

    /// <summary>A number as floating point.</summary>
    double Real(int column);

    /// <summary>Text.</summary>
    string Text(int column);

    /// <summary>Bytes, valid until the next step.</summary>
    ReadOnlySpan<byte> Blob(int column);
}
