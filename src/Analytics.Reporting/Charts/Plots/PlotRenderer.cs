using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;

namespace Analytics.Reporting.Charts.Plots;

/// <summary>
/// Renders chart components to markup without a browser or a host. Make one for all charts of a report: its start, put off until the first chart,
/// costs more than a chart.
/// </summary>
internal sealed class PlotRenderer : IDisposable
{
    private ServiceProvider? _services;
    private HtmlRenderer? _renderer;

    /// <summary>The markup of a component with these parameters.</summary>
    public string Render<TComponent>(IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        var renderer = _renderer ??= Start();
        var rendering = renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
        // the dispatcher of a renderer without a host runs at once on this thread, so nothing is waited for
        return rendering.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _renderer?.Dispose();
        _services?.Dispose();
    }

    private HtmlRenderer Start()
    {
        _services = new ServiceCollection()
            .AddSingleton<IJSRuntime, NoScripts>()
            .AddSingleton<NavigationManager, NoNavigation>()
            .AddScoped<Radzen.TooltipService>()
            .BuildServiceProvider();
        return new HtmlRenderer(_services, NullLoggerFactory.Instance);
    }

    /// <summary>Answers every script call with nothing: there is no browser.</summary>
    private sealed class NoScripts : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => default;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => default;
    }

    /// <summary>Stands for the page's address, which a file does not have.</summary>
    private sealed class NoNavigation : NavigationManager
    {
        public NoNavigation() => Initialize("http://localhost/", "http://localhost/");
    }
}
