using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Live;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.People;

public sealed class PeopleTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Key_persons_stand_in_the_order_they_were_given_with_how_they_are_related(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var (chair, son, desk) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        (await lin.Put(Contact(customer, chair), new { name = "林董", role = "kp1", position = 0, source = "工商信息" })).ShouldBeCreated();
        (await lin.Put(Contact(customer, son), new { name = "林总", role = "kp1", position = 1, decides = true, relation = "董事长的儿子", source = "前台" })).ShouldBeCreated();
        (await lin.Put(Contact(customer, desk), new { name = "小吴", role = "gatekeeper", position = 2 })).ShouldBeCreated();

        (await lin.Put($"/api/customers/{customer.Id}/contact-order", new { ids = new[] { son, chair, Guid.CreateVersion7() } })).ShouldBeEmpty();

        var contacts = (await lin.Get($"/api/customers/{customer.Id}")).ShouldBeOk()["contacts"].EnumerateArray().ToList();
        contacts.Select(contact => contact.GetProperty("name").GetString()).ShouldBe(["林总", "林董", "小吴"]);
        (contacts[0].GetProperty("relation").GetString(), contacts[0].GetProperty("source").GetString()).ShouldBe(("董事长的儿子", "前台"));
        (await lin.Put(Contact(customer, son), new { name = "林总", role = "kp1" })).ShouldBeOk()["relation"].GetString().ShouldBe("董事长的儿子"); // a phone of yesterday does not know it
        (await team.Rep("zhe").Put($"/api/customers/{customer.Id}/contact-order", new { ids = new[] { chair } })).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task Who_asked_to_be_left_alone_is_not_called_and_does_not_come_back_with_the_same_number(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer, wang) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7());
        var other = await team.Customer("中泰纸业", team.Rep("zhe"));
        (await lin.Put(Contact(customer, wang), new { name = "王莉", phone = "138 0000 5678" })).ShouldBeCreated();

        (await lin.Put($"{Contact(customer, wang)}/no-contact", new { reason = "" })).ShouldBeProblem(400, "request.invalid");
        var asked = (await lin.Put($"{Contact(customer, wang)}/no-contact", new { reason = "请我们别再打" })).ShouldBeOk();
        (asked["noContactOn"].GetString(), asked["noContactReason"].GetString()).ShouldBe((team.Today().ToString("O"), "请我们别再打"));
        (await lin.Get($"{Contact(customer, wang)}/phone")).ShouldBeProblem(409, "contact.no-contact");
        (await team.Rep("zhe").Put(Contact(other, Guid.CreateVersion7()), new { name = "王小姐", phone = "+86 13800005678" })).ShouldBeProblem(409, "contact.no-contact");
        (await lin.Put(Contact(customer, wang), new { name = "王莉", title = "采购" })).ShouldBeOk()["noContactOn"].GetString().ShouldNotBeNull();

        (await lin.Delete($"{Contact(customer, wang)}/no-contact")).ShouldBeProblem(403, "access.denied");
        (await team.Supervisor.Delete($"{Contact(customer, wang)}/no-contact")).ShouldBeOk();
        (await lin.Get($"{Contact(customer, wang)}/phone")).ShouldBeOk()["phone"].GetString().ShouldBe("138 0000 5678");
    }

    [EachEngine]
    public async Task The_second_visit_without_the_key_person_is_told_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        using var phone = await lin.Listen();

        for (var visit = 0; visit < 2; visit++) (await lin.End(await lin.Visit(customer), new { outcome = "open", kpMet = false })).ShouldBeOk();
        var told = (await phone.Next("customer.kp-unseen")).GetProperty("of");
        (told.GetProperty("customerId").GetGuid(), told.GetProperty("visits").GetInt32()).ShouldBe((customer.Id, 2));
        (await lin.End(await lin.Visit(customer), new { outcome = "open", kpMet = false })).ShouldBeOk();
        (await Visits.Soon(() => lin.Get($"/api/customers/{customer.Id}"), answer => answer["visitsWithoutKp"].GetInt32() == 3))["visitsWithoutKp"].GetInt32().ShouldBe(3);
        await using var db = team.Server.Db();
        (await db.Set<EventRow>().CountAsync(one => one.OrgId == team.OrgId && one.Type == "customer.kp-unseen")).ShouldBe(1);
        (await lin.Get("/api/customers?filter=kpUnseen"))["items"].EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(customer.Id);
    }

    static string Contact(global::Vesper.Customers.Customer customer, Guid id) => $"/api/customers/{customer.Id}/contacts/{id}";
}
