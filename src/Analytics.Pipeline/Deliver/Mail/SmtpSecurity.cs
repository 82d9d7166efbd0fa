namespace Analytics.Pipeline.Deliver.Mail;

/// <summary>How a connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS from the STARTTLS command on, before anything of the mail is said; refused where the server does not offer it.</summary>
    StartTls,

    /// <summary>In clear: for a relay on the same machine only.</summary>
    None,
}
