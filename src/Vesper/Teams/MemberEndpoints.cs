using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Teams;

/// <summary>Members: those who answer for them read and admit; administrators and HR invite, change, move and let go.</summary>
static class MemberEndpoints
{
    const int PageSize = 200;

    public static void MapMembers(this IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("/members").WithTags("Teams").RequireAdminOr(Role.Supervisor, Role.Manager, Role.Hr);
        members.MapGet("/", ListMembers).WithName("listMembers").WithSummary("In the order they came. unitId: this unit and all below it.");
        members.MapPut("/{id:guid}/admission", AdmitMember).WithName("admitMember").ProducesProblem(409);
        members.MapDelete("/{id:guid}/admission", TurnAwayMember).WithName("turnAwayMember").ProducesProblem(409)
            .WithSummary("Says no to somebody who waits; nothing of her is kept.");

        members.MapPut("/{id:guid}", ChangeMember).WithName("changeMember").RequireAdminOr(Role.Hr).ProducesProblem(409);
        members.MapPut("/{id:guid}/state", ChangeMemberState).WithName("changeMemberState").RequireAdminOr(Role.Hr).ProducesProblem(409)
            .WithSummary("left: her sessions end at once. active: takes her back.");
    }

    static async Task<Ok<Page<MemberView>>> ListMembers(Me me, Db db, CancellationToken stop, string? state = null, Guid? unitId = null, Guid? after = null)
    {
        var members = db.Members.LedBy(me);
        if (state is not null)
        {
            // A query takes enums only as C# writes them; on the wire they are camelCase everywhere.
            if (!Enum.TryParse<MemberState>(state, ignoreCase: true, out var wanted)) throw new Refusal("request.invalid", "state is waiting, active or left.", StatusCodes.Status400BadRequest);
            members = members.Where(member => member.State == wanted);
        }
        if (unitId is { } unit)
        {
            var below = MemberRights.Subtree(await db.Units.Of(me).ToListAsync(stop), unit);
            members = members.Where(member => below.Contains(member.UnitId));
        }
        if (after is { } seen) members = members.Where(member => member.Id.CompareTo(seen) > 0);

        var rows = await db.Views(members).Take(PageSize + 1).ToListAsync(stop);
        return TypedResults.Ok(rows.Count > PageSize ? new Page<MemberView>(rows[..PageSize], rows[PageSize - 1].Id.ToString()) : new(rows, null));
    }

    static Task<Results<NoContent, NotFound>> AdmitMember(Guid id, Me me, Writer writer) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Members.LedBy(me).FindAsync(id) is not { } member) return TypedResults.NotFound();
        if (member.State is MemberState.Active) return TypedResults.NoContent();
        member.Admit();
        db.TellChanged(id);
        return TypedResults.NoContent();
    });

    static Task<Results<NoContent, NotFound>> TurnAwayMember(Guid id, Me me, Writer writer) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Members.LedBy(me).FindAsync(id) is not { } member) return TypedResults.NotFound();
        if (member.State is not MemberState.Waiting) throw new Refusal("member.admitted", "She was admitted already.");
        db.Remove(member);
        db.Remove(await db.Accounts.FirstAsync(account => account.Id == id));
        db.TellChanged(id);
        return TypedResults.NoContent();
    });

    static Task<Results<Ok<MemberView>, NotFound>> ChangeMember(Guid id, ChangedMember input, Me me, Writer writer) => writer.Run<Results<Ok<MemberView>, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Members.Of(me).FindAsync(id) is not { } member || await db.Units.Of(me).FindAsync(input.UnitId) is null) return TypedResults.NotFound();
        var admin = input.Admin || input.Role is Role.Admin;
        me.MustBeAdminFor(member.Admin || admin);
        if (me.Id == id && !me.Admin && (input.Role, input.UnitId) != (member.Role, member.UnitId))
            throw new Refusal("member.own-rights", "An administrator has to change your own role or unit.");
        if (member.Admin && !admin && !await db.AnotherAdminAsync(member)) throw LastAdmin();

        (member.Name, member.ShortName) = (input.Name.Trim(), input.ShortName.Trim());
        (member.Role, member.Admin, member.UnitId) = (input.Role, admin, input.UnitId);
        db.TellChanged(id);
        await db.SaveChangesAsync();
        return TypedResults.Ok(await db.Views(db.Members.Of(me).Where(m => m.Id == id)).FirstAsync());
    });

    static Task<Results<NoContent, NotFound>> ChangeMemberState(Guid id, NewMemberState input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Members.Of(me).FindAsync(id) is not { } member) return TypedResults.NotFound();
            me.MustBeAdminFor(member.Admin);
            if (input.State is MemberState.Waiting || member.State is MemberState.Waiting) throw new Refusal("member.waiting", "She waits for admission: admit her or turn her away.");
            if (input.State == member.State) return TypedResults.NoContent();
            if (input.State is MemberState.Active)
            {
                member.Return();
            }
            else
            {
                if (member.Admin && !await db.AnotherAdminAsync(member)) throw LastAdmin();
                member.Leave(me.DayOf(time.GetUtcNow()));
                // A new stamp: should she come back, her old sessions do not.
                var stamp = Guid.CreateVersion7().ToString("N");
                await db.Accounts.Where(account => account.Id == id).ExecuteUpdateAsync(account => account.SetProperty(a => a.SecurityStamp, stamp));
                await db.Welcomes.Of(me).Where(welcome => welcome.Id == id).ExecuteDeleteAsync();
            }
            db.TellChanged(id);
            return TypedResults.NoContent();
        });

    internal static void TellChanged(this Db db, Guid memberId)
    {
        db.Tell(Topic.House, new RightsChanged(memberId));
        db.Tell(Topic.Organisation, new MemberChanged(memberId));
    }

    /// <summary>HR keeps members, but not administrators, or a step in between would make her one.</summary>
    internal static void MustBeAdminFor(this Me me, bool concernsAdmin)
    {
        if (concernsAdmin && !me.Admin) throw new Refusal("access.denied", "Only an administrator may do this.", StatusCodes.Status403Forbidden);
    }

    internal static Refusal LastAdmin() => new("member.last-admin", "Somebody has to stay administrator; make another one first.");
}
