using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Tests.Support;

/// <summary>Vesper itself, in this process, on a database of its own.</summary>
sealed class Server : WebApplicationFactory<Program>
{
    readonly EmptyDatabase _database;
    readonly (string Key, string Value)[] _settings;

    Server(EmptyDatabase database, (string Key, string Value)[] settings) => (_database, _settings) = (database, settings);

    public SetClock Clock { get; } = new();

    public Writer Writer => Services.GetRequiredService<Writer>();

    public static async Task<Server> StartAsync(Engine engine, params (string Key, string Value)[] settings)
    {
        var server = new Server(await EmptyDatabase.OnAsync(engine), settings);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server._database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _ = server.Services; // starts it
        return server;
    }

    /// <summary>A member with her rights, for what is asked without HTTP.</summary>
    public Task<Me?> MeAsync(Person person) => Services.GetRequiredService<Rights>().OfAsync(person.Id, default);

    public Db Db() => Services.GetRequiredService<DbFactory>().ForReading();

    public string Hash(Account account, string password)
    {
        using var scope = Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, password);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", _database.Folder).UseSetting("database", _database.ConnectionString ?? "");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1); // tests sign in a thousand times
        });
    }
}

/// <summary>The real clock, moved by what a test says.</summary>
sealed class SetClock : TimeProvider
{
    TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public void Set(DateTimeOffset now) => _ahead = now - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
