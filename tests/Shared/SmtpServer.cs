using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Analytics.Pipeline.Deliver;
using Analytics.Pipeline.Deliver.Mail;

namespace Analytics.Tests;

/// <summary>A real mail server on loopback (Debian's python3-aiosmtpd) that keeps what it takes and misbehaves as it is told.</summary>
public sealed class SmtpServer : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly Lazy<bool> IsThere = new(Probe);
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-mail-").FullName;
    private readonly Process _process;

    private SmtpServer(IReadOnlyList<string> options)
    {
        Directory.CreateDirectory(Mails);
        _process = Process.Start(
            new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "smtp_server.py"), Mails, .. options])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        Port = int.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    public string Mails => Path.Combine(_folder, "mails");

    public IReadOnlyList<ReceivedMail> Received => [.. Directory.EnumerateFiles(Mails, "*.json").Order(StringComparer.Ordinal).Select(ReceivedMail.Read)];

    /// <summary>Starts a server; the test is skipped where there is none to start.</summary>
    public static SmtpServer Start(params IReadOnlyList<string> options)
    {
        Assert.SkipUnless(IsThere.Value, "python3-aiosmtpd is not installed, so there is no mail server to send to");
        return new SmtpServer(options);
    }

    public SmtpSettings Settings(SmtpSecurity security = SmtpSecurity.None, string user = "", string password = "")
        => new("localhost", Port, security, user, user.Length == 0 ? null : new Secret(password), "reports@operator.example", "满意度分析");

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Makes a certificate for localhost, signed by itself.</summary>
    /// <returns>Paths of certificate and key.</returns>
    public static (string Certificate, string Key) MakeCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        Directory.CreateDirectory(folder);
        var (certificatePath, keyPath) = (Path.Combine(folder, "server.pem"), Path.Combine(folder, "server.key"));
        File.WriteAllText(certificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return (certificatePath, keyPath);
    }

    private static bool Probe()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var probe = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
        probe.WaitForExit();
        return probe.ExitCode == 0;
    }
}
