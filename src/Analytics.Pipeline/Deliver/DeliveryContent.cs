using Analytics.Publishing.Published;
using Analytics.Reporting.Mail;
using Analytics.Reporting.Words;

namespace Analytics.Pipeline.Deliver;

/// <summary>What is handed to a channel.</summary>
/// <param name="Published">The published report.</param>
/// <param name="Words">The words of its language.</param>
/// <param name="Link">Where the workbook is found by whoever gets no copy of it: an address where one is configured, else its path.</param>
/// <param name="AttachmentLimit">Bytes an attachment may have as it travels (base64).</param>
/// <param name="Id">Stable id of this delivery, 32 hexadecimal digits: the same for every attempt.</param>
public sealed record DeliveryContent(PublishedReport Published, ReportWords Words, string Link, long AttachmentLimit, string Id)
{
    /// <summary>The workbook as a link.</summary>
    public WorkbookEnclosure Linked => new(Published.Version, Published.WorkbookName, Published.WorkbookBytes, Link);

    /// <summary>The workbook attached where it fits, else as a link.</summary>
    public WorkbookEnclosure Enclosed => Fits ? Linked with { Link = null } : Linked;

    /// <summary>Base64 turns three bytes into four characters, and every 76 of them end in a line break.</summary>
    private bool Fits => (Published.WorkbookBytes + 2) / 3 * 4 * 78 / 76 <= AttachmentLimit;
}
