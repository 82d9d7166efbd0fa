using Analytics.Core;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Pipeline.Deliver.Mail;

namespace Analytics.Jobs.Cli.Doctor;

/// <summary>Whether the mail server answers, offers the protection asked for, and takes the sign-in; no mail is sent.</summary>
internal static class MailCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>Speaks to the server where one is configured.</summary>
    /// <returns>What was found; null where none is configured.</returns>
    public static async Task<CheckResult?> Run(DeliveryOptions delivery, CancellationToken cancellation)
    {
        if (delivery.Smtp.Host.Length == 0)
        {
            return null;
        }

        var server = FormattableString.Invariant($"{delivery.Smtp.Host}:{delivery.Smtp.Port}");
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Limit);
            await SmtpProbe.Run(DeliverySetup.Smtp(delivery.Smtp), limit.Token).ConfigureAwait(false);
            var protection = delivery.Smtp.Security == SmtpSecurity.None ? " in clear" : " with TLS";
            var signIn = delivery.Smtp.User.Length == 0 ? "" : " and takes the sign-in";
            return new CheckResult("mail server", CheckState.Ok, $"{server} answers{protection}{signIn}.");
        }
        catch (AnalyticsException fault)
        {
            return new CheckResult("mail server", CheckState.Fault, $"{fault.Code}: {fault.Problem}", fault.Remedy);
        }
        catch (OperationCanceledException)
        {
            return new CheckResult(
                "mail server",
                CheckState.Fault,
                FormattableString.Invariant($"{server} did not answer within {Limit.TotalSeconds:0} s."),
                "Check Delivery:Smtp:Host and Port, and that the network lets this machine through.");
        }
    }
}
