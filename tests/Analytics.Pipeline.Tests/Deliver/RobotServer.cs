using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Analytics.Pipeline.Tests.Deliver;

/// <summary>A robot on loopback: keeps what it is sent and answers as it is told.</summary>
public sealed class RobotServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _reply;
    private readonly int _status;

    public RobotServer(string reply, int status = 200)
    {
        (_reply, _status) = (reply, status);
        Address = new Uri($"http://localhost:{FreePort()}/robot/send");
        _listener.Prefixes.Add(Address.GetLeftPart(UriPartial.Authority) + "/");
        _listener.Start();
        _ = Task.Run(Serve);
    }

    public Uri Address { get; }

    /// <summary>Query and body of every call.</summary>
    public List<(string Query, string Body)> Calls { get; } = [];

    /// <summary>Answer to the first call, where it differs.</summary>
    public string? First { get; init; }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                var call = _listener.GetContext();
                using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
                Calls.Add((call.Request.Url!.Query, reader.ReadToEnd()));
                var answer = Encoding.UTF8.GetBytes(Calls.Count == 1 && First is not null ? First : _reply);
                call.Response.StatusCode = _status;
                call.Response.OutputStream.Write(answer);
                call.Response.Close();
            }
            catch (HttpListenerException)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }
}
