namespace Analytics.Pipeline.Deliver;

/// <summary>Faults of delivery, with what to do about them.</summary>
internal static class DeliveryFaults
{
    public static DeliveryException MailRefused(string server, string whom, string answer, Exception? inner = null) => new(
        "AN6111",
        $"The mail server {server} refused the mail to {whom}: {answer}",
        "Check the address in Delivery:Recipients and Delivery:Smtp:From, and the size the server takes (Delivery:AttachmentLimitMegabytes).",
        isTransient: false,
        inner: inner);

    public static DeliveryException MailNotTaken(string server, string whom, string why, Exception? inner = null) => new(
        "AN6112",
        $"The mail server {server} did not take the mail to {whom}: {why}",
        "It is tried again by the next run. If it stays so, look at the server and at Delivery:Smtp:Host and Port.",
        isTransient: true,
        inner: inner);

    public static DeliveryException NotTrusted(string server, string why, Exception? inner = null) => new(
        "AN6113",
        $"The connection to the mail server {server} is not safe: {why}",
        "Install the certificate of its issuer on this machine, and name the server in Delivery:Smtp:Host as its certificate does; "
            + "Security = None is for a relay on this machine only.",
        isTransient: false,
        inner: inner);

    public static DeliveryException SignInRefused(string server, string user, string answer, Exception? inner = null) => new(
        "AN6114",
        $"The mail server {server} refused the sign-in of '{user}': {answer}",
        "Check Delivery:Smtp:User and the password (ANALYTICS_SMTP_PASSWORD or Delivery:Smtp:PasswordFile).",
        isTransient: false,
        inner: inner);

    public static DeliveryException NotCopied(string folder, Exception fault) => new(
        "AN6121",
        $"The workbook could not be copied to '{folder}': {fault.Message}",
        "Check that the folder exists and is writable and has room; the next run tries again.",
        isTransient: false,
        inner: fault);

    public static DeliveryException RobotRefused(string robot, long code, string message) => new(
        "AN6131",
        FormattableString.Invariant($"The robot {robot} refused the message: {code} {message}"),
        "Check its token and signing secret, and its security settings (keywords, addresses it may be called from).",
        isTransient: false);

    public static DeliveryException RobotNotReached(string robot, string why, Exception? inner = null) => new(
        "AN6132",
        $"The robot {robot} did not take the message: {why}",
        "It is tried again by the next run. If it stays so, look at the network and at the robot's limit of messages a minute.",
        isTransient: true,
        inner: inner);

    public static DeliveryException TooSlow(string whom, TimeSpan limit) => new(
        "AN6151",
        FormattableString.Invariant($"{whom} did not answer within {limit.TotalSeconds:0} s."),
        "It is tried again by the next run. If it stays so, look at the server and the network, or raise Delivery:AttemptSeconds.",
        isTransient: true);
}
