namespace Analytics.Reporting.Mail;

/// <summary>A mail in words: what is read, not to whom it goes.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Html">A whole HTML document with inline styles and no picture, script or style sheet from elsewhere.</param>
/// <param name="Text">The same for readers that show no HTML.</param>
public sealed record MailContent(string Subject, string Html, string Text);
