using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AccountNudge.Scheduler.Tests;

/// <summary>A cable to a local server that can be pulled: to the server it looks as if the caller had died.</summary>
internal sealed class SeverableConnection : IAsyncDisposable
{
    private readonly int target;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> ends = [];
    private readonly Task accepting;
    private volatile bool isCut;

    public SeverableConnection(int target)
    {
        this.target = target;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Cut()
    {
        isCut = true;
        CloseAll();
    }

    public void Mend() => isCut = false;

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        CloseAll();
        await accepting;
    }

    private void CloseAll()
    {
        foreach (var end in ends)
        {
            end.Dispose();
        }
    }

    private async Task Accept()
    {
        var pumps = new List<Task>();
        try
        {
            while (true)
            {
                var caller = await listener.AcceptTcpClientAsync();
                ends.Add(caller);
                pumps.Add(isCut ? Task.Run(caller.Dispose) : Connect(caller));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(pumps);
        }
    }

    private async Task Connect(TcpClient caller)
    {
        var server = new TcpClient();
        ends.Add(server);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(caller.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(caller.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
        finally
        {
            caller.Dispose();
            server.Dispose();
        }
    }
}
