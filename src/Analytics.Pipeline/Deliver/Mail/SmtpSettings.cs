namespace Analytics.Pipeline.Deliver.Mail;

/// <summary>The mail server and how to speak to it.</summary>
/// <param name="Host">Name the server's certificate is for.</param>
/// <param name="Port">587 for submission, 25 for a relay.</param>
/// <param name="Security">Protection of the connection.</param>
/// <param name="User">Name to sign in with; empty where the server asks for none.</param>
/// <param name="Password">Its password; null without a user.</param>
/// <param name="From">Address the mails come from.</param>
/// <param name="FromName">Name shown beside it; may be empty.</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string User, Secret? Password, string From, string FromName);
