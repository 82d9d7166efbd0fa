namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>How far a run is.</summary>
public enum RunState
{
    /// <summary>Somebody has it in hand, or had it when his process died.</summary>
    Running,

    /// <summary>Done; never done again.</summary>
    Done,

    /// <summary>Given up by its last worker; whoever comes next takes it up again.</summary>
    Failed,
}
