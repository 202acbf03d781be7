using Microsoft.AspNetCore.Identity;
using Vesper.Kit.Data;
using Vesper.Kit.Notices.Push;
using Vesper.Ops.Crm;
using Vesper.Ops.Demo;
using Vesper.Teams;

namespace Vesper.Ops;

/// <summary>The sub-commands of the binary. Without one it serves.</summary>
static class SubCommands
{
    const string Usage = """
        vesper [--urls http://127.0.0.1:5080] [--data DIR]       serve
        vesper demo [--seed N] [--customers N --members N --visits N] [--anew true] [--data DIR]
                                                                  fill an empty database with an invented organisation;
                                                                  anew: make it again, with today as its last day
        vesper import crm DIR [--organisation NAME] [--zone ZONE] [--data DIR]
                                                                  read a CRM export; twice changes nothing
        vesper import customers FILE --account ACCOUNT [--map FILE] [--to pool] [--data DIR]
                                                                  import a list (CSV, XLSX) in a member's name;
                                                                  the map: a line HEADING = field for each column
        vesper upgrade [--data DIR]                               bring the schema up to this version and end
        vesper nightly [--data DIR]                               do tonight's work now and report it
        vesper reset-password ACCOUNT [--data DIR]                print a one-time password for a member who cannot sign in
        vesper push-key CONTACT [--data DIR]                      make the key for Web Push; CONTACT (mailto:… or https://…) is told to push services
        vesper help                                               this text

        VESPER_DATABASE (a PostgreSQL connection string) takes the place of --data's SQLite file.
        """;

    public static bool Asked(string[] args) => args.Length > 0 && !args[0].StartsWith('-');

    /// <summary>What follows the command and its subjects. A folder like /srv/crm would be taken for an option of its own.</summary>
    public static string[] Options(string[] args) => Asked(args) ? [.. args.SkipWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal))] : args;

    /// <summary>0: done. 1: refused, nothing changed. 2: not understood.</summary>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        await using (app)
        {
            try
            {
                return args[0] switch
                {
                    "help" => await SayAsync(Console.Out, Usage, 0),
                    "upgrade" => await UpgradeAsync(app.Services),
                    "reset-password" => await ResetPasswordAsync(app.Services, args.ElementAtOrDefault(1)),
                    "nightly" => await NightlyAsync(app.Services),
                    "push-key" => await MakePushKeyAsync(app.Services, args.ElementAtOrDefault(1)),
                    "demo" => await DemoAsync(app),
                    "import" => await ImportAsync(app, args),
                    _ => throw new UsageError($"There is no command {args[0]}."),
                };
            }
            catch (UsageError error)
            {
                return await SayAsync(Console.Error, $"{error.Message}\n\n{Usage}", 2);
            }
            catch (SchemaRefused error)
            {
                return await SayAsync(Console.Error, error.Message, 1);
            }
        }
    }

    static async Task<int> UpgradeAsync(IServiceProvider services)
    {
        await services.GetRequiredService<SchemaUpgrader>().UpgradeAsync();
        return await SayAsync(Console.Out, "The schema is up to date.", 0);
    }

    static async Task<int> NightlyAsync(IServiceProvider services)
    {
        await services.GetRequiredService<SchemaUpgrader>().UpgradeAsync();
        return await ActivatorUtilities.CreateInstance<Nightly>(services).RunAsync(Console.Out);
    }

    static async Task<int> DemoAsync(WebApplication app)
    {
        var size = DemoSize.From(app.Configuration);
        await app.Services.GetRequiredService<SchemaUpgrader>().UpgradeAsync();
        var demo = ActivatorUtilities.CreateInstance<DemoCommand>(app.Services, new PasswordHasher<Account>());
        return await demo.RunAsync(size, Console.Out, app.Configuration["anew"] is "true");
    }

    static async Task<int> ResetPasswordAsync(IServiceProvider services, string? account)
    {
        if (string.IsNullOrWhiteSpace(account) || account.StartsWith('-')) throw new UsageError("Whose password? vesper reset-password ACCOUNT");
        await services.GetRequiredService<SchemaUpgrader>().UpgradeAsync();
        await using var scope = services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<ResetPassword>(scope.ServiceProvider).RunAsync(account, Console.Out);
    }

    static async Task<int> MakePushKeyAsync(IServiceProvider services, string? contact)
    {
        if (contact is null || !(contact.StartsWith("mailto:", StringComparison.Ordinal) || contact.StartsWith("https://", StringComparison.Ordinal)))
            throw new UsageError("Whom may push services write to? vesper push-key mailto:…");
        await services.GetRequiredService<SchemaUpgrader>().UpgradeAsync();
        var key = await services.GetRequiredService<PushKeys>().MakeAsync(contact);
        return await SayAsync(Console.Out, $"Web Push is on ({key.Contact}); it passes through the browser makers' servers, sealed. Public key: {key.Public}", 0);
    }

    static async Task<int> ImportAsync(WebApplication app, string[] args)
    {
        if (args is not [_, "crm" or "customers", { } folder, ..] || folder.StartsWith('-')) throw new UsageError("Import what? vesper import crm DIR, or vesper import customers FILE");
        await app.Services.GetRequiredService<SchemaUpgrader>().UpgradeAsync();
        using var scope = app.Services.CreateScope();
        if (args[1] is "customers") return await ActivatorUtilities.CreateInstance<ImportCustomers>(scope.ServiceProvider).RunAsync(Path.GetFullPath(folder), Console.Out);
        return await ActivatorUtilities.CreateInstance<CrmCommand>(scope.ServiceProvider).RunAsync(Path.GetFullPath(folder), Console.Out);
    }

    static async Task<int> SayAsync(TextWriter to, string text, int code)
    {
        await to.WriteLineAsync(text);
        return code;
    }
}

/// <summary>The command line cannot be understood; the message says what would be.</summary>
sealed class UsageError(string message) : Exception(message);
