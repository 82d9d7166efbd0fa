namespace Analytics.Pipeline.Deliver;

/// <summary>How deliveries are made.</summary>
public sealed record DeliverySettings
{
    /// <summary>Attempts of one delivery in one run, 1 or more; only what may pass by itself is tried again.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Time one attempt may take.</summary>
    public TimeSpan AttemptLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Pause before the second attempt; it doubles with each further one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes an attachment may have as it travels; a larger workbook is linked.</summary>
    public long AttachmentLimit { get; init; } = 10_000_000;

    /// <summary>Address the output folder is found at by readers, <c>https://reports.example/satisfaction/</c>; null where there is none.</summary>
    public Uri? LinkBase { get; init; }
}
