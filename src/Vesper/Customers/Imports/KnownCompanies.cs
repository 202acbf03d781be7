using Vesper.Kit.Data;

namespace Vesper.Customers.Imports;

/// <summary>
/// Every company of an organisation at hand, for a list of many: <see cref="Collision"/> asks the index for one name and would take a hundred times as long here. Same
/// rule, same answers.
/// </summary>
sealed class KnownCompanies
{
    readonly Dictionary<string, List<Known>> _names = new(StringComparer.Ordinal);
    readonly Dictionary<string, Known> _phones = new(StringComparer.Ordinal);
    long _seq;

    sealed record Known(CompanyName Name, ImportProblem State);

    public static async Task<KnownCompanies> ReadAsync(PreparedLine line, Guid orgId, CancellationToken stop)
    {
        var known = new KnownCompanies { _seq = await SeqAsync(line, stop) };
        var byId = new Dictionary<Guid, Known>();
        foreach (var (id, company) in await line.ListAsync("select id, name, city, owner_id, stage from customers where org_id = @p0", row => (row.Id(0), Of(row)), stop, orgId))
        {
            byId[id] = company;
            known.Add(company);
        }
        foreach (var (customer, phone, alone) in await line.ListAsync(
            "select customer_id, phone_key, no_contact_on is not null from contacts where org_id = @p0 and phone_key <> ''", row => (row.Id(0), row.Text(1), row.Flag(2)), stop, orgId))
            if (byId.TryGetValue(customer, out var company) && !known._phones.TryAdd(phone, alone ? company with { State = ImportProblem.NoContact } : company) && alone)
                known._phones[phone] = company with { State = ImportProblem.NoContact }; // 不再联系 is said before anything else
        return known;
    }

    /// <summary>What came into the archive meanwhile; inside a write, so that nothing slips in between. Whatever changes there writes its search row anew.</summary>
    public async Task CatchUpAsync(PreparedLine line, Guid orgId)
    {
        var seq = await SeqAsync(line, default);
        if (seq == _seq) return;
        var changed = await line.ListAsync(
            "select c.name, c.city, c.owner_id, c.stage, coalesce(p.phone_key, '') from search_rows s join customers c on c.org_id = s.org_id and c.id = s.subject_id left join contacts p on p.org_id = c.org_id and p.customer_id = c.id where s.seq > @p0 and s.org_id = @p1 and s.kind = @p2",
            row => (new Known(CompanyName.Of(row.Text(0), row.Text(1)), StateOf(row.MaybeId(2), row.Word<Stage>(3))), row.Text(4)), default, _seq, orgId, CustomerSearch.Kind);
        foreach (var (company, phone) in changed)
        {
            Add(company);
            if (phone.Length > 0) _phones.TryAdd(phone, company);
        }
        _seq = seq;
    }

    /// <summary>What was written just now is known already.</summary>
    public async Task SeenAsync(PreparedLine line) => _seq = await SeqAsync(line, default);

    /// <summary>What the company runs into, by name and city, else by phone.</summary>
    public ImportProblem? Find(string name, string city, string phone)
    {
        var asked = CompanyName.Of(name, city);
        if (_names.TryGetValue(asked.Core, out var alike) && alike.Find(other => asked.Same(other.Name)) is { } same) return same.State;
        return PhoneKey.Of(phone) is { Length: > 0 } digits && _phones.TryGetValue(digits, out var there) ? there.State : null;
    }

    /// <summary>A row of the list itself: the same company further down is there twice.</summary>
    public void Add(string name, string city, string phone)
    {
        var company = new Known(CompanyName.Of(name, city), ImportProblem.Twice);
        Add(company);
        if (PhoneKey.Of(phone) is { Length: > 0 } digits) _phones.TryAdd(digits, company);
    }

    void Add(Known company)
    {
        if (_names.TryGetValue(company.Name.Core, out var alike)) alike.Add(company);
        else _names[company.Name.Core] = [company];
    }

    static Known Of(DbRow row) => new(CompanyName.Of(row.Text(1), row.Text(2)), StateOf(row.MaybeId(3), row.Word<Stage>(4)));

    static ImportProblem StateOf(Guid? owner, Stage stage) => stage is Stage.Sign ? ImportProblem.Signed : owner is null ? ImportProblem.InPool : ImportProblem.Protected;

    static async Task<long> SeqAsync(PreparedLine line, CancellationToken stop) =>
        (await line.ListAsync("select coalesce(max(seq), 0) from search_rows", row => row.Long(0), stop))[0];
}
