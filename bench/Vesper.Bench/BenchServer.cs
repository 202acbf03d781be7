using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vesper.Kit;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Bench;

/// <summary>Vesper in this process on a folder of data, with one endpoint more: the floor, the same bytes from memory behind the same gate.</summary>
static class BenchServer
{
    public static async Task<WebApplication> StartAsync(string folder, IReadOnlyDictionary<string, byte[]> copies)
    {
        var builder = WebApplication.CreateBuilder(["--data", folder, "--urls", "http://127.0.0.1:0"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddVesper();
        var app = builder.Build();
        app.UseVesper().MapGet("/floor", () => TypedResults.Bytes(copies["/floor"], "application/json; charset=utf-8")).RequireMember();
        await app.Services.GetRequiredService<SchemaUpgrader>().UpgradeAsync();
        await app.StartAsync();
        return app;
    }
}
