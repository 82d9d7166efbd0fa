namespace Analytics.Pipeline.Deliver.Robots;

/// <summary>A group robot.</summary>
/// <param name="Name">Name in the settings.</param>
/// <param name="Kind">Whose it is.</param>
/// <param name="Url">Address without the token.</param>
/// <param name="Token">WeChat's <c>key</c>, DingTalk's <c>access_token</c>.</param>
/// <param name="Signing">DingTalk's signing secret (<c>SEC…</c>); null where the robot asks for no signature.</param>
public sealed record RobotSettings(string Name, RobotKind Kind, Uri Url, Secret Token, Secret? Signing);
