using Analytics.Core;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Pipeline.Deliver.Mail;

namespace Analytics.Jobs.Cli.Doctor;

/// <summary>Whether the mail server answers, offers the protection asked for, and takes the sign-in; no mail is sent.</summary>
internal static class MailCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>Speaks to the server where one is configured.</summary>
    public static IEnumerable<CheckResult> Run(DeliveryOptions delivery, CancellationToken cancellation)
    {
        if (delivery.Smtp.Host.Length == 0)
        {
            yield break;
        }

        var server = FormattableString.Invariant($"{delivery.Smtp.Host}:{delivery.Smtp.Port}");
        CheckResult result;
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Limit);
            SmtpProbe.Run(DeliverySetup.Smtp(delivery.Smtp), limit.Token);
            result = new CheckResult("mail server", CheckState.Ok, $"{server} answers{(delivery.Smtp.Security == SmtpSecurity.None ? " in clear" : " with TLS")}{(delivery.Smtp.User.Length == 0 ? "" : " and takes the sign-in")}.");
        }
        catch (AnalyticsException fault)
        {
            result = new CheckResult("mail server", CheckState.Fault, $"{fault.Code}: {fault.Problem}", fault.Remedy);
        }
        catch (OperationCanceledException)
        {
            result = new CheckResult("mail server", CheckState.Fault, FormattableString.Invariant($"{server} did not answer within {Limit.TotalSeconds:0} s."), "Check Delivery:Smtp:Host and Port, and that the network lets this machine through.");
        }

        yield return result;
    }
}
