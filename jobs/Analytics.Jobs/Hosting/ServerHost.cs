using System.Globalization;
using System.Text.Encodings.Web;
using Analytics.Core;
using Analytics.Jobs.Cli;
using Analytics.Jobs.Scheduling;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Jobs.Scheduling.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Jobs.Hosting;

/// <summary>The process behind <c>analytics serve</c>: scheduler, log, health, metrics.</summary>
internal sealed class ServerHost : IDisposable
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss ";
    private static readonly TimeSpan BeyondDeadline = TimeSpan.FromSeconds(30);
    private static readonly string[] StoreParts = ["-wal", "-shm"];
    private readonly IHost _host;
    private readonly CommandContext _context;

    private ServerHost(IHost host, CommandContext context) => (_host, _context) = (host, context);

    /// <summary>Addresses listened on; empty where none is.</summary>
    public IReadOnlyCollection<string> Addresses => [.. _host.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <summary>Builds the host; nothing runs yet.</summary>
    public static ServerHost Build(CommandContext context)
    {
        var settings = context.Options.Scheduler;
        if (settings.Url.Length == 0)
        {
            var plain = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
            Log(plain.Logging, settings);
            AddServices(plain.Services, context);
            return new ServerHost(plain.Build(), context);
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "analytics" });
        builder.WebHost.UseKestrelCore().UseUrls(settings.Url);
        builder.Services.AddRoutingCore();
        Log(builder.Logging, settings);
        AddServices(builder.Services, context);
        var application = builder.Build();
        Map(application, context);
        return new ServerHost(application, context);
    }

    /// <summary>
    /// Sets an embedded store that another version made aside: the schedule is configuration, and what was missed is known to the warehouse. A store on a
    /// server is others' as well, and stays.
    /// </summary>
    /// <exception cref="AnalyticsException">AN6004: the embedded store cannot be used for another reason; it stays where it is.</exception>
    public async Task SetAsideOlderStore()
    {
        var settings = _context.Options.Scheduler;
        if (!settings.IsEmbedded || !File.Exists(settings.Path))
        {
            return;
        }

        try
        {
            await using var opened = await JobStore.Open(settings).ConfigureAwait(false);
        }
        catch (JobStoreVersionException)
        {
            var aside = settings.Path + _context.Time.GetUtcNow().ToString("'.'yyyyMMddHHmmss", CultureInfo.InvariantCulture);
            File.Move(settings.Path, aside);
            foreach (var part in StoreParts.Where(part => File.Exists(settings.Path + part)))
            {
                File.Move(settings.Path + part, aside + part);
            }

            _host.Services.GetRequiredService<ILogger<ServerHost>>().SetAside(settings.Path, aside);
        }
    }

    /// <summary>Starts the scheduler and listens.</summary>
    public Task Start() => _host.StartAsync(_context.Cancellation);

    /// <summary>Waits until the process is told to end and has come to rest.</summary>
    public Task WaitForShutdown() => _host.WaitForShutdownAsync(_context.Cancellation);

    /// <inheritdoc/>
    public void Dispose() => _host.Dispose();

    private static void AddServices(IServiceCollection services, CommandContext context)
    {
        services.AddSingleton(context.Options).AddSingleton(context.Options.Scheduler).AddSingleton(context.Time);
        services.AddSingleton<JobMetrics>()
            .AddSingleton<MetricsText>()
            .AddSingleton<JobRunner>()
            .AddSingleton<ScheduledExecution>()
            .AddSingleton<SchedulerService>();
        services.AddHostedService(provider => provider.GetRequiredService<SchedulerService>());
        JobStore.Add(services, context.Options.Scheduler);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = context.Options.Scheduler.StopDeadline + BeyondDeadline);
        services.AddSingleton<IHostLifetime, Microsoft.Extensions.Hosting.Internal.ConsoleLifetime>();
        services.Configure<ConsoleLifetimeOptions>(o => o.SuppressStatusMessages = true);
    }

    /// <summary>Messages belong on standard error; Quartz itself is heard where it warns.</summary>
    private static void Log(ILoggingBuilder logging, SchedulerSettings settings)
    {
        logging.SetMinimumLevel(LogLevel.Information)
            .AddFilter("Quartz", LogLevel.Warning)
            .AddFilter("Quartz.Core.JobRunShell", LogLevel.None)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // what fails is told by its code, at start and in a job
        _ = settings.LogFormat == "json"
            ? logging.AddJsonConsole(o =>
                (o.IncludeScopes, o.UseUtcTimestamp, o.TimestampFormat, o.JsonWriterOptions) = (
                    true,
                    true,
                    "O",
                    new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            : logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat) = (true, TimeFormat));
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void Map(WebApplication application, CommandContext context)
    {
        var (scheduler, metrics) = (application.Services.GetRequiredService<SchedulerService>(), application.Services.GetRequiredService<MetricsText>());
        application.MapGet("/healthz", () => Results.Text("alive\n"));
        application.MapGet(
            "/readyz",
            () =>
                Readiness(scheduler, context) is { } fault
                    ? Results.Text(fault + "\n", statusCode: StatusCodes.Status503ServiceUnavailable)
                    : Results.Text("ready\n"));
        application.MapGet("/metrics", () => Results.Text(metrics.Write()));
    }

    /// <summary>Why jobs could not run now, or null where they could.</summary>
    private static string? Readiness(SchedulerService scheduler, CommandContext context)
    {
        try
        {
            if (!scheduler.IsReady)
            {
                return "the scheduler is not running";
            }

            using var warehouse = context.OpenWarehouse();
            warehouse.Runs.Executions(context.Time.GetUtcNow().UtcDateTime, limit: 1);
            return null;
        }
        catch (Exception fault)
        {
            return FaultTranslation.ToCoded(fault).Code;
        }
    }
}
