using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Customers;
using Vesper.Kit;
using Vesper.Kit.Data;
using Vesper.Ops.Crm;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Ops;

/// <summary>A small CRM export in a folder of its own, and the command that reads it.</summary>
sealed class Export : IDisposable
{
    public const string Header = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value";

    readonly string _root = Directory.CreateTempSubdirectory("vesper-crm-").FullName;

    public Export()
    {
        Directory.CreateDirectory(Folder);
        Write("products.csv", "product,series,sales_price\nGTX Basic,GTX,550\nGTX Pro,GTX,4821\n");
        Write("sales_teams.csv", "sales_agent,manager,regional_office\nMoses Frase,Dustin Brinkmann,Central\nDarcel Schlecht,Melvin Marxen,Central\nHayden Neloms,Celia Rouche,West\n");
        Write("accounts.csv", "account,sector,year_established,revenue,employees,office_location,subsidiary_of\nCancity,retail,2001,718.62,2448,United States,\nIsdom,technolgy,2002,3178.24,4540,Philipines,\n");
        Pipeline(
            "A1,Moses Frase,GTX Basic,Cancity,Won,2016-10-20,2017-03-01,1054",
            "A2,Darcel Schlecht,GTXPro,Isdom,Won,2016-10-25,2017-03-11,4514",
            "A3,Moses Frase,GTX Basic,Cancity,Lost,2016-10-25,2017-03-07,0",
            "A4,Darcel Schlecht,GTX Pro,Cancity,Engaging,2017-02-01,,",
            "A5,Hayden Neloms,GTX Basic,,Prospecting,,,");
    }

    public string Organisation { get; } = $"C{Guid.CreateVersion7():N}"[..20];

    public Guid OrgId => new CrmIds(Organisation).Organisation;

    public string Folder => Path.Combine(_root, "export");

    public string Data => Path.Combine(_root, "data");

    public string Report => File.ReadAllText(Path.Combine(Data, "import-report.md"));

    public void Pipeline(params IEnumerable<string> lines) => Write("sales_pipeline.csv", $"{Header}\n{string.Join('\n', lines)}\n");

    public void Write(string file, string text, Encoding? encoding = null) => Write(file, [.. (encoding ?? new UTF8Encoding(false)).GetPreamble(), .. (encoding ?? Encoding.UTF8).GetBytes(text)]);

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, file), bytes);

    public async Task<(int Code, string Said)> Import(Server server, string? folder = null)
    {
        using var scope = server.Services.CreateScope();
        Directory.CreateDirectory(Data);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("organisation", Organisation)]).Build();
        var command = new CrmCommand(server.Writer, scope.ServiceProvider.GetRequiredService<Enrolment>(), new(), server.Clock, new VesperOptions { Data = Data }, settings);
        var said = new StringWriter();
        return (await command.RunAsync(folder ?? Folder, said), said.ToString());
    }

    /// <summary>Everything of the organisation as one text.</summary>
    public async Task<string> Rows(Server server)
    {
        await using var db = server.Db();
        return System.Text.Json.JsonSerializer.Serialize(new object[]
        {
            await db.Units.Of(OrgId).OrderBy(unit => unit.Id).ToListAsync(), await db.Members.Of(OrgId).OrderBy(member => member.Id).ToListAsync(),
            await db.Customers.Of(OrgId).OrderBy(customer => customer.Id).ToListAsync(), await db.Deals.Of(OrgId).OrderBy(deal => deal.Id).ToListAsync(),
        });
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
