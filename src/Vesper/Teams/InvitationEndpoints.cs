using Microsoft.AspNetCore.Http.HttpResults;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Teams;

/// <summary>Inviting a member, and giving one who forgot her password a new way in.</summary>
static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("/members").WithTags("Teams").RequireAdminOr(Role.Hr);
        members.MapPost("/", InviteMember).WithName("inviteMember").ProducesProblem(409).WithSummary("Makes the account; the link in the answer is shown this once.");
        members.MapPost("/{id:guid}/welcome", IssueWelcome).WithName("issueWelcome").WithSummary("A new link; her old password and sessions hold until she uses it.");
    }

    static async Task<Results<Created<WelcomeLink>, NotFound>> InviteMember(
        Invitation input, Me me, Writer writer, Enrolment enrolment, TimeProvider time, TeamOptions options, HttpRequest request, CancellationToken stop)
    {
        me.MustBeAdminFor(input.Role is Role.Admin);
        if (await enrolment.FindAsync(input.Account, stop) is not null) throw Enrolment.Taken();
        var account = enrolment.Account(input.Id, me.OrgId, input.Account, password: null);
        return await enrolment.RunAsync<Results<Created<WelcomeLink>, NotFound>>(writer, account, async db =>
        {
            if (await db.Units.Of(me).FindAsync(input.UnitId) is not { } unit) return TypedResults.NotFound();
            var member = Member.Join(input.Id, unit, input.Name, me.DayOf(time.GetUtcNow()));
            member.Admit();
            (member.Role, member.Admin) = (input.Role, input.Role is Role.Admin);
            if (input.ShortName is { } shortName) member.ShortName = shortName.Trim();
            db.Add(member);
            db.Add(account);
            db.TellChanged(member.Id);
            var (code, expiresAt) = await Welcome.IssueAsync(db, me.OrgId, member.Id, time.GetUtcNow(), options);
            return TypedResults.Created($"/api/members/{member.Id}", Link(request, member.Id, account, code, expiresAt));
        });
    }

    static Task<Results<Ok<WelcomeLink>, NotFound>> IssueWelcome(Guid id, Me me, Writer writer, TimeProvider time, TeamOptions options, HttpRequest request) =>
        writer.Run<Results<Ok<WelcomeLink>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Members.Of(me).FindAsync(id) is not { } member || await db.Accounts.FindAsync(id) is not { } account) return TypedResults.NotFound();
            me.MustBeAdminFor(member.Admin);
            if (member.State is not MemberState.Active) throw new Refusal("member.not-active", "She is not an active member.");
            var (code, expiresAt) = await Welcome.IssueAsync(db, me.OrgId, id, time.GetUtcNow(), options);
            return TypedResults.Ok(Link(request, id, account, code, expiresAt));
        });

    static WelcomeLink Link(HttpRequest request, Guid memberId, Account account, string code, DateTimeOffset expiresAt)
    {
        var url = $"{request.Scheme}://{request.Host}/welcome/{code}";
        return new(memberId, account.UserName!, code, url, expiresAt);
    }
}
