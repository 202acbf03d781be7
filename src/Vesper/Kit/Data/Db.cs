using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Live;

namespace Vesper.Kit.Data;

/// <summary>
/// The database as the rooms see it. Rooms add their sets as extension properties beside their entities, so that the kit never names a room.
/// A context given to a handler reads only; one that may write is handed out by <see cref="Writer"/> alone.
/// </summary>
sealed class Db(DbContextOptions<Db> options, DbEngine engine) : DbContext(options)
{
    public DbEngine Engine => engine;

    /// <summary>The clock of the write under way; null in a context that only reads.</summary>
    internal TimeProvider? WritesAt { get; init; }

    /// <summary>The organisation of the write under way.</summary>
    internal Guid WritesFor { get; set; }

    /// <summary>Events of the write under way.</summary>
    internal List<EventRow> Told { get; } = [];

    /// <summary>The lane's own connection with its prepared statements; null in a context that only reads.</summary>
    internal PreparedLine? Line { get; init; }

    /// <summary>New rows that nobody tracks.</summary>
    internal List<object> Appended { get; } = [];

    /// <summary>A new row for the end of this write, as it is then. Nothing of it is found before that, and EF does not track it, which costs more than the row.</summary>
    public void Append(object row) => Appended.Add(row);

    /// <summary>Appends an event to the log, in the same transaction as the change it tells of.</summary>
    public void Tell(Topic topic, IEvent happened) => Tell(WritesFor, topic, happened);

    public void Tell(Guid orgId, Topic topic, IEvent happened)
    {
        var row = new EventRow
        {
            OrgId = orgId,
            Topic = topic.Name,
            Type = happened.Type,
            Payload = JsonSerializer.Serialize(happened, happened.GetType(), EventJson.Options),
            At = (WritesAt ?? throw NotForWriting()).GetUtcNow(),
        };
        Append(row);
        Told.Add(row);
    }

    /// <summary>Between two pieces of work in one write: what was done so far is found by queries, and nothing of it is remembered here.</summary>
    internal async Task SettleAsync()
    {
        await SaveChangesAsync();
        ChangeTracker.Clear();
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (WritesAt is null) throw NotForWriting();
        AddRange(Appended);
        Appended.Clear();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw NotForWriting();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => Conventions.Types(configuration, engine);

    protected override void OnModelCreating(ModelBuilder model)
    {
        Conventions.Keys(model);
        model.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        engine.Shape(model);
        Conventions.Names(model);
    }

    static InvalidOperationException NotForWriting() => new("Writes go through Writer.Run.");
}
