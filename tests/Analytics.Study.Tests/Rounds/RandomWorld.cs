using Analytics.Core.Settings;
using static Analytics.Study.Tests.Rounds.StudyWorld;

namespace Analytics.Study.Tests.Rounds;

/// <summary>Small worlds with skewed labels, so that many cells are small: made from a seed.</summary>
internal static class RandomWorld
{
    private static readonly string[] Categories = ["K1", "K2", "K3"];
    private static readonly string[] Causes = ["A", "B", "C", "D", "E", "F", "G"];
    private static readonly string[] Regions = ["north", "south", "east", "west", "isle"];
    private static readonly string[] Channels = ["phone", "web", "shop"];
    private static readonly string[] Resolutions = ["refund", "repair", "apology"];
    private static readonly double[] Arpu = [10, 30, 60, 100, 150];

    public static StudyWorld Of(int seed)
    {
        var random = new Random(seed);
        var world = new StudyWorld
        {
            Settings = new StudySettings
            {
                MinimumCell = random.Next(2) == 0 ? 5 : 10,
                BootstrapResamples = 20,
                TrailingPeriods = 2,
                ParetoItems = random.Next(3, 8),
                Segments = [StudySettings.DefaultSegments[0], new SegmentDefinition("region"), new SegmentDefinition("channel")],
                HeatMaps = [("arpu", "region")],
                CauseBy = ["region", "channel", "arpu"],
            },
        };
        foreach (var week in new[] { 0, 1 })
        {
            var many = random.Next(5, 300);
            for (var i = 0; i < many; i++)
            {
                world.Complain(1, Day(week, random.Next(7)), Values(random));
            }
        }

        return world;
    }

    public static (string Column, object Value)[] Values(Random random)
    {
        var cause = Skewed(random, Causes);
        List<(string, object)> values =
        [
            ("cause", cause),
            ("category", random.Next(8) == 0 ? Skewed(random, Categories) : Categories[Array.IndexOf(Causes, cause) % Categories.Length]),
            ("region", Skewed(random, Regions)),
            ("channel", Skewed(random, Channels)),
            ("is_escalated", random.Next(6) == 0 ? "true" : "false"),
            ("resolution", Skewed(random, Resolutions)),
            ("arpu", Skewed(random, Arpu)),
            ("subscriber", $"{random.Next(50):00000000}abcdefabcdefabcdefabcdef"),
        ];
        values.RemoveAll(_ => random.Next(40) == 0);
        return [.. values];
    }

    private static T Skewed<T>(Random random, T[] values) => values[(int)(values.Length * Math.Pow(random.NextDouble(), 2.5))];
}
