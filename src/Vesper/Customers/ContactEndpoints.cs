using Microsoft.AspNetCore.Http.HttpResults;
using Vesper.Customers.People;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Customers;

static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder api)
    {
        var contacts = api.MapGroup("/customers/{id:guid}/contacts/{contactId:guid}").RequireMember().WithTags("Customers").ProducesProblem(409);
        contacts.MapPut("/", PutContact).WithName("putContact");
        contacts.MapGet("/phone", RevealPhone).WithName("revealPhone").WithSummary("The whole number; that it was looked at is logged.");
    }

    static Task<Results<Ok<ContactView>, Created<ContactView>, NotFound>> PutContact(Guid id, Guid contactId, NewContact input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<Ok<ContactView>, Created<ContactView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Customers.VisibleTo(me).FindAsync(id) is not { } customer) return TypedResults.NotFound();
            var contact = await db.Contacts.Of(me).FindAsync(contactId);
            if (contact is not null && contact.CustomerId != id) return TypedResults.NotFound();

            var isNew = contact is null;
            if (contact is null) db.Add(contact = new() { OrgId = me.OrgId, Id = contactId, CustomerId = id });
            (contact.Name, contact.Title, contact.Role, contact.Decides) = (input.Name.Trim(), input.Title?.Trim() ?? "", input.Role, input.Decides);
            (contact.Source, contact.Position) = (input.Source?.Trim() ?? "", input.Position);
            if (input.Phone is { } phone && phone.Trim() != contact.Phone)
            {
                await NoContact.RefuseAsync(db, me.OrgId, phone);
                contact.Phone = phone.Trim();
            }
            if (input.Relation is { } relation) contact.Relation = relation.Trim();
            customer.UpdatedAt = time.GetUtcNow();
            await CustomerSearch.IndexAsync(db, customer, contact);
            db.Tell(Topic.Member(me.Id), new CustomerChanged(id));
            return isNew ? TypedResults.Created($"/api/customers/{id}/contacts/{contactId}", ContactView.Of(contact)) : TypedResults.Ok(ContactView.Of(contact));
        });

    static Task<Results<Ok<PhoneView>, NotFound>> RevealPhone(Guid id, Guid contactId, Me me, Writer writer) =>
        writer.Run<Results<Ok<PhoneView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Customers.VisibleTo(me).FindAsync(id) is null) return TypedResults.NotFound();
            if (await db.Contacts.Of(me).FindAsync(contactId) is not { } contact || contact.CustomerId != id) return TypedResults.NotFound();
            if (contact.NoContactOn is not null) throw new Refusal("contact.no-contact", "She asked not to be contacted.");
            db.Tell(Topic.House, new PhoneRevealed(contactId, id, me.Id));
            return TypedResults.Ok(new PhoneView(contact.Phone));
        });
}
