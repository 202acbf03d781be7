using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Vesper.Journals;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Teams;

/// <summary>One table's part of what is kept about a member: her rows, found by the columns of <see cref="DataKinds"/> that name her.</summary>
sealed class MyRows
{
    static readonly MethodInfo MineOf = typeof(MyRows).GetMethod(nameof(Mine), BindingFlags.NonPublic | BindingFlags.Static)!;

    const string Coaching = "coaching";

    readonly IQueryable<object> _rows;
    readonly IReadOnlyList<IProperty> _shown;

    MyRows(Db db, Me me, IEntityType entity, IReadOnlyList<IProperty> naming)
        : this(entity.GetTableName()!, entity, (IQueryable<object>)MineOf.MakeGenericMethod(entity.ClrType).Invoke(null, [db, me, entity, naming])!)
    {
    }

    MyRows(string table, IEntityType entity, IQueryable<object> rows)
    {
        (Table, _rows) = (table, rows);
        var only = DataKinds.Only.GetValueOrDefault(Table);
        _shown = [.. entity.GetProperties().Where(property => property.Name != nameof(IOwned.OrgId) && only?.Contains(property.GetColumnName()) is not false)];
    }

    public string Table { get; }

    public IEnumerable<string> Columns => _shown.Select(property => property.Name);

    /// <summary>The tables of a kind. Points have no table of their own: they stand in the visits.</summary>
    public static IEnumerable<MyRows> Of(DataKind kind, Db db, Me me) => kind.Key == Coaching ? [NotesOn(db, me)] :
        from column in kind.Columns
        let dot = column.IndexOf('.', StringComparison.Ordinal)
        group column[(dot + 1)..] by column[..dot] into table
        let entity = db.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table.Key)
        select new MyRows(db, me, entity, [.. entity.GetProperties().Where(property => table.Contains(property.GetColumnName()))]);

    /// <summary>What was said to her about her journals is about her, whoever wrote it: the one table where a row of somebody else's is hers to read.</summary>
    static MyRows NotesOn(Db db, Me me) => new("coaching_notes", db.Model.FindEntityType(typeof(JournalReply))!,
        db.JournalReplies.Of(me).Where(reply => db.Set<Journal>().Any(journal => journal.OrgId == reply.OrgId && journal.Id == reply.JournalId && journal.MemberId == me.Id)));

    public Task<int> CountAsync(CancellationToken stop) => _rows.CountAsync(stop);

    /// <summary>Row by row, so that years of work need no more memory than a day of it.</summary>
    public async IAsyncEnumerable<IReadOnlyList<object?>> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in _rows.AsAsyncEnumerable().WithCancellation(stop)) yield return [.. _shown.Select(property => property.GetGetter().GetClrValue(row))];
    }

    static IQueryable<T> Mine<T>(Db db, Me me, IEntityType entity, IReadOnlyList<IProperty> naming) where T : class
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression Is(IProperty property, string of) => Expression.Equal(
            Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name)),
            Expression.Convert(Expression.Property(Expression.Constant(me), of), property.ClrType));

        var mine = naming.Select(property => Is(property, nameof(Me.Id))).Aggregate(Expression.OrElse);
        if (entity.FindProperty(nameof(IOwned.OrgId)) is { } org) mine = Expression.AndAlso(Is(org, nameof(Me.OrgId)), mine);
        return db.Set<T>().Where(Expression.Lambda<Func<T, bool>>(mine, row));
    }
}
