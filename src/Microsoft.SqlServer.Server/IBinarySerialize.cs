namespace Microsoft.SqlServer.Server;

/// <summary>Serialises a user-defined type or aggregate whose <see cref="Format"/> is <see cref="Format.UserDefined"/>.</summary>
public interface IBinarySerialize
{
    /// <summary>Makes the value of its bytes.</summary>
    /// <param name="r">Where the bytes come from.</param>
    void Read(BinaryReader r);

    /// <summary>Writes the value as bytes.</summary>
    /// <param name="w">Where the bytes go.</param>
    void Write(BinaryWriter w);
}
