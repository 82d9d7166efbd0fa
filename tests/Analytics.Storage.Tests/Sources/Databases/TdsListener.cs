using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Analytics.Storage.Tests.Sources.Databases;

/// <summary>
/// As much of a SQL Server as one command needs: it takes the greeting and the sign-in unencrypted and answers every call with one row of
/// one whole number. What it was sent stands in <see cref="Requests"/>.
/// </summary>
internal sealed class TdsListener : IDisposable
{
    private const byte Answer = 4;

    /// <summary>The driver asks to end what is under way, and waits for word that it was.</summary>
    private const byte Attention = 6;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;
    private readonly int _value;

    public TdsListener(int value)
    {
        _value = value;
        _listener.Start();
        _serving = Task.Run(Serve);
    }

    public List<byte[]> Requests { get; } = [];

    public string ConnectionString => $"Server=127.0.0.1,{((IPEndPoint)_listener.LocalEndpoint).Port};User Id=reader;Password=any;Encrypt=Optional;Pooling=false;Connect Timeout=20";

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(5));
    }

    private void Serve()
    {
        try
        {
            using var client = _listener.AcceptTcpClient();
            using var stream = client.GetStream();
            while (Receive(stream) is { } message)
            {
                Requests.Add(message[1..]);
                Send(stream, message[0] switch { 0x12 => Greeting(), 0x10 => SignedIn(), Attention => Done(0xFD, 0x20), _ => OneRow() });
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // the client has gone, which is how it ends
        }
    }

    /// <summary>A whole message, led by its type; null at the end.</summary>
    private static byte[]? Receive(NetworkStream stream)
    {
        var message = new List<byte> { 0 };
        var header = new byte[8];
        do
        {
            if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) return null;
            message[0] = header[0];
            var body = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - header.Length];
            stream.ReadExactly(body);
            message.AddRange(body);
        }
        while ((header[1] & 1) == 0);
        return [.. message];
    }

    private static void Send(NetworkStream stream, byte[] body)
    {
        byte[] packet = [Answer, 1, 0, 0, 0, 0, 1, 0, .. body];
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        stream.Write(packet);
    }

    // options: version at 11, encryption at 17; the answer to encryption is "not supported"
    private static byte[] Greeting() => [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 16, 0, 0, 0, 0, 0, 2];

    private static byte[] SignedIn()
    {
        byte[] name = [.. Text("listener")];
        byte[] acknowledged = [1, 0x74, 0, 0, 4, .. name, 16, 0, 0, 0];
        byte[] collation = [0xE3, 8, 0, 7, 5, 0x09, 0x04, 0xD0, 0x00, 0x34, 0];
        return [.. collation, 0xAD, (byte)acknowledged.Length, 0, .. acknowledged, .. Done(0xFD, 0)];
    }

    private byte[] OneRow()
    {
        var value = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(value, _value);
        return [0x81, 1, 0, 0, 0, 0, 0, 1, 0, 0x26, 4, .. Text("value"), 0xD1, 4, .. value, .. Done(0xFF, 0x11), 0x79, 0, 0, 0, 0, .. Done(0xFE, 0)];
    }

    private static byte[] Done(byte token, byte status) => [token, status, 0, 0, 0, (byte)(status == 0 ? 0 : 1), 0, 0, 0, 0, 0, 0, 0];

    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.Unicode.GetBytes(text)];
}
