using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Journals;
using Vesper.Kit;
using Vesper.Ops.Demo;
using Vesper.Teams;

namespace Vesper;

/// <summary>The kit and the rooms on it, in one place for the program, its tests and its benchmarks.</summary>
static class Rooms
{
    public static void AddVesper(this WebApplicationBuilder builder)
    {
        builder.AddKit();
        builder.Services.AddTeams();
        builder.Services.AddCustomers();
        builder.Services.AddField();
        builder.Services.AddEvenings();
        builder.Services.AddJournals();
        builder.Services.AddScoped<PlayHouse>().AddScoped<PlayActors>();
    }

    /// <summary>Maps everything and returns /api.</summary>
    public static IEndpointRouteBuilder UseVesper(this WebApplication app)
    {
        var api = app.UseKit();
        api.MapTeams();
        api.MapCustomersRoom();
        api.MapField();
        api.MapEvenings();
        api.MapJournals();
        api.MapPlays();
        return api;
    }
}
