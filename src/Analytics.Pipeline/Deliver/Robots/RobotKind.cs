namespace Analytics.Pipeline.Deliver.Robots;

/// <summary>Whose group robot a webhook belongs to.</summary>
public enum RobotKind
{
    /// <summary>企业微信 (Enterprise WeChat): the token is the address's <c>key</c>.</summary>
    WeChat,

    /// <summary>钉钉 (DingTalk): the token is the address's <c>access_token</c>, and each call is signed where a signing secret is given.</summary>
    DingTalk,
}
