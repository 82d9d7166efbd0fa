using Analytics.Core;

namespace Analytics.Pipeline.Deliver;

/// <summary>Faults of delivery, with what to do about them.</summary>
public static class DeliveryFaults
{
    private const string MailBusy = "AN6112";
    private const string RobotBusy = "AN6132";
    private const string Slow = "AN6151";

    /// <summary>Whether trying again may help: the other side was busy, slow, away, or broke off.</summary>
    public static bool IsTransient(AnalyticsException fault) => fault.Code is MailBusy or RobotBusy or Slow;

    /// <summary>Whether a delivery failed, and not the ledger it is written down in.</summary>
    internal static bool IsOfDelivery(AnalyticsException fault) => fault.Code.StartsWith("AN61", StringComparison.Ordinal);

    internal static AnalyticsException MailRefused(string server, string whom, string answer, Exception? inner = null) => new(
        "AN6111", $"The mail server {server} refused the mail to {whom}: {answer}", "Check the address in Delivery:Recipients and Delivery:Smtp:From, and the size the server takes (Delivery:AttachmentLimitMegabytes).", inner: inner);

    internal static AnalyticsException MailNotTaken(string server, string whom, string why, Exception? inner = null) => new(
        MailBusy, $"The mail server {server} did not take the mail to {whom}: {why}", "It is tried again by the next run. If it stays so, look at the server and at Delivery:Smtp:Host and Port.", inner: inner);

    internal static AnalyticsException NotTrusted(string server, string why, Exception? inner = null) => new(
        "AN6113", $"The connection to the mail server {server} is not safe: {why}", "Install the certificate of its issuer on this machine, and name the server in Delivery:Smtp:Host as its certificate does; Security = None is for a relay on this machine only.", inner: inner);

    internal static AnalyticsException SignInRefused(string server, string user, string answer, Exception? inner = null) => new(
        "AN6114", $"The mail server {server} refused the sign-in of '{user}': {answer}", "Check Delivery:Smtp:User and the password (ANALYTICS_SMTP_PASSWORD or Delivery:Smtp:PasswordFile).", inner: inner);

    internal static AnalyticsException NotCopied(string folder, Exception fault) => new(
        "AN6121", $"The workbook could not be copied to '{folder}': {fault.Message}", "Check that the folder exists and is writable and has room; the next run tries again.", inner: fault);

    internal static AnalyticsException RobotRefused(string robot, long code, string message) => new(
        "AN6131", FormattableString.Invariant($"The robot {robot} refused the message: {code} {message}"), "Check its token and signing secret, and its security settings (keywords, addresses it may be called from).");

    internal static AnalyticsException RobotNotReached(string robot, string why, Exception? inner = null) => new(
        RobotBusy, $"The robot {robot} did not take the message: {why}", "It is tried again by the next run. If it stays so, look at the network and at the robot's limit of messages a minute.", inner: inner);

    internal static AnalyticsException TooSlow(string whom, TimeSpan limit) => new(
        Slow, FormattableString.Invariant($"{whom} did not answer within {limit.TotalSeconds:0} s."), "It is tried again by the next run. If it stays so, look at the server and the network, or raise Delivery:AttemptSeconds.");
}
