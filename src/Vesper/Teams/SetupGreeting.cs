using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;

namespace Vesper.Teams;

/// <summary>An empty server says on its console where it is set up.</summary>
sealed class SetupGreeting(IServer server, SetupDoor door, DbFactory databases, IHostApplicationLifetime life) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStarted.Register(() => _ = GreetAsync());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task GreetAsync()
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses is not { Count: > 0 } addresses) return;
        await using var db = databases.ForReading();
        if (await db.Organisations.AnyAsync()) return;
        foreach (var address in addresses)
            Console.WriteLine($"Set up Vesper 晚分享: {address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)}/setup?code={door.Code}");
    }
}
