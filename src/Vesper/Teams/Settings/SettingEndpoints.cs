using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Teams.Settings;

/// <summary>The numbers an organisation may change: everybody may know them and where they come from, an administrator sets them.</summary>
static class SettingEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        var settings = api.MapGroup("/settings").WithTags("Teams").ProducesProblem(409);
        settings.MapGet("/", ListSettings).WithName("listSettings").RequireMember();
        settings.MapPut("/{name}", PutSetting).WithName("putSetting").RequireAdminOr(Role.Admin).WithSummary("Sets a number within its range; null: the default holds again.");
    }

    static async Task<Ok<List<SettingView>>> ListSettings(Me me, Db db, IEnumerable<Adjustable> numbers, CancellationToken stop)
    {
        var set = await db.Set<Setting>().Where(setting => setting.OrgId == me.OrgId).ToDictionaryAsync(setting => setting.Name, setting => setting.Value, stop);
        return TypedResults.Ok(numbers.Select(number => SettingView.Of(number, set.TryGetValue(number.Name, out var value) ? value : null)).ToList());
    }

    static Task<Results<Ok<SettingView>, NotFound>> PutSetting(string name, NewSetting input, Me me, Writer writer, IEnumerable<Adjustable> numbers, TimeProvider time) =>
        writer.Run<Results<Ok<SettingView>, NotFound>>(me.OrgId, async db =>
        {
            if (numbers.FirstOrDefault(number => number.Name == name) is not { } number) return TypedResults.NotFound();
            if (input.Value is { } asked && asked != number.Within(asked)) throw new Refusal("setting.range", $"From {number.Least} to {number.Most}.");

            var setting = await db.Set<Setting>().FirstOrDefaultAsync(one => one.OrgId == me.OrgId && one.Name == name);
            if (input.Value is not { } value)
            {
                if (setting is not null) db.Remove(setting);
            }
            else
            {
                if (setting is null) db.Add(setting = new() { OrgId = me.OrgId, Name = name });
                (setting.Value, setting.SetAt) = (value, time.GetUtcNow());
            }
            db.Tell(Topic.Organisation, new SettingChanged(name));
            return TypedResults.Ok(SettingView.Of(number, input.Value));
        });
}

sealed record NewSetting(int? Value = null);

/// <summary>Changed: the organisation set it itself. Letter: where the default comes from — S the method, R research, L law, D our own.</summary>
sealed record SettingView(string Name, int Value, int Default, bool Changed, int Least, int Most, Source Letter)
{
    public static SettingView Of(Adjustable number, int? set) =>
        new(number.Name, set is { } value ? number.Within(value) : number.Default, number.Default, set is not null, number.Least, number.Most, number.Letter);
}

/// <summary>A number is another from now on.</summary>
sealed record SettingChanged(string Name) : IEvent
{
    public string Type => "setting.changed";
}
