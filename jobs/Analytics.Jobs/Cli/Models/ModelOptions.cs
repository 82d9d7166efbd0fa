using System.CommandLine;

namespace Analytics.Jobs.Cli.Models;

/// <summary>The options that say which model is run on which answers.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string?> _model = new("--model")
    {
        Description = "Model file (JSON), see analytics model template; with --period also a template's name, or the model reports take where not given.",
        HelpName = "file",
    };
    private readonly Option<string?> _data = new("--data") { Description = "Survey: CSV or XLSX with one row a respondent, plain or .gz.", HelpName = "file" };
    private readonly Option<string?> _weight = new("--weight")
    {
        Description = "Column of survey weights in the file; the warehouse's answers are weighted as in reports.",
        HelpName = "column",
    };
    private readonly Option<string?> _period = new("--period")
    {
        Description = "Instead of --data: the survey in the warehouse up to this week, month or quarter.",
        HelpName = "period",
    };
    private readonly Option<int?> _waves = new("--waves")
    {
        Description = "Periods that are pooled, the last included; where not given as in reports.",
        HelpName = "n",
    };
    private readonly Option<string[]> _where = new("--where")
    {
        Description = "Keeps responses of the warehouse whose column has one of the values; may be repeated, all must hold.",
        HelpName = "column=value|value",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<int?> _resamples = new("--resamples")
    {
        Description = "Bootstrap resamples; the model's own number where not given, with --period that of reports.",
        HelpName = "n",
    };
    private readonly bool _isResampled;

    /// <param name="isResampled">Whether the command bootstraps.</param>
    public ModelOptions(bool isResampled) => _isResampled = isResampled;

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _model, _data, _weight, _period, _waves, _where })
        {
            command.Add(option);
        }

        if (_isResampled)
        {
            command.Add(_resamples);
        }
    }

    /// <summary>What was asked for.</summary>
    public ModelQuestion Of(ParseResult parsed) => new(
        parsed.GetValue(_model), parsed.GetValue(_data), parsed.GetValue(_weight), parsed.GetValue(_period), parsed.GetValue(_waves), FilterText.Parse(
            parsed.GetValue(_where) ?? []), _isResampled
            ? parsed.GetValue(_resamples)
            : null);
}
