using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Teams;

/// <summary>Joining a team by its QR, without e-mail: the code leads to the door, the supervisor opens it.</summary>
static class JoinEndpoints
{
    public static void MapJoin(this IEndpointRouteBuilder api)
    {
        var code = api.MapGroup("/join-code").WithTags("Teams").RequireAdminOr(Role.Supervisor, Role.Manager, Role.Hr);
        code.MapGet("/", GetJoinCode).WithName("getJoinCode").WithSummary("A team's code, made when there is none or the last one ran out.");
        code.MapPost("/", RotateJoinCode).WithName("rotateJoinCode").WithSummary("A new code; the old one stops at once.");

        var join = api.MapGroup("/join/{code}").WithTags("Teams").AllowAnyone().ProducesProblem(404).ProducesProblem(429);
        join.MapGet("/", GetJoin).WithName("getJoin");
        join.MapPost("/", Join).WithName("join").ProducesProblem(409).WithSummary("Asks to be admitted; then sign in until you are.");
    }

    static Task<Results<Ok<JoinCodeView>, NotFound>> GetJoinCode(Me me, Writer writer, TimeProvider time, TeamOptions options, HttpRequest request, Guid? unitId = null) =>
        CodeAsync(me, unitId ?? me.TeamId, writer, time, options, request, anew: false);

    static Task<Results<Ok<JoinCodeView>, NotFound>> RotateJoinCode(NewJoinCode input, Me me, Writer writer, TimeProvider time, TeamOptions options, HttpRequest request) =>
        CodeAsync(me, input.UnitId ?? me.TeamId, writer, time, options, request, anew: true);

    static Task<Results<Ok<JoinCodeView>, NotFound>> CodeAsync(Me me, Guid unitId, Writer writer, TimeProvider time, TeamOptions options, HttpRequest request, bool anew) =>
        writer.Run<Results<Ok<JoinCodeView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Units.LedBy(me).FindAsync(unitId) is not { } unit) return TypedResults.NotFound();
            var code = await db.JoinCodes.Of(me).FindAsync(unitId);
            if (code is null) db.Add(code = new JoinCode { OrgId = me.OrgId, Id = unitId }.Rotate(time.GetUtcNow(), options));
            else if (anew || code.ExpiresAt <= time.GetUtcNow()) code.Rotate(time.GetUtcNow(), options);

            var organisation = await db.Organisations.FirstAsync(o => o.Id == me.OrgId);
            var url = $"{request.Scheme}://{request.Host}/join/{code.Code}";
            return TypedResults.Ok(new JoinCodeView(unitId, organisation.Name, unit.Name, code.Code, url, code.ExpiresAt));
        });

    static async Task<Results<Ok<JoinView>, NotFound>> GetJoin(string code, Db db, TimeProvider time, WrongCodes wrong, HttpContext http, CancellationToken stop) =>
        await DoorAsync(code, db, time, wrong, http, stop) is { } door ? TypedResults.Ok(new JoinView(door.Organisation, door.Unit.Name)) : TypedResults.NotFound();

    static async Task<Results<Created<JoinView>, Ok<JoinView>, NotFound>> Join(
        string code, NewMember input, Db reading, Writer writer, Enrolment enrolment, TimeProvider time, TeamOptions options, WrongCodes wrong, HttpContext http, CancellationToken stop)
    {
        if (await DoorAsync(code, reading, time, wrong, http, stop) is not { } door) return TypedResults.NotFound();
        var view = new JoinView(door.Organisation, door.Unit.Name);
        if (await enrolment.FindAsync(input.Account, stop) is { } there)
            return there.Id == input.Id && enrolment.Opens(there, input.Password) ? TypedResults.Ok(view) : throw Enrolment.Taken();

        var (orgId, unitId) = (door.Unit.OrgId, door.Unit.Id);
        var account = enrolment.Account(input.Id, orgId, input.Account, input.Password);
        return await enrolment.RunAsync(writer, account, async db =>
        {
            if (await db.Members.Of(orgId).CountAsync(member => member.UnitId == unitId && member.State == MemberState.Waiting) >= options.MostWaiting)
                throw new Refusal("join.full", "Too many people wait for admission already.");
            db.Add(Member.Join(input.Id, door.Unit, input.Name, door.Today(time)));
            db.Add(account);
            foreach (var admitter in await db.AdmittersAsync(door.Unit)) db.Tell(Topic.Member(admitter), new MemberWaiting(input.Id, unitId));
            return TypedResults.Created((string?)null, view);
        });
    }

    static async Task<Door?> DoorAsync(string typed, Db db, TimeProvider time, WrongCodes wrong, HttpContext http, CancellationToken stop)
    {
        wrong.Check(http);
        var (code, now) = (OneTimeCode.Read(typed), time.GetUtcNow());
        var door = code is null ? null : await (
            from way in db.JoinCodes
            where way.Code == code && way.ExpiresAt > now
            join unit in db.Units on new { way.OrgId, way.Id } equals new { unit.OrgId, unit.Id }
            join organisation in db.Organisations on way.OrgId equals organisation.Id
            select new Door(unit, organisation.Name, organisation.Zone)).FirstOrDefaultAsync(stop);
        if (door is null) wrong.Count(http);
        return door;
    }

    sealed record Door(Unit Unit, string Organisation, string Zone)
    {
        public DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(Zone)).DateTime);
    }
}
