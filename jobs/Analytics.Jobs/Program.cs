using Analytics.Jobs.Cli;

return await AnalyticsProgram.Run(args).ConfigureAwait(false);
