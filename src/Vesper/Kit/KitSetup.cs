using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Http;
using Vesper.Kit.Jobs;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Kit.Notices.Push;

namespace Vesper.Kit;

/// <summary>What every room stands on.</summary>
static class KitSetup
{
    public static void AddKit(this WebApplicationBuilder builder)
    {
        var options = VesperOptions.From(builder.Configuration);
        var services = builder.Services;
        services.AddSingleton(options).AddSingleton(TimeProvider.System).AddSingleton<FileStore>();
        services.AddData(options).AddLive().AddJobs().AddNotices().AddAccess().AddHttp();
        builder.AddTelemetry();
    }

    static IServiceCollection AddData(this IServiceCollection services, VesperOptions options) => services
        .AddSingleton(_ =>
        {
            Directory.CreateDirectory(options.Data);
            return DbEngine.For(options.Database, options.Data);
        })
        .AddSingleton<DbFactory>().AddSingleton<SchemaUpgrader>().AddSingleton<Writer>().AddSingleton<Prepared>()
        .AddScoped(services => services.GetRequiredService<DbFactory>().ForReading());

    static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<LiveBell>().AddSingleton<Committed>().AddSingleton<EventLog>().AddSingleton<LiveHub>()
        .AddHostedService<LogReader>().AddHostedService<ConsumerLoop>();

    static IServiceCollection AddJobs(this IServiceCollection services) =>
        services.AddSingleton<JobLoop>().AddHostedService(services => services.GetRequiredService<JobLoop>());

    static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton(new NoticeOptions()).AddSingleton<Job, NoticesJob>().AddSingleton<PushKeys>().AddSingleton<PushPost>()
        .AddSingleton<PushSender>().AddHostedService(services => services.GetRequiredService<PushSender>());

    static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Rights>().AddSingleton<KeyRing>();
        services.AddDataProtection().SetApplicationName("vesper");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = services.GetRequiredService<KeyRing>()));
        return services;
    }

    static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        services.AddExceptionHandler<Problems>().AddSingleton<LateRequests>();
        services.AddOpenApi(OpenApiShape.Apply);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        return services;
    }

    /// <summary>The order a request passes: errors, headers, files, who she is, may she.</summary>
    public static IEndpointRouteBuilder UseKit(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = failed => failed.Exception is Refusal });
        app.UseStatusCodePages();
        app.UseSafeHeaders();
        app.UseWebFiles();
        app.UseRouting();
        app.UseMiddleware<SameOrigin>();
        app.UseAuthentication();
        app.UseMiddleware<Gate>();

        app.MapOpenApi().AllowAnyone();
        app.MapHealth();
        var api = app.MapGroup("/api");
        api.AddEndpointFilter(Validation.FilterAsync);
        api.AddEndpointFilter(app.Services.GetRequiredService<LateRequests>().FilterAsync);
        api.MapLive();
        api.MapNotices();
        api.MapNoticeSettings();
        api.MapJobs();
        return api;
    }
}
