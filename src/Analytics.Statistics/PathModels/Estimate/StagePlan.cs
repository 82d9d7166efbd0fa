using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>One run of the algorithm: constructs of adjoining variables and the links between them.</summary>
internal sealed class StagePlan
{
    public StagePlan(IReadOnlyList<Construct> constructs, IReadOnlyList<int> sizes, IReadOnlyList<StructuralPath> paths)
    {
        Constructs = constructs;
        Start = new int[constructs.Count + 1];
        for (var k = 0; k < constructs.Count; k++)
        {
            Start[k + 1] = Start[k] + sizes[k];
        }

        var index = constructs.Select((construct, k) => (construct.Name, k)).ToDictionary(c => c.Name, c => c.k);
        Predecessors = [.. constructs.Select(c => paths.Where(p => p.To == c.Name).Select(p => index[p.From]).ToArray())];
        Successors = [.. constructs.Select(c => paths.Where(p => p.From == c.Name).Select(p => index[p.To]).ToArray())];
        Order = [.. PathModelCheck.TopologicalOrder(constructs.Select(c => c.Name), paths)!.Select(name => index[name])];
        Modes = [.. constructs.Select(c => c.Mode)];
    }

    /// <summary>Constructs in the model's order.</summary>
    public IReadOnlyList<Construct> Constructs { get; }

    /// <summary>How the weights are found.</summary>
    public MeasurementMode[] Modes { get; }

    /// <summary>First variable of each construct; one more entry at the end.</summary>
    public int[] Start { get; }

    /// <summary>Who explains a construct.</summary>
    public int[][] Predecessors { get; }

    /// <summary>Whom a construct explains.</summary>
    public int[][] Successors { get; }

    /// <summary>Constructs so that each comes after its predecessors.</summary>
    public int[] Order { get; }

    /// <summary>Number of variables.</summary>
    public int Variables => Start[^1];

    /// <summary>Number of constructs.</summary>
    public int Count => Constructs.Count;
}
