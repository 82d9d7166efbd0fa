using Analytics.Statistics.Clusters;

namespace Analytics.Statistics.Tests.Clusters;

public sealed class KMeansTests
{
    [Fact]
    public void Fit_Iris_FindsThePublishedOptimum()
    {
        // R 4.2: k <- kmeans(iris[, 1:4], 3, nstart = 50); k$tot.withinss; k$size; k$centers
        var result = KMeans.Fit(Iris.Measurements, 3, seed: 1, standardise: false);
        result.Inertia.ShouldBe(78.8514414261, 1e-9);
        result.Weights.ShouldBe([62, 50, 38]);
        double[][] centres =
        [
            [5.90161290322581, 2.74838709677419, 4.39354838709678, 1.43387096774194],
            [5.006, 3.428, 1.462, 0.246],
            [6.85, 3.07368421052632, 5.74210526315789, 2.07105263157895],
        ];
        for (var c = 0; c < 3; c++)
        {
            for (var k = 0; k < 4; k++)
            {
                result.Centres[c][k].ShouldBe(centres[c][k], 1e-12);
            }
        }
    }

    [Fact]
    public void Fit_IrisStandardised_FindsTheOptimumInR()
    {
        // R 4.2: sd0 <- function(x) sqrt(mean((x - mean(x))^2)); kmeans(sweep(iris[, 1:4], 2, sapply(iris[, 1:4], sd0), "/"), 3, nstart = 50)
        var result = KMeans.Fit(Iris.Measurements, 3, seed: 1);
        result.Inertia.ShouldBe(139.82049636, 1e-7);
        result.Weights.ShouldBe([53, 50, 47]);
    }

    [Fact]
    public void Fit_SameSeed_GivesTheSameClusters()
    {
        var first = KMeans.Fit(Iris.Measurements, 4, seed: 8);
        var second = KMeans.Fit(Iris.Measurements, 4, seed: 8);
        second.Assignment.ShouldBe(first.Assignment);
        second.Inertia.ShouldBe(first.Inertia);
    }

    [Fact]
    public void Fit_WeightedPoints_EqualRepeatedPoints()
    {
        double[][] points = [[0, 0], [1, 0], [0, 1], [9, 9], [10, 9], [20, 0], [21, 1]];
        double[] weights = [5, 1, 2, 7, 1, 3, 3];
        var repeated = points.SelectMany((point, i) => Enumerable.Repeat(point, (int)weights[i])).ToArray();
        var weighted = KMeans.Fit(points, 3, seed: 2, weights);
        var plain = KMeans.Fit(repeated, 3, seed: 2);
        weighted.Inertia.ShouldBe(plain.Inertia, 1e-9);
        weighted.Weights.ShouldBe(plain.Weights);
        weighted.Assignment.ShouldBe([0, 0, 0, 1, 1, 2, 2]);
    }

    [Fact]
    public void Fit_AsManyClustersAsPoints_LeavesNoDistance() =>
        KMeans.Fit([[1], [2], [4], [4]], 3, seed: 1).Inertia.ShouldBe(0, 1e-20);

    [Fact]
    public void Fit_ImpossibleInput_IsRefused()
    {
        Should.Throw<ArgumentException>(() => KMeans.Fit([], 1, 1));
        Should.Throw<ArgumentException>(() => KMeans.Fit([[1], [1]], 2, 1));
        Should.Throw<ArgumentException>(() => KMeans.Fit([[1], [1, 2]], 1, 1));
        Should.Throw<ArgumentException>(() => KMeans.Fit([[double.NaN]], 1, 1));
        Should.Throw<ArgumentException>(() => KMeans.Fit([[1]], 1, 1, [0]));
        Should.Throw<ArgumentOutOfRangeException>(() => KMeans.Fit([[1]], 0, 1));
    }
}
