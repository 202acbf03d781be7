using Microsoft.Extensions.DependencyInjection.Extensions;
using Vesper;
using Vesper.Kit;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Ops;

var builder = WebApplication.CreateBuilder(SubCommands.Options(args));
builder.UseLanHttps(VesperOptions.From(builder.Configuration));
builder.AddVesper();
if (OpenApiShape.BeingWritten) builder.Services.RemoveAll<IHostedService>();

if (SubCommands.Asked(args)) builder.Logging.SetMinimumLevel(LogLevel.Warning); // it speaks for itself

var app = builder.Build();
if (SubCommands.Asked(args)) return await SubCommands.RunAsync(app, args);

app.AnnounceLan();
app.UseVesper();

if (!OpenApiShape.BeingWritten) await app.Services.GetRequiredService<SchemaUpgrader>().UpgradeAsync();
await app.RunAsync();
return 0;

sealed partial class Program;
