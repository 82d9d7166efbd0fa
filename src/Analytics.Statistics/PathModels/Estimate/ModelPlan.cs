using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// A model turned into stages. Dimensions of second-order constructs are scored in a stage where they stand for their construct; main
/// effects are scored before interactions are multiplied (Becker, Ringle and Sarstedt 2018); the last stage is the model itself.
/// </summary>
internal sealed class ModelPlan
{
    /// <exception cref="Core.AnalyticsException">AN7001: the definition has faults.</exception>
    public ModelPlan(PathModel model)
    {
        PathModelCheck.Require(model);
        Model = model;
        var measured = model.Constructs.Where(c => c.Kind == ConstructKind.Items).ToList();
        Items = [.. measured.SelectMany(c => c.Indicators)];
        var dimensions = model.Constructs.Where(c => c.Kind == ConstructKind.SecondOrder).SelectMany(c => c.Indicators).ToHashSet();
        var interactions = model.Constructs.Where(c => c.Kind == ConstructKind.Interaction).ToList();
        var mainPaths = model.Paths.Where(p => interactions.All(i => i.Name != p.From)).ToList();
        if (dimensions.Count > 0)
        {
            DimensionStage = new StagePlan(measured, [.. measured.Select(c => c.Indicators.Count)], Spread(model, mainPaths));
        }

        var main = model.Constructs.Where(c => c.Kind != ConstructKind.Interaction && !dimensions.Contains(c.Name)).ToList();
        if (interactions.Count > 0)
        {
            MainStage = new StagePlan(main, [.. main.Select(c => c.Indicators.Count)], mainPaths);
        }

        List<Construct> all = [.. main, .. interactions];
        Final = new StagePlan(all, [.. all.Select(c => c.Kind == ConstructKind.Interaction ? 1 : c.Indicators.Count)], model.Paths);
        Variables = [.. all.SelectMany(c => VariablesOf(c, interactions))];
        Interactions = [.. interactions.Select(i => (Position(main, i.Indicators[0]), Position(main, i.Indicators[1])))];
    }

    /// <summary>The definition.</summary>
    public PathModel Model { get; }

    /// <summary>All items, those of a construct adjoining.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The stage in which dimensions are scored; null without second-order constructs. Its variables are <see cref="Items"/>.</summary>
    public StagePlan? DimensionStage { get; }

    /// <summary>The stage without interactions; null where there are none. Its variables are the first of <see cref="Variables"/>.</summary>
    public StagePlan? MainStage { get; }

    /// <summary>The last stage.</summary>
    public StagePlan Final { get; }

    /// <summary>Variables of the last stage.</summary>
    public IReadOnlyList<StageVariable> Variables { get; }

    /// <summary>Predictor and moderator of each interaction, as constructs of the main stage.</summary>
    public IReadOnlyList<(int Predictor, int Moderator)> Interactions { get; }

    /// <summary>Number of the interaction a construct of the last stage is, or −1.</summary>
    public int InteractionOf(int construct) => Variables[Final.Start[construct]].Product;

    // A second-order construct gives its paths to each of its dimensions.
    private static List<StructuralPath> Spread(PathModel model, List<StructuralPath> paths)
    {
        var parts = model.Constructs.ToDictionary(c => c.Name, c => c.Kind == ConstructKind.SecondOrder ? c.Indicators : [c.Name]);
        return [.. paths.SelectMany(p => parts[p.From].SelectMany(from => parts[p.To].Select(to => new StructuralPath(from, to))))];
    }

    private static int Position(List<Construct> constructs, string name) => constructs.FindIndex(c => c.Name == name);

    private IEnumerable<StageVariable> VariablesOf(Construct construct, List<Construct> interactions) => construct.Kind switch
    {
        ConstructKind.Items => construct.Indicators.Select(item => new StageVariable(item, ItemNumber(item), -1, -1)),
        ConstructKind.SecondOrder => construct.Indicators.Select(name => new StageVariable(name, -1, DimensionNumber(name), -1)),
        _ => [new StageVariable(construct.Name, -1, -1, interactions.IndexOf(construct))],
    };

    private int ItemNumber(string item) => Items.Select((name, i) => (name, i)).First(x => x.name == item).i;

    private int DimensionNumber(string name) => DimensionStage!.Constructs.Select((c, k) => (c.Name, k)).First(c => c.Name == name).k;
}
