using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Notices;
using Vesper.Teams;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

public sealed class DeletionTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Her_account_and_name_go_and_the_companys_records_stay_without_her(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var customer = await team.Customer("云顶家居");
        (await lin.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();
        var visit = Guid.CreateVersion7();
        (await lin.CheckIn(customer, visit, point: new { latitude = 30.27, longitude = 120.15, accuracy = 20 }, more: new { outsideHours = true })).ShouldBeCreated();
        (await zhe.Put($"/api/feed/{visit}/comments/{Guid.CreateVersion7()}", new { text = "我也去过" })).ShouldBeCreated();
        (await lin.Put($"/api/feed/{visit}/comments/{Guid.CreateVersion7()}", new { text = "明天一起" })).ShouldBeCreated();
        var elsewhere = lin.OnAnotherDevice();
        await elsewhere.SignIn();

        (await lin.Put("/api/me/deletion", new { password = "not-hers" })).ShouldBeProblem(409, "password.wrong");
        (await lin.Get("/api/me")).ShouldBeOk();
        (await lin.Put("/api/me/deletion", new { password = lin.Password })).ShouldBeEmpty();

        (await lin.Get("/api/me")).Status.ShouldBe(401);
        (await elsewhere.Get("/api/me")).Status.ShouldBe(401);
        (await lin.OnAnotherDevice().Post("/api/session", new { account = lin.Account, password = lin.Password })).Status.ShouldBe(401);
        await team.RunNow("field-erasure");
        await team.RunNow("customers-erasure");

        var line = (await zhe.Get("/api/feed")).ShouldBeOk();
        line["items"][0].GetProperty("memberName").GetString().ShouldBe(Member.Nobody);
        line["items"][0].GetProperty("customerName").GetString().ShouldBe("云顶家居");
        line.Text.ShouldNotContain("小林");
        (await zhe.Get("/api/feed/found?q=小林")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);
        (await team.Supervisor.Get($"/api/customers/{customer.Id}")).ShouldBeOk().Text.ShouldNotContain("小林");
        await using var db = team.Server.Db();
        (await db.Customers.Of(team.OrgId).SingleAsync(one => one.Id == customer.Id)).OwnerId.ShouldBeNull("it lies in the pool");
        (await db.Visits.Of(team.OrgId).SingleAsync(one => one.Id == visit)).ShouldSatisfyAllConditions(one => one.PointKept.ShouldBeNull(), one => one.Latitude.ShouldBeNull());
        (await db.Members.Of(team.OrgId).SingleAsync(one => one.Id == lin.Id)).ShouldSatisfyAllConditions(one => one.Name.ShouldBe(Member.Nobody), one => one.State.ShouldBe(MemberState.Left));
        (await db.Notices.Of(team.OrgId).CountAsync(notice => notice.MemberId == lin.Id)).ShouldBe(0);
        (await db.Accounts.CountAsync(account => account.Id == lin.Id)).ShouldBe(0);
    }

    [EachEngine]
    public async Task There_is_no_way_back_and_somebody_stays_administrator(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);

        (await admin.Put("/api/me/deletion", new { password = admin.Password })).ShouldBeProblem(409, "member.last-admin");
        (await admin.Get("/api/me")).ShouldBeOk();
        (await team.Rep("lin").Put("/api/me/deletion", new { password = team.Rep("lin").Password })).ShouldBeEmpty();
        (await admin.Put($"/api/members/{team.Rep("lin").Id}/state", new { state = "active" })).ShouldBeProblem(409, "member.erased");
    }

    [EachEngine]
    public async Task The_zip_holds_her_photos_and_nobody_elses(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (mine, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await team.Rep("lin").Photo(mine, Pictures.Jpeg)).ShouldBeCreated();
        (await team.Rep("zhe").Photo(theirs, Pictures.Jpeg)).ShouldBeCreated();

        var response = await team.Rep("lin").Http.GetAsync("/api/me/data/export?format=zip");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["vesper.json", $"photos/{mine}.jpeg"]);
        using var picture = zip.Entries[1].Open();
        using var bytes = new MemoryStream();
        await picture.CopyToAsync(bytes);
        bytes.ToArray()[..3].ShouldBe([0xFF, 0xD8, 0xFF]);
        using var json = await System.Text.Json.JsonDocument.ParseAsync(zip.Entries[0].Open());
        json.RootElement.GetProperty("photos").GetProperty("photos").GetArrayLength().ShouldBe(1);
    }
}
