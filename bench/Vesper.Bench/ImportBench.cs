using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Customers;
using Vesper.Customers.Imports;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Bench;

/// <summary>
/// Importing a list of 100,000 customers with a person each, from the file to the last commit, against the raw rows: the same customers, contacts and search rows, ready made,
/// inserted by prepared statements in transactions of the same size into the same schema with its indexes.
/// </summary>
static class ImportBench
{
    const int Rows = 100_000, Batch = 250;

    public static async Task RunAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var floor = await FloorAsync(Path.Combine(folder, "floor"));
        Console.WriteLine($"floor   {floor,8:N1} s for {Rows:N0} customers with contact and search row, ready made, {Batch} a transaction");
        var (took, made, longest) = await ImportAsync(Path.Combine(folder, "import"));
        Console.WriteLine($"import  {took,8:N1} s from the CSV to the last commit, {made:N0} made; longest write {longest:N0} ms");
        Console.WriteLine($"ratio   {took / floor,8:N2}  (budget ≤ 5)");
        SqliteConnection.ClearAllPools();
    }

    static async Task<double> FloorAsync(string folder)
    {
        var app = await BenchServer.StartAsync(folder, new Dictionary<string, byte[]>(StringComparer.Ordinal));
        await using var _ = app;
        var me = await SomebodyAsync(app.Services);
        var (writer, now) = (app.Services.GetRequiredService<Writer>(), TimeProvider.System.GetUtcNow());
        var import = Guid.CreateVersion7();
        var customers = Enumerable.Range(2, Rows).Select(n => new Customer
        {
            OrgId = me.OrgId, Id = CustomerImport.IdOf(import, n), OwnerId = me.Id, TeamId = me.TeamId, Name = Name(n), ShortName = Name(n), City = "杭州", Industry = "家具", CreatedAt = now, UpdatedAt = now,
        }).ToList();
        var contacts = customers.ConvertAll(customer => new Contact { OrgId = me.OrgId, Id = customer.Id, CustomerId = customer.Id, Name = "王莉", Title = "采购经理", Phone = "13800001234", Source = "导入 客户.csv" });
        var words = customers.ConvertAll(customer => new SearchRow { OrgId = me.OrgId, Kind = CustomerSearch.Kind, SubjectId = customer.Id, Words = CustomerSearch.Words(customer, [new("王莉", "")]) });
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rows; i += Batch)
        {
            var (from, to) = (i, Math.Min(Rows, i + Batch));
            await writer.Run(me.OrgId, async db =>
            {
                var bulk = new Bulk(db, db.Line!.Connection, db.Line.Transaction!);
                await bulk.InsertAsync(customers[from..to]);
                await bulk.InsertAsync(contacts[from..to]);
                await bulk.InsertAsync(words[from..to]);
            });
        }
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    static async Task<(double Seconds, int Made, double LongestWrite)> ImportAsync(string folder)
    {
        var app = await BenchServer.StartAsync(folder, new Dictionary<string, byte[]>(StringComparer.Ordinal));
        await using var _ = app;
        var (services, me) = (app.Services, await SomebodyAsync(app.Services));
        var list = new StringBuilder("公司名称,城市,行业,联系人,职务,手机\r\n");
        for (var n = 2; n < Rows + 2; n++) list.Append(Name(n)).Append(",杭州,家具,王莉,采购经理,138").Append(n.ToString("D8", System.Globalization.CultureInfo.InvariantCulture)).Append("\r\n");
        var bytes = Encoding.UTF8.GetBytes(list.ToString());

        var started = Stopwatch.GetTimestamp();
        var import = await services.GetRequiredService<ImportUpload>().KeepAsync(Guid.CreateVersion7(), me, "客户.csv", bytes, default);
        Console.WriteLine($"        {Stopwatch.GetElapsedTime(started).TotalSeconds,8:N1} s of it until the file is read and kept");
        var (writer, longest) = (services.GetRequiredService<Writer>(), TimeSpan.Zero);
        await writer.Run(me.OrgId, async db => (await db.CustomerImports.FirstAsync(one => one.Id == import.Id)).State = ImportState.Running);
        await services.GetRequiredService<ImportRun>().RunAsync(me.OrgId, import.Id, async batch =>
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await writer.Run(me.OrgId, batch);
            if (Stopwatch.GetElapsedTime(began) is var wrote && wrote > longest) longest = wrote;
            return answer;
        }, default);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await using var db = services.GetRequiredService<DbFactory>().ForReading();
        return (took, await db.Customers.CountAsync(), longest.TotalMilliseconds);
    }

    static string Name(int n) => $"杭州云顶{n}号家居有限公司";

    static async Task<Me> SomebodyAsync(IServiceProvider services)
    {
        var (org, unit, member, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        await services.GetRequiredService<Writer>().Run(org, db =>
        {
            db.Add(new Organisation { Id = org, Name = "测试", CreatedAt = now });
            db.Add(new Unit { OrgId = org, Id = unit, Kind = UnitKind.Team, Name = "一队" });
            db.Add(new Member { OrgId = org, Id = member, UnitId = unit, Name = "林", ShortName = "林", State = MemberState.Active, JoinedOn = new(2026, 1, 5) });
            db.Add(new Account { OrgId = org, Id = member, UserName = "lin", NormalizedUserName = "LIN", SecurityStamp = "x" });
            return Task.CompletedTask;
        });
        return (await services.GetRequiredService<Rights>().OfAsync(member, default))!;
    }
}
