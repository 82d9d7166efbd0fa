using Analytics.Pipeline.Deliver.Mail;

namespace Analytics.Pipeline.Deliver;

/// <summary>Somebody who runs the program, and is told of what went wrong.</summary>
/// <param name="Channel">Mail to them.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
public sealed record Operator(MailChannel Channel, string Language);
