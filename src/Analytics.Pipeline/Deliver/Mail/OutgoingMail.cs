using Analytics.Reporting.Mail;

namespace Analytics.Pipeline.Deliver.Mail;

/// <summary>A mail as it leaves.</summary>
/// <param name="Id">Id of the delivery, the same for every attempt: it makes the Message-ID, by which servers and readers recognise a repeat.</param>
/// <param name="From">Address of the sender.</param>
/// <param name="FromName">Name shown beside it; may be empty.</param>
/// <param name="To">Address of the recipient.</param>
/// <param name="Content">Subject and bodies.</param>
/// <param name="Attachment">Path of the file attached, under its own name; null without one.</param>
public sealed record OutgoingMail(string Id, string From, string FromName, string To, MailContent Content, string? Attachment)
{
    /// <summary>The Message-ID header: <c>&lt;id@domain of the sender&gt;</c>.</summary>
    public string MessageId => $"<{Id}@{From[(From.LastIndexOf('@') + 1)..]}>";
}
