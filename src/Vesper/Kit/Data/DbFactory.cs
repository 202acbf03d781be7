using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Vesper.Kit.Data;

/// <summary>Makes contexts: reading ones for handlers and jobs, a writing one for a lane.</summary>
sealed class DbFactory(DbEngine engine)
{
    readonly DbContextOptions<Db> _reading = Options(engine, null, QueryTrackingBehavior.NoTracking);

    public Db ForReading() => new(_reading, engine);

    /// <summary>Tracks changes and saves through the lane's own savepoints.</summary>
    public Db ForWriting(DbConnection connection, TimeProvider time)
    {
        var db = new Db(Options(engine, connection, QueryTrackingBehavior.TrackAll), engine) { WritesAt = time, Line = new(connection, engine) };
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    static DbContextOptions<Db> Options(DbEngine engine, DbConnection? connection, QueryTrackingBehavior tracking)
    {
        var options = new DbContextOptionsBuilder<Db>().UseQueryTrackingBehavior(tracking);
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
        engine.Use(options, connection);
        return options.Options;
    }
}
