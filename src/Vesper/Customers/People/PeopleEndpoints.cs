using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Customers.People;

/// <summary>All contacts of the customer, in the order she wants; those she leaves out follow as they were.</summary>
sealed record NewContactOrder([property: Required, MaxLength(200)] IReadOnlyList<Guid> Ids);

/// <summary>Why somebody is not to be contacted any more.</summary>
sealed record NewNoContact([property: Required, MinLength(2), MaxLength(200)] string Reason);

static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/customers/{id:guid}").RequireMember().WithTags("Customers").ProducesProblem(409);
        people.MapPut("/contact-order", PutContactOrder).WithName("putContactOrder").WithSummary("Who comes first among those of one role.");
        people.MapPut("/contacts/{contactId:guid}/no-contact", PutNoContact).WithName("putNoContact").WithSummary("不再联系: the number is not shown any more and cannot be entered again.");
        people.MapDelete("/contacts/{contactId:guid}/no-contact", DeleteNoContact).WithName("deleteNoContact").RequireRole(Role.Supervisor, Role.Manager)
            .WithSummary("She may be contacted again: said by who leads.");
    }

    static Task<Results<NoContent, NotFound>> PutContactOrder(Guid id, NewContactOrder input, Me me, Writer writer) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (!await db.Customers.VisibleTo(me).AnyAsync(customer => customer.Id == id)) return TypedResults.NotFound();
        var wanted = input.Ids.Distinct().Select((contact, at) => (contact, at)).ToDictionary(one => one.contact, one => one.at);
        var contacts = await db.Contacts.Of(me).Where(contact => contact.CustomerId == id).ToListAsync();
        var position = 0;
        foreach (var contact in contacts.OrderBy(contact => wanted.GetValueOrDefault(contact.Id, int.MaxValue)).ThenBy(contact => contact.Position).ThenBy(contact => contact.Id)) contact.Position = position++;
        db.Tell(Topic.Member(me.Id), new CustomerChanged(id));
        return TypedResults.NoContent();
    });

    static Task<Results<Ok<ContactView>, NotFound>> PutNoContact(Guid id, Guid contactId, NewNoContact input, Me me, Writer writer, TimeProvider time) =>
        ChangeAsync(id, contactId, me, writer, contact => (contact.NoContactOn, contact.NoContactReason) = (contact.NoContactOn ?? me.DayOf(time.GetUtcNow()), input.Reason.Trim()));

    static Task<Results<Ok<ContactView>, NotFound>> DeleteNoContact(Guid id, Guid contactId, Me me, Writer writer) =>
        ChangeAsync(id, contactId, me, writer, contact => (contact.NoContactOn, contact.NoContactReason) = (null, ""));

    static Task<Results<Ok<ContactView>, NotFound>> ChangeAsync(Guid id, Guid contactId, Me me, Writer writer, Action<Contact> change) =>
        writer.Run<Results<Ok<ContactView>, NotFound>>(me.OrgId, async db =>
        {
            if (!await db.Customers.VisibleTo(me).AnyAsync(customer => customer.Id == id)) return TypedResults.NotFound();
            if (await db.Contacts.Of(me).FindAsync(contactId) is not { } contact || contact.CustomerId != id) return TypedResults.NotFound();
            var asked = contact.NoContactOn is not null;
            change(contact);
            if (asked != contact.NoContactOn is not null) db.Tell(Topic.House, new NoContactChanged(contactId, id, me.Id, !asked));
            db.Tell(Topic.Member(me.Id), new CustomerChanged(id));
            return TypedResults.Ok(ContactView.Of(contact));
        });
}
