using System.Net.Http.Headers;
using AccountNudge.Bot.Teams.Api;
using Microsoft.Rest;

namespace AccountNudge.Bot.Teams.Framework;

/// <summary>Lets <see cref="AccessTokens"/> speak for the library's clients.</summary>
internal sealed class ConnectorCredentials(AccessTokens tokens) : ServiceClientCredentials
{
    /// <summary>Puts our token on a request; none where none is sent.</summary>
    /// <exception cref="ConnectorException">None can be had now.</exception>
    public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Sign(request, refused: null, cancellationToken);
    }

    /// <summary>Puts another token in the place of the one that was refused.</summary>
    /// <exception cref="ConnectorException">None can be had now.</exception>
    public Task Renew(HttpRequestMessage request, CancellationToken cancellation) => Sign(request, request.Headers.Authorization?.Parameter, cancellation);

    private async Task Sign(HttpRequestMessage request, string? refused, CancellationToken cancellation)
    {
        var (token, failure) = await tokens.Get(refused, cancellation);
        if (failure is not null) throw new ConnectorException(failure);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }
}
