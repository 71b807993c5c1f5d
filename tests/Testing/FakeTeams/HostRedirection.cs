using System.Security.Cryptography.X509Certificates;

namespace AccountNudge.Testing.Teams;

/// <summary>A way on which every request ends up at the same place, whichever host it was meant for; that one stands in the header <c>X-Asked-Host</c>.</summary>
internal sealed class HostRedirection : DelegatingHandler
{
    /// <summary>The header that tells whom a request was meant for.</summary>
    public const string AskedHost = "X-Asked-Host";

    private readonly Uri there;

    /// <param name="there">Where all ends up.</param>
    /// <param name="certificate">The only one that is trusted there.</param>
    public HostRedirection(Uri there, X509Certificate2? certificate = null)
        : base(new SocketsHttpHandler
        {
            SslOptions = new()
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown is X509Certificate2 other && other.Thumbprint == certificate?.Thumbprint,
            },
        }) => this.there = there;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add(AskedHost, request.RequestUri!.Authority);
        request.RequestUri = new Uri(there, request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
