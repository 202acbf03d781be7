using System.Globalization;
using Vesper.Customers;

namespace Vesper.Ops.Crm;

/// <summary>
/// A folder of a CRM export, read whole and checked before anything is written: agents, accounts and opportunities that make sense, and a note for
/// every line that was repaired, kept with a gap, or cannot be used.
/// </summary>
sealed class CrmExport
{
    const string Pipeline = "sales_pipeline.csv", AccountFile = "accounts.csv", TeamFile = "sales_teams.csv", ProductFile = "products.csv";

    public static readonly IReadOnlyList<string> Files = [Pipeline, AccountFile, TeamFile, ProductFile];

    readonly Dictionary<string, CrmAgent> _agents = [];
    readonly Dictionary<string, CrmAccount> _accounts = [];
    readonly Dictionary<string, long> _prices = [];
    readonly Dictionary<string, CrmOpportunity> _opportunities = [];
    readonly List<ImportNote> _notes = [];

    public IReadOnlyCollection<CrmAgent> Agents => _agents.Values;
    public IReadOnlyCollection<CrmAccount> Accounts => _accounts.Values;
    public IReadOnlyCollection<CrmOpportunity> Opportunities => _opportunities.Values;
    public IReadOnlyList<ImportNote> Notes => _notes;

    /// <summary>Lines in the pipeline file, usable or not.</summary>
    public int Lines { get; private set; }

    /// <exception cref="ImportRefused">The folder or a file is not what it should be.</exception>
    public static CrmExport Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new ImportRefused($"There is no folder {folder}.");
        var export = new CrmExport();
        var (products, teams) = (CsvFile.Read(folder, ProductFile, "product", "sales_price"), CsvFile.Read(folder, TeamFile, "sales_agent", "manager", "regional_office"));
        var (accounts, pipeline) = (CsvFile.Read(folder, AccountFile, "account", "sector", "employees", "office_location"),
            CsvFile.Read(folder, Pipeline, "opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "close_date", "close_value"));

        foreach (var line in products) export.Product(line);
        foreach (var line in teams) export.Agent(line);
        foreach (var line in accounts) export.Account(line);
        if (export._agents.Count == 0) throw new ImportRefused($"{TeamFile} names no sales agent.");
        export.Lines = pipeline.Count;
        var newest = Newest(pipeline);
        foreach (var line in pipeline) export.Opportunity(line, newest);
        return export;
    }

    void Product(CsvLine line)
    {
        if (line["product"].Length is 0 or > 100) Unusable(ProductFile, line, "a product needs a name of at most 100 characters");
        else if (Minor(line["sales_price"]) is not { } price) Unusable(ProductFile, line, "the price is no number", line["sales_price"]);
        else _prices[line["product"]] = price;
    }

    void Agent(CsvLine line)
    {
        var agent = new CrmAgent(line["sales_agent"], line["manager"], line["regional_office"]);
        if (agent.Name.Length is 0 or > 40 || agent.Manager.Length is 0 or > 40 || agent.Office.Length is 0 or > 40) Unusable(TeamFile, line, "agent, manager and office need names of at most 40 characters");
        else if (!_agents.TryAdd(agent.Name, agent)) Unusable(TeamFile, line, "this agent is there twice", agent.Name);
    }

    void Account(CsvLine line)
    {
        var employees = int.TryParse(line["employees"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : (int?)null;
        if (line["account"].Length is 0 or > 100) Unusable(AccountFile, line, "an account needs a name of at most 100 characters");
        else if (!_accounts.TryAdd(line["account"], new(line["account"], Repaired(line, "sector"), employees, Repaired(line, "office_location")))) Unusable(AccountFile, line, "this account is there twice", line["account"]);
    }

    string Repaired(CsvLine line, string column)
    {
        var (written, right) = (line[column], CrmRepair.Word(line[column]));
        if (written != right) _notes.Add(new(AccountFile, line.Line, NoteKind.Repaired, $"{column} {written} is {right}", line["account"]));
        return right.Length <= 40 ? right : right[..40];
    }

    void Opportunity(CsvLine line, DateOnly newest)
    {
        var id = line["opportunity_id"];
        var product = CrmRepair.Product(line["product"], _prices.Keys);
        var (engaged, closed) = (Day(line["engage_date"]), Day(line["close_date"]));
        var state = line["deal_stage"] switch { "Prospecting" or "Engaging" => DealState.Open, "Won" => DealState.Won, "Lost" => DealState.Lost, _ => (DealState?)null };
        var amount = state is DealState.Open && line["close_value"].Length == 0 && product is not null ? _prices[product] : Minor(line["close_value"]);

        var (reason, value) = this switch
        {
            _ when id.Length is 0 or > 60 => ("the opportunity has no id, or a very long one", id),
            _ when _opportunities.ContainsKey(id) => ("this opportunity is there twice", id),
            _ when !_agents.ContainsKey(line["sales_agent"]) => ($"this sales agent is not in {TeamFile}", line["sales_agent"]),
            _ when product is null => ($"this product is not in {ProductFile}", line["product"]),
            _ when line["account"].Length > 0 && !_accounts.ContainsKey(line["account"]) => ($"this account is not in {AccountFile}", line["account"]),
            _ when state is null => ("the stage is none of Prospecting, Engaging, Won, Lost", line["deal_stage"]),
            _ when line["engage_date"].Length > 0 && engaged is null => ("the engage date is none", line["engage_date"]),
            _ when line["close_date"].Length > 0 && closed is null => ("the close date is none", line["close_date"]),
            _ when state is not DealState.Open && closed is null => ("closed without a close date", ""),
            _ when closed < engaged => ("closed before it began", line["close_date"]),
            _ when amount is null => ("the value is no number", line["close_value"]),
            _ => ("", ""),
        };
        if (reason.Length > 0)
        {
            Unusable(Pipeline, line, reason, value);
            return;
        }

        if (product != line["product"]) _notes.Add(new(Pipeline, line.Line, NoteKind.Repaired, $"product {line["product"]} is {product}", id));
        if (line["account"].Length == 0) _notes.Add(new(Pipeline, line.Line, NoteKind.Kept, "no account: kept at the agent's customer without a name", id));
        if (engaged is null && closed is null) _notes.Add(new(Pipeline, line.Line, NoteKind.Kept, $"no date: opened on {newest:yyyy-MM-dd}, the newest day of the export", id));
        var stage = line["deal_stage"] switch { "Prospecting" => Stage.Develop, "Engaging" => Stage.Follow, "Lost" => Stage.Close, _ => Stage.Sign };
        _opportunities[id] = new(id, _agents[line["sales_agent"]], product!, line["account"].Length > 0 ? line["account"] : null, stage, state!.Value,
            engaged ?? closed ?? newest, state is DealState.Open ? null : closed, amount!.Value);
    }

    void Unusable(string file, CsvLine line, string reason, string value = "") => _notes.Add(new(file, line.Line, NoteKind.Unusable, reason, value));

    static DateOnly Newest(IEnumerable<CsvLine> lines) => lines.SelectMany(line => new[] { Day(line["engage_date"]), Day(line["close_date"]) }).Max() ?? new(2000, 1, 1);

    static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2100 ? day : null;

    static long? Minor(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 100_000_000_000 ? (long)Math.Round(value * 100, MidpointRounding.AwayFromZero) : null;
}
