using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Board;
using Vesper.Customers.People;
using Vesper.Journals;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Customers;

/// <summary>Takes into the archive what a rep accepted of her own words: a person, or a fact with the visit that showed it.</summary>
sealed class ProposalsTaken(GradeOptions grades) : Consumer("customers.proposals")
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { ProposalAccepted.Name };

    public override async Task ActAsync(Db db, EventRow happened)
    {
        var accepted = happened.As<ProposalAccepted>();
        if (await db.ProposalAnswers.Of(happened.OrgId).FindAsync(accepted.ProposalId) is not { Accepted: true } answer) return;
        if (await db.Customers.Of(happened.OrgId).FindAsync(answer.CustomerId) is not { } customer) return;

        if (answer.Fact is { } kind) await TakeFact(db, customer, answer, kind);
        else await TakePerson(db, customer, answer);
        customer.UpdatedAt = happened.At;
        db.Tell(Topic.Member(answer.MemberId), new CustomerChanged(customer.Id));
    }

    async Task TakeFact(Db db, Customer customer, ProposalAnswer answer, FactKind kind)
    {
        var fact = new Fact
        {
            OrgId = answer.OrgId, Id = answer.Id, CustomerId = customer.Id, Kind = kind, Text = answer.Text, Date = answer.Date, AmountFen = answer.AmountFen,
            VisitId = answer.VisitId, MemberId = answer.MemberId, SeenOn = answer.Day,
        };
        db.Add(fact);
        List<Fact> facts = [.. await db.Facts.Of(answer.OrgId).Where(known => known.CustomerId == customer.Id).ToListAsync(), fact];
        if (Stages.After(customer.Stage, facts) is var stage && stage > customer.Stage) await StageMoving.TakeAsync(db, customer, stage, answer.Day);
        Regrade.Take(db, customer, Grading.Of(facts.AsSeen(), answer.Day, grades), GradeReason.Of(facts, answer.Day), answer.Day);
    }

    static async Task TakePerson(Db db, Customer customer, ProposalAnswer answer)
    {
        if (PhoneKey.Of(answer.Phone) is { Length: > 0 } key && (await NoContact.KeysAsync(db, answer.OrgId, [key])).Count > 0) return; // she asked to be left alone
        var contact = new Contact
        {
            OrgId = answer.OrgId, Id = answer.Id, CustomerId = customer.Id, Name = answer.Text, Title = answer.Title, Phone = answer.Phone,
            Source = $"拜访 {answer.Day:yyyy-MM-dd}", Position = await db.Contacts.Of(answer.OrgId).CountAsync(known => known.CustomerId == customer.Id),
        };
        db.Add(contact);
        await CustomerSearch.IndexAsync(db, customer, contact);
    }
}
