using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Vesper.Kit;

/// <summary>Logs as JSON lines where nobody watches; traces and metrics by OTLP when OTEL_EXPORTER_OTLP_ENDPOINT is set, from the sources .NET has built in.</summary>
static class Telemetry
{
    public static readonly ActivitySource Source = new("Vesper");

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (Console.IsOutputRedirected) builder.Logging.ClearProviders().AddJsonConsole(json => json.UseUtcTimestamp = true);
        // That the key ring lies unencrypted in our own database is decided (SECURITY.md), not news at every start.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;

        var resource = ResourceBuilder.CreateDefault().AddService("vesper");
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(Source.Name, "Microsoft.AspNetCore", "Npgsql").AddOtlpExporter().Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql").AddOtlpExporter().Build());
        builder.Services.AddHostedService<TelemetryStart>();
    }

    /// <summary>Providers work once they exist, so somebody has to ask for them.</summary>
    sealed class TelemetryStart(TracerProvider traces, MeterProvider metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult((traces, metrics));

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush(2000);
            metrics.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
