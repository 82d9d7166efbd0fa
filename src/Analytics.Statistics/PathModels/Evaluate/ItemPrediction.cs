namespace Analytics.Statistics.PathModels.Evaluate;

/// <summary>How well an item of an explained construct is predicted for respondents the model has not seen.</summary>
/// <param name="Construct">Construct.</param>
/// <param name="Item">Item.</param>
/// <param name="Rmse">Root mean squared error of the model, in points of the item.</param>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="QSquare">1 − squared errors of the model ÷ squared errors of predicting the mean: above 0 the model helps.</param>
/// <param name="LinearRmse">Root mean squared error of a regression on all items of other constructs; null where they are collinear.</param>
/// <param name="LinearMae">Its mean absolute error.</param>
public sealed record ItemPrediction(string Construct, string Item, double Rmse, double Mae, double QSquare, double? LinearRmse, double? LinearMae);
