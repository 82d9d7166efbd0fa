using Analytics.Pipeline.Deliver.Mail;

namespace Analytics.Jobs.Configuration.Delivery;

/// <summary>The mail server as configured, without its password.</summary>
public sealed record SmtpOptions
{
    /// <summary>Name of the server; empty where no mail is sent.</summary>
    public string Host { get; init; } = "";

    /// <summary>Port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Protection of the connection.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>Name to sign in with; empty where the server asks for none.</summary>
    public string User { get; init; } = "";

    /// <summary>File that holds the password, alone on its first line; empty where the environment holds it.</summary>
    public string PasswordFile { get; init; } = "";

    /// <summary>Address the mails come from.</summary>
    public string From { get; init; } = "";

    /// <summary>Name shown beside it; empty for none.</summary>
    public string FromName { get; init; } = "";
}
