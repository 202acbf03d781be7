using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Teams.Settings;

/// <summary>
/// A number of a room's options that an organisation may set for itself within a range; default and source letter are those of the options. A room registers it as a
/// singleton and asks it for the value; the settings page shows whatever is registered.
/// </summary>
sealed record Adjustable(string Name, int Default, Source Letter, int Least, int Most)
{
    public static Adjustable Of<TOptions>(string name, TOptions options, string property, int least, int most) where TOptions : class
    {
        var number = typeof(TOptions).GetProperty(property) ?? throw new ArgumentException($"{typeof(TOptions).Name} has no {property}.", nameof(property));
        var letter = number.GetCustomAttribute<FromAttribute>()?.Letter ?? throw new ArgumentException($"{property} does not say where it comes from.", nameof(property));
        var usual = (int)number.GetValue(options)!;
        return usual >= least && usual <= most ? new(name, usual, letter, least, most) : throw new ArgumentException($"The default of {property} lies outside its range.", nameof(property));
    }

    /// <summary>What holds for her organisation.</summary>
    public async Task<int> OfAsync(Db db, Me me, CancellationToken stop = default) =>
        await db.Set<Setting>().Where(setting => setting.OrgId == me.OrgId && setting.Name == Name).Select(setting => (int?)setting.Value).FirstOrDefaultAsync(stop) is { } set ? Within(set) : Default;

    /// <summary>A range may have become narrower since it was set.</summary>
    public int Within(int value) => Math.Clamp(value, Least, Most);
}
