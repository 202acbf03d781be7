using System.Text.RegularExpressions;

namespace Vesper.Tests.House;

/// <summary>Program → rooms → Kit; a room changes only its own tables; what is said in Relief stays there. See docs/architecture.md.</summary>
public sealed partial class DirectionTests
{
    static readonly string[] Rooms =
        ["Teams", "Field", "Customers", "Journals", "Evenings", "Relief", "Standing", "Support", "Library", "People", "Insight", "Connect"];

    [Fact]
    public void Kit_names_no_room() => KitThatNamesARoom(Sources.Product).ShouldBeEmpty();

    [Fact]
    public void A_room_changes_only_its_own_tables() => ForeignWrites(Sources.Product).ShouldBeEmpty();

    [Fact]
    public void Relief_is_named_by_evenings_only() => Eavesdroppers(Sources.Product).ShouldBeEmpty();

    [Fact]
    public void Rooms_are_known_by_their_tables() => Owners(Sources.Product).Values.Distinct().Count().ShouldBeGreaterThan(2);

    [Theory]
    [InlineData("using Vesper.Field;")]
    [InlineData("var day = Vesper.Evenings.Day.Of(now);")]
    [InlineData("using static Vesper.Customers.Grading;")]
    public void A_kit_that_names_a_room_is_found(string line) =>
        KitThatNamesARoom([new("src/Vesper/Kit/Data/Db.cs", $"namespace Vesper.Kit.Data;\n{line}")]).ShouldBe(["src/Vesper/Kit/Data/Db.cs:2"]);

    [Theory]
    [InlineData("db.Add(new Customer(id));")]
    [InlineData("db.Set<Customer>().Add(customer);")]
    [InlineData("db.AddRange([new Customer(a)]);")]
    [InlineData("db.Customers.Remove(customer);")]
    [InlineData("await db.Customers.Where(c => c.Id == id).ExecuteUpdateAsync(set);")]
    [InlineData("await db.Set<Customer>()\n    .Where(c => c.Stale)\n    .ExecuteDeleteAsync();")]
    [InlineData("await connection.ExecuteAsync(\"update customers set stage = 1\");")]
    public void A_foreign_write_is_found(string code)
    {
        Source table = new("src/Vesper/Customers/Customer.cs", Table);
        ForeignWrites([table, new("src/Vesper/Evenings/Session.cs", code)]).ShouldHaveSingleItem().ShouldStartWith("src/Vesper/Evenings/Session.cs: Customer");
        ForeignWrites([table, new("src/Vesper/Customers/Handover.cs", code)]).ShouldBeEmpty();
        ForeignWrites([table, new("src/Vesper/Ops/Demo.cs", code)]).ShouldBeEmpty();
    }

    [Fact]
    public void Reading_another_rooms_table_is_allowed() =>
        ForeignWrites([new("src/Vesper/Customers/Customer.cs", Table), new("src/Vesper/Evenings/Day.cs", "return db.Set<Customer>().Where(c => c.Won).ToListAsync(); }\n db.Add(new Card());")]).ShouldBeEmpty();

    [Fact]
    public void A_room_that_listens_in_on_relief_is_found() =>
        Eavesdroppers([new("src/Vesper/Insight/Mood.cs", "using Vesper.Relief;"), new("src/Vesper/Evenings/Room.cs", "using Vesper.Relief;"), new("src/Vesper/Relief/Card.cs", "namespace Vesper.Relief;")])
            .ShouldBe(["src/Vesper/Insight/Mood.cs:1"]);

    const string Table = "sealed class CustomerTable : IEntityTypeConfiguration<Customer> { void Configure(EntityTypeBuilder<Customer> customer) => customer.ToTable(\"customers\"); }";

    static IEnumerable<string> KitThatNamesARoom(IEnumerable<Source> files) => Lines(files.Where(file => file.Under("src/Vesper/Kit/")), NamesARoom());

    static IEnumerable<string> Eavesdroppers(IEnumerable<Source> files) => Lines(
        files.Where(file => !file.Under("src/Vesper/Relief/") && !file.Under("src/Vesper/Evenings/") && file.Path != "src/Vesper/Program.cs"), NamesRelief());

    static IEnumerable<string> Lines(IEnumerable<Source> files, Regex words) =>
        from file in files from line in file.Lines where words.IsMatch(line.Text) select file.At(line.Number);

    /// <summary>Ops works on whole databases (demo, import, restore), so it may write everywhere but in Relief.</summary>
    static IEnumerable<string> ForeignWrites(IEnumerable<Source> files)
    {
        var all = files.ToList();
        var owners = Owners(all);
        return from file in all
               let room = RoomOf(file.Path)
               where room is not null
               from table in owners
               where table.Value != room && Writes(table.Key.Entity, table.Key.Table).IsMatch(file.Text)
               select $"{file.Path}: {table.Key.Entity} belongs to {table.Value}";
    }

    /// <summary>The room that maps a table owns it.</summary>
    static Dictionary<(string Entity, string Table), string> Owners(IEnumerable<Source> files) =>
        (from file in files
         let room = RoomOf(file.Path)
         where room is not null
         let tables = ToTable().Matches(file.Text)
         from mapped in Mapped().Matches(file.Text).Select((match, index) => (Entity: match.Groups[1].Value, Table: index < tables.Count ? tables[index].Groups[1].Value : match.Groups[1].Value))
         select (mapped, room)).DistinctBy(pair => pair.mapped).ToDictionary(pair => pair.mapped, pair => pair.room);

    static string? RoomOf(string path) => Rooms.FirstOrDefault(room => path.StartsWith($"src/Vesper/{room}/", StringComparison.Ordinal));

    static Regex Writes(string entity, string table) => new(
        $@"\.(?:Add|AddRange|Update|UpdateRange|Remove|RemoveRange|Attach)\(\s*\[?\s*new\s+{entity}\b" +
        $@"|\.(?:Set<{entity}>\(\)|{entity}s)\s*\.(?:Add|AddRange|AddAsync|Update|UpdateRange|Remove|RemoveRange|Attach)\(" +
        $@"|\.(?:Set<{entity}>\(\)|{entity}s\b)[^;]*\.Execute(?:Update|Delete)" +
        $@"|""\s*(?:insert\s+into|update|delete\s+from)\s+{table}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));

    [GeneratedRegex(@"^(?!\s*///?).*\bVesper\.(?:Teams|Field|Customers|Journals|Evenings|Relief|Standing|Support|Library|People|Insight|Connect)\b")]
    private static partial Regex NamesARoom();

    [GeneratedRegex(@"\bVesper\.Relief\b")]
    private static partial Regex NamesRelief();

    [GeneratedRegex(@"IEntityTypeConfiguration<(\w+)>")]
    private static partial Regex Mapped();

    [GeneratedRegex(@"\.ToTable\(""(\w+)""")]
    private static partial Regex ToTable();
}
