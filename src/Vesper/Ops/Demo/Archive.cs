using Vesper.Customers;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>The customers with their contacts. Those of the scenes are asked for by name, the others come from the lists.</summary>
sealed class Archive(DemoRows rows, DemoDays days, Dice dice)
{
    /// <summary>Customers that the scenes ask for by name.</summary>
    public const int OfScenes = 12;

    readonly HashSet<string> _names = ["云顶家居", "青禾包装", "恒泰五金", "中泰纸业", "远航照明", "金桥童车", "宏达机电", "鑫源电器", "卓凡家居", "嘉木沙发", "南屿家具", "木禾木业"];

    public List<Life> Lives { get; } = [];

    public Life Any(Crew crew, Member owner, Town? town = null)
    {
        var trade = dice.Of(Trades.All);
        return Add(crew.Unit.Id, owner, town ?? dice.Of(crew.Towns), trade, Trades.Name(dice, trade, _names), dice.Between(trade.Least, trade.Most), Kp());
    }

    public Life Scene(Crew crew, Member owner, string shortName, string trade, int employees, (string Name, string Title) kp, int town) =>
        Add(crew.Unit.Id, owner, crew.Towns[town], Trades.All.First(one => one.Name == trade), shortName, employees, kp, scripted: true);

    public Contact Meet(Life life, string name, string title, ContactRole role, bool decides = false)
    {
        var contact = new Contact
        {
            OrgId = rows.OrgId, Id = dice.Id(life.Customer.CreatedAt), CustomerId = life.Customer.Id, Name = name, Title = title, Role = role, Decides = decides,
            Phone = Phone(), Source = "上门登记", Position = rows.Contacts.Count(contact => contact.CustomerId == life.Customer.Id),
        };
        rows.Contacts.Add(contact);
        return contact;
    }

    /// <summary>What the customers are found by; the one seen last is found first.</summary>
    public void Index()
    {
        var people = rows.Contacts.ToLookup(contact => contact.CustomerId, contact => new FoundBy(contact.Name, contact.PhoneKey));
        foreach (var customer in rows.Customers.OrderBy(customer => customer.UpdatedAt).ThenBy(customer => customer.Id))
            rows.SearchRows.Add(new() { OrgId = rows.OrgId, Kind = CustomerSearch.Kind, SubjectId = customer.Id, Words = CustomerSearch.Words(customer, people[customer.Id]) });
    }

    Life Add(Guid teamId, Member owner, Town town, Trade trade, string shortName, int employees, (string Name, string Title) kp, bool scripted = false)
    {
        var (address, at) = Places.Address(dice, town);
        var since = days.At(days.First, 8.8 + (dice.Share() * 0.2));
        var customer = new Customer
        {
            OrgId = rows.OrgId, Id = dice.Id(since), OwnerId = owner.Id, TeamId = teamId, ShortName = shortName, Name = FullName(town, shortName),
            Industry = trade.Name, Employees = employees < 100 ? employees : employees / 10 * 10, City = town.City, Address = address,
            Latitude = at.Latitude, Longitude = at.Longitude, GradeSince = days.First, CreatedAt = since, UpdatedAt = since,
        };
        rows.Customers.Add(customer);
        var decider = new Contact
        {
            OrgId = rows.OrgId, Id = dice.Id(since), CustomerId = customer.Id, Name = kp.Name, Title = kp.Title, Role = ContactRole.Kp1, Decides = true, Phone = Phone(), Source = "上门登记",
        };
        rows.Contacts.Add(decider);
        if (!scripted) Others(customer, since);
        var life = new Life(rows, days, dice, customer, trade, decider) { Scripted = scripted };
        Lives.Add(life);
        return life;
    }

    void Others(Customer customer, DateTimeOffset since)
    {
        (string Title, ContactRole Role)[] others = [("外贸经理", ContactRole.Influencer), ("办公室主任", ContactRole.Gatekeeper), ("厂长", ContactRole.Influencer), ("财务", ContactRole.Kp2), ("外贸员", ContactRole.User)];
        var many = dice.Below(3);
        for (var (i, from) = (0, dice.Below(others.Length)); i < many; i++)
        {
            var (title, role) = others[(from + i) % others.Length];
            rows.Contacts.Add(new()
            {
                OrgId = rows.OrgId, Id = dice.Id(since), CustomerId = customer.Id, Name = Names.Any(dice), Title = title, Role = role, Phone = Phone(), Source = "名片", Position = i + 1,
            });
        }
    }

    (string, string) Kp() => (Names.Any(dice), dice.Of((string[])["总经理", "董事长", "老板", "老板娘", "副总经理", "总经理", "董事长"]));

    // 0000 in the middle: nobody has this number.
    string Phone() => $"{dice.Of((string[])["138", "139", "136", "158", "186", "135"])}0000{dice.Below(10_000):0000}";

    string FullName(Town town, string shortName) =>
        (dice.Chance(0.6) ? town.City : "浙江") + shortName + dice.Of((string[])["有限公司", "有限公司", "有限公司", "股份有限公司", "制造有限公司", "科技有限公司"]);
}
