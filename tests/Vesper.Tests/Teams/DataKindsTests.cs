using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Vesper.Field;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

/// <summary>A new column that names a member cannot be forgotten: it stands in <see cref="DataKinds"/>, or here among the ids that name something else.</summary>
public sealed class DataKindsTests
{
    /// <summary>Ids of things, in whatever table. A member never hides behind one of these names.</summary>
    static readonly string[] Things =
    [
        "id", "org_id", "unit_id", "parent_id", "team_id", "customer_id", "contact_id", "deal_id", "visit_id", "evening_id", "case_id", "story_id", "item_id", "current_item_id", "origin_id",
        "subject_id", "commitment_id", "held_by", "file_id", "thumb_id", "block_customer_id", "photo_id", "photo_ids", "place_customer_id", "mission_id", "journal_id", "template_id", "call_id", "handover_id", "inventory_id", "rep_visit_id", "companion_visit_id",
        "offer_id", "signed_offer_id", "raiser_team_id", "raisers_customer_id",
    ];

    [Fact]
    public async Task Every_column_that_names_a_member_is_told_to_her()
    {
        await using var database = await EmptyDatabase.OnAsync(Engine.Sqlite);
        using var db = database.Db();
        var told = DataKinds.All.SelectMany(kind => kind.Columns.Concat(kind.Mentions)).ToHashSet(StringComparer.Ordinal);

        Untold(db.Model, told).ShouldBeEmpty("name it in src/Vesper/Teams/DataKinds.cs, or in this test if it names no member");
        Untold(db.Model, [.. told.Where(column => column != "calls.member_id")]).ShouldBe(["calls.member_id"]);
    }

    [Fact]
    public async Task Nothing_is_told_that_is_not_there()
    {
        await using var database = await EmptyDatabase.OnAsync(Engine.Sqlite);
        using var db = database.Db();
        var columns = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}")).ToHashSet(StringComparer.Ordinal);

        DataKinds.All.SelectMany(kind => kind.Columns.Concat(kind.Mentions)).ShouldBeSubsetOf(Naming(db.Model).Select(found => found.Name));
        DataKinds.Only.SelectMany(only => only.Value.Select(column => $"{only.Key}.{column}")).ShouldBeSubsetOf(columns);
    }

    [Fact]
    public void Relief_is_never_exported() =>
        DataKinds.All.Where(kind => kind.Key == "relief" || kind.Columns.Any(column => column.StartsWith("relief_", StringComparison.Ordinal))).ShouldAllBe(kind => kind.LeftOut);

    [Fact]
    public void Days_are_those_that_the_options_promise() =>
        DataKinds.All.Single(kind => kind.Key == "points").Days.ShouldBe(new LocationOptions().DeleteWithinDays);

    static IEnumerable<string> Untold(IModel model, HashSet<string> told) =>
        Naming(model).Where(found => !Things.Contains(found.Column) && !told.Contains(found.Name)).Select(found => found.Name);

    /// <summary>Every column that holds an id, or several.</summary>
    static IEnumerable<(string Column, string Name)> Naming(IModel model) =>
        from entity in model.GetEntityTypes()
        from property in entity.GetProperties()
        where property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?) || typeof(IEnumerable<Guid>).IsAssignableFrom(property.ClrType)
        select (property.GetColumnName(), $"{entity.GetTableName()}.{property.GetColumnName()}");
}
