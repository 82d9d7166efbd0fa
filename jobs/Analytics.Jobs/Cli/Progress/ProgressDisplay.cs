using Spectre.Console;

namespace Analytics.Jobs.Cli.Progress;

/// <summary>Shows the progress of long work: bars on a terminal, plain lines otherwise. Always on standard error.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs <paramref name="work"/> and shows what it reports.</summary>
    public static T Run<T>(CommandContext context, Func<IProgress<StepProgress>, T> work)
    {
        if (!context.Output.Interactive)
        {
            using var lines = new LineProgress(context.Output, context.Time);
            return work(lines);
        }

        return Bars().Start(display =>
        {
            var bars = new BarProgress(display, context.Time);
            var result = work(bars);
            bars.Finish();
            return result;
        });
    }

    /// <summary>Runs <paramref name="work"/>, which waits for others, and shows what it reports.</summary>
    public static async Task<T> Run<T>(CommandContext context, Func<IProgress<StepProgress>, Task<T>> work)
    {
        if (!context.Output.Interactive)
        {
            using var lines = new LineProgress(context.Output, context.Time);
            return await work(lines).ConfigureAwait(false);
        }

        return await Bars().StartAsync(async display =>
        {
            var bars = new BarProgress(display, context.Time);
            var result = await work(bars).ConfigureAwait(false);
            bars.Finish();
            return result;
        }).ConfigureAwait(false);
    }

    /// <summary>Passes the reports of one kind on as another, in the order and on the thread they come.</summary>
    public static IProgress<TFrom> Translate<TFrom>(this IProgress<StepProgress> target, Func<TFrom, StepProgress> translation)
        => new Translated<TFrom>(target, translation);

    private static Spectre.Console.Progress Bars() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress()
        .HideCompleted(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new SpinnerColumn());

    private sealed class Translated<TFrom>(IProgress<StepProgress> target, Func<TFrom, StepProgress> translation) : IProgress<TFrom>
    {
        public void Report(TFrom value) => target.Report(translation(value));
    }
}
