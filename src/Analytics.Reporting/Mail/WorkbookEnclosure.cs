namespace Analytics.Reporting.Mail;

/// <summary>How the workbook comes with the mail.</summary>
/// <param name="Version">Version of the published report, from 1.</param>
/// <param name="FileName">Name of the workbook.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Link">Address or path it is found at where it is too large to be attached; null where it is attached.</param>
public sealed record WorkbookEnclosure(int Version, string FileName, long Bytes, string? Link = null);
