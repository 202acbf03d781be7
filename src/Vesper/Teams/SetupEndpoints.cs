using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Teams;

/// <summary>The first start without demo: three questions and who you are.</summary>
static class SetupEndpoints
{
    public static void MapSetup(this IEndpointRouteBuilder api)
    {
        var setup = api.MapGroup("/setup").WithTags("Teams").AllowAnyone();
        setup.MapGet("/", GetSetup).WithName("getSetup");
        setup.MapPost("/", SetUp).WithName("setUp").ProducesProblem(403).ProducesProblem(409).WithSummary("Makes organisation, team and its founder, and signs her in.");
    }

    static async Task<Ok<SetupView>> GetSetup(Db db, SetupDoor door, HttpContext http, CancellationToken stop, string? code = null)
    {
        var needed = !await db.Organisations.AnyAsync(stop);
        return TypedResults.Ok(new SetupView(needed, needed && !door.Admits(http, code)));
    }

    static async Task<Created<MeView>> SetUp(
        NewSetup input, Db reading, Writer writer, Enrolment enrolment, SetupDoor setup, WrongCodes wrong, SignInManager<Account> door, Rights rights, TimeProvider time,
        HttpContext http, CancellationToken stop)
    {
        wrong.Check(http);
        if (await reading.Organisations.AnyAsync(stop)) throw Done();
        if (!setup.Admits(http, input.Code))
        {
            wrong.Count(http);
            throw new Refusal("setup.code", "Open the address that Vesper printed when it started; it holds the set-up code.", StatusCodes.Status403Forbidden);
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(input.Zone ?? "Asia/Shanghai", out var zone)) throw new Refusal("setup.zone", "This time zone is not known.", StatusCodes.Status400BadRequest);

        var founder = enrolment.Account(Guid.CreateVersion7(), Guid.CreateVersion7(), input.Account, input.Password);
        // All set-ups take the lane of no organisation, so that two at once find one another.
        await writer.Run(Guid.Empty, async db =>
        {
            if (await db.Organisations.AnyAsync()) throw Done();
            Found(db, input, founder, zone, time.GetUtcNow());
        });
        await door.SignInAsync(founder, isPersistent: true);
        var me = await rights.OfAsync(founder.Id, stop) ?? throw new InvalidOperationException("The founder is not there.");
        return TypedResults.Created((string?)null, await MeView.OfAsync(me, reading, stop));
    }

    static void Found(Db db, NewSetup input, Account founder, TimeZoneInfo zone, DateTimeOffset now)
    {
        var organisation = new Organisation { Id = founder.OrgId, Name = input.Organisation.Trim(), Preset = input.Preset, Zone = zone.Id, CreatedAt = now };
        var root = new Unit { OrgId = organisation.Id, Id = Guid.CreateVersion7(), Kind = UnitKind.Root, Name = organisation.Name };
        var team = new Unit { OrgId = organisation.Id, Id = Guid.CreateVersion7(), ParentId = root.Id, Kind = UnitKind.Team, Name = input.Team.Trim() };
        var member = Member.Join(founder.Id, team, input.Name, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        member.Admit();
        (member.Role, member.Admin) = (Role.Supervisor, true);
        db.AddRange(organisation, root, team, founder, member);
        db.Tell(organisation.Id, Topic.Organisation, new MemberChanged(founder.Id));
    }

    static Refusal Done() => new("setup.done", "This server is set up already: sign in, or ask for an invitation.");
}

/// <summary>CodeNeeded: the caller is not at this machine and has no right code yet.</summary>
sealed record SetupView(bool Needed, bool CodeNeeded);

sealed record NewSetup(
    [property: Required, MaxLength(40), PlainText] string Organisation,
    [property: Required, MaxLength(40), PlainText] string Team,
    Preset Preset,
    [property: Required, MaxLength(40), PlainText] string Name,
    [property: Required, MaxLength(40), PlainText] string Account,
    [property: Required, MinLength(8), MaxLength(128)] string Password,
    [property: MaxLength(40)] string? Zone,
    [property: MaxLength(40)] string? Code);
