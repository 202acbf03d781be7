using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Notices;

namespace Vesper.Teams;

/// <summary>
/// A member deletes herself (L: PIPL art. 47). Her account, her name and what only she sees go; visits, journals and the archive are the company's records and stay
/// without her name. What the other rooms hold of her name they take away themselves: <c>Field/ErasureJob</c>, <c>Customers/OrphansJob</c>.
/// </summary>
static class DeletionEndpoints
{
    public static void MapDeletion(this IEndpointRouteBuilder api) =>
        api.MapPut("/me/deletion", EraseMe).WithName("eraseMe").WithTags("Teams").RequireMember().ProducesProblem(409).ProducesProblem(423)
            .WithSummary("Deletes my account and my name for good; there is no way back.");

    static async Task<NoContent> EraseMe(NewDeletion input, Me me, SignInManager<Account> door, UserManager<Account> accounts, Writer writer, TimeProvider time)
    {
        var account = await accounts.FindByIdAsync(me.Id.ToString()) ?? throw new InvalidOperationException("A member without an account.");
        await SessionEndpoints.MustBeHersAsync(door, account, input.Password);
        await writer.Run(me.OrgId, async db =>
        {
            if (await db.Members.Of(me).FindAsync(me.Id) is not { ErasedAt: null } member) return;
            if (member.Admin && !await db.AnotherAdminAsync(member)) throw MemberEndpoints.LastAdmin();

            member.Erase(time.GetUtcNow(), me.DayOf(time.GetUtcNow()));
            await db.Accounts.Where(one => one.Id == me.Id).ExecuteDeleteAsync();
            await db.Welcomes.Of(me).Where(welcome => welcome.Id == me.Id).ExecuteDeleteAsync();
            await db.Leaves.Of(me).Where(leave => leave.MemberId == me.Id).ExecuteDeleteAsync();
            await db.ForgetNoticesAsync(me.Id);
            db.TellChanged(me.Id);
        });
        await door.SignOutAsync();
        return TypedResults.NoContent();
    }
}

sealed record NewDeletion([property: Required, MaxLength(128)] string Password);
