using Analytics.Jobs.CommandLine;

return await AnalyticsProgram.Run(args).ConfigureAwait(false);
