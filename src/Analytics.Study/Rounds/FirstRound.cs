using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;
using Analytics.Study.Masking;

namespace Analytics.Study.Rounds;

/// <summary>
/// What a section is given to ask its questions with: the request, the days it is about, and the questions that sections share, each asked once.
/// </summary>
internal sealed class FirstRound
{
    private readonly Dictionary<string, ColumnQuestions> _columns = new(StringComparer.Ordinal);

    public FirstRound(StudyRequest request)
    {
        Request = request;
        Window = new StudyWindow(request);
        Questions = new Questions();
        Base = new BaseCounts(Questions, Window);
        foreach (var period in Window.Trailing.Append(Window.Current).Append(Window.YearBefore))
        {
            Base.Plan(period);
        }

        Total = Ask(FactTable.Complaints, []);
        Causes = new CauseQuestions(Questions, Window);
    }

    /// <summary>Period, scope, settings and facts.</summary>
    public StudyRequest Request { get; }

    /// <summary>Settings of the request.</summary>
    public StudySettings Settings => Request.Settings;

    /// <summary>The days.</summary>
    public StudyWindow Window { get; }

    /// <summary>Takes the questions of this round.</summary>
    public Questions Questions { get; }

    /// <summary>Denominators.</summary>
    public BaseCounts Base { get; }

    /// <summary>All complaints of the period: what every table must add up to.</summary>
    public Answer Total { get; }

    /// <summary>Categories and causes.</summary>
    public CauseQuestions Causes { get; }

    /// <summary>What sections mean to show; the masks are decided from it.</summary>
    public MaskPlan Shown { get; } = new();

    /// <summary>Notes a question about the period.</summary>
    public Answer Ask(FactTable table, IReadOnlyList<CrossTabAxis> by) => Questions.Ask(Window.Ask(table, Window.Current, by));

    /// <summary>
    /// The questions of a column that is shown, asked once whoever asks first: with the bands of its segmentation, else of the default one, else as a
    /// dimension.
    /// </summary>
    public ColumnQuestions Column(string column)
    {
        if (!_columns.TryGetValue(column, out var questions))
        {
            var definition = Settings.Segments.Concat(StudySettings.DefaultSegments).FirstOrDefault(s => s.Column == column) ?? new SegmentDefinition(column);
            questions = new ColumnQuestions(Questions, Window, Base, definition);
            _columns.Add(column, questions);
        }

        Shown.Show(questions.Definition.Axis, questions.Complaints);
        return questions;
    }
}
