using System.Net.Mail;
using Analytics.Core;
using Analytics.Pipeline.Deliver;
using Analytics.Pipeline.Deliver.Mail;
using Analytics.Pipeline.Deliver.Robots;

namespace Analytics.Jobs.Configuration.Delivery;

/// <summary>Reads the section <c>Delivery</c>.</summary>
internal static class DeliveryReader
{
    private const string Section = "Delivery";
    private const int ImplicitTlsPort = 465;

    /// <summary>Reads and validates; faults go to the reader.</summary>
    /// <param name="read">The settings.</param>
    /// <param name="language">Language of whoever names none.</param>
    public static DeliveryOptions Read(SettingsReader read, string language)
    {
        var options = new DeliveryOptions
        {
            Settings = ReadSettings(read),
            Smtp = ReadSmtp(read),
            Operators = read.Parsed($"{Section}:Operators", "", Addresses),
            Recipients =
            [
                .. Each(read, "Recipients", (key, name) => new MailTarget(name, Required(read, key + ":Address", Addresses, []), Rule(read, key, language))),
            ],
            Folders =
            [
                .. Each(read, "Folders", (key, name) => new FolderTarget(name, Required(read, key + ":Path", path => path, ""), Rule(read, key, language))),
            ],
            Webhooks = [.. Each(read, "Webhooks", (key, name) => ReadWebhook(read, key, name, language))],
        };
        CheckSender(options, read.Faults);
        return options;
    }

    private static DeliverySettings ReadSettings(SettingsReader read)
    {
        var d = new DeliverySettings();
        return new DeliverySettings
        {
            LinkBase = read.Parsed($"{Section}:LinkBase", "", text => text.Length == 0 ? null : WebAddress(text)),
            AttachmentLimit = (long)(read.Number($"{Section}:AttachmentLimitMegabytes", d.AttachmentLimit / 1e6, 0, 1000) * 1e6),
            Attempts = read.Whole($"{Section}:Attempts", d.Attempts, 1, 20),
            AttemptLimit = TimeSpan.FromSeconds(read.Number($"{Section}:AttemptSeconds", d.AttemptLimit.TotalSeconds, 1, 3600)),
            FirstPause = TimeSpan.FromSeconds(read.Number($"{Section}:BackOffSeconds", d.FirstPause.TotalSeconds, 0, 600)),
        };
    }

    private static SmtpOptions ReadSmtp(SettingsReader read)
    {
        const string Smtp = Section + ":Smtp";
        var d = new SmtpOptions();
        return new SmtpOptions
        {
            Host = read.Text(Smtp + ":Host", d.Host),
            Port = read.Whole(Smtp + ":Port", d.Port, 1, 65_535),
            Security = Enum.Parse<SmtpSecurity>(read.Choice(Smtp + ":Security", d.Security.ToString(), Enum.GetNames<SmtpSecurity>())),
            User = read.Text(Smtp + ":User", d.User),
            PasswordFile = read.Text(Smtp + ":PasswordFile", d.PasswordFile),
            From = read.Parsed(Smtp + ":From", d.From, text => text.Length == 0 ? text : Address(text)),
            FromName = read.Text(Smtp + ":FromName", d.FromName),
        };
    }

    private static WebhookTarget ReadWebhook(SettingsReader read, string key, string name, string language) => new(
        name,
        Enum.Parse<RobotKind>(read.Choice(key + ":Kind", nameof(RobotKind.WeChat), Enum.GetNames<RobotKind>())),
        Required(read, key + ":Url", RobotAddress, new Uri("https://localhost/")),
        read.Text(key + ":TokenFile", ""),
        read.Text(key + ":SigningFile", ""),
        Rule(read, key, language));

    private static DeliveryRule Rule(SettingsReader read, string key, string language) => new(
        read.Parsed(key + ":Scope", "", JobReader.ParseScope),
        read.Choice(key + ":Language", language, "zh-CN", "en"),
        Enum.Parse<SendRule>(read.Choice(key + ":Send", nameof(SendRule.Always), Enum.GetNames<SendRule>())));

    private static IEnumerable<T> Each<T>(SettingsReader read, string list, Func<string, string, T> make)
        => read.Names($"{Section}:{list}").Select(name => make($"{Section}:{list}:{name}", name));

    /// <summary>A setting without a default: blank is a fault.</summary>
    private static T Required<T>(SettingsReader read, string key, Func<string, T> parse, T instead)
    {
        if (read.Text(key, "").Length > 0)
        {
            return read.Parsed(key, "", text => text.Length == 0 ? instead : parse(text));
        }

        read.Faults.Add(
            new AnalyticsException("AN6105", $"Setting {key} is missing.", $"Write it, or take {key[..key.LastIndexOf(':')]} out.", FaultKind.Usage));
        return instead;
    }

    private static void CheckSender(DeliveryOptions options, List<AnalyticsException> faults)
    {
        if (options.Smtp.Port == ImplicitTlsPort)
        {
            // System.Net.Mail would wait in clear for a greeting that never comes
            faults.Add(
                new AnalyticsException(
                    "AN6107",
                    "Delivery:Smtp:Port is 465, where mail servers speak TLS from the first byte on; this program asks for TLS by STARTTLS only.",
                    "Write port 587 with Security = StartTls, as mail servers offer it for submission; where yours offers 465 alone, put a relay on this "
                        + "machine between (Port 25, Security = None).",
                    FaultKind.Usage));
        }

        if (options.Recipients.Count + options.Operators.Count > 0 && (options.Smtp.Host.Length == 0 || options.Smtp.From.Length == 0))
        {
            faults.Add(
                new AnalyticsException(
                    "AN6101",
                    "Delivery names recipients of mail, and Delivery:Smtp:Host or Delivery:Smtp:From is empty.",
                    "Write the mail server and the address mails come from, or take the recipients out.",
                    FaultKind.Usage));
        }
    }

    private static IReadOnlyList<string> Addresses(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Address)];

    private static string Address(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text
        ? text
        : throw new FormatException($"'{text}' is no mail address.");

    private static Uri WebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address!
        : throw new FormatException("it is no address that begins with https://.");

    /// <summary>The token is a secret, so it stands in no settings file; what is sent in clear is for tests on this machine.</summary>
    private static Uri RobotAddress(string text)
    {
        var address = WebAddress(text);
        return address.Query.Length > 0 ? throw new FormatException(
            "it holds a query; write it without, and put the token (key, access_token) into the environment or a file.")
            : address.Scheme == "http" && !address.IsLoopback ? throw new FormatException("it is not https.")
            : address;
    }
}
