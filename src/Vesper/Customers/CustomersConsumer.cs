using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Board;
using Vesper.Customers.People;
using Vesper.Field;
using Vesper.Journals;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Customers;

/// <summary>Takes into the archive what a visit showed: facts, people met, the next step, stage and grade; and the next step agreed on the phone.</summary>
sealed class CustomersConsumer(GradeOptions grades) : Consumer("customers")
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { VisitEnded.Name, CallMade.Name };

    public override Task ActAsync(Db db, EventRow happened) => happened.Type switch
    {
        CallMade.Name => TakeCall(db, happened, happened.As<CallMade>()),
        _ => TakeOutcome(db, happened, happened.As<VisitEnded>()),
    };

    async Task TakeOutcome(Db db, EventRow happened, VisitEnded ended)
    {
        if (await db.Visits.Of(happened.OrgId).FindAsync(ended.VisitId) is not { Outcome: not null } visit) return;
        if (await db.Customers.Of(happened.OrgId).FindAsync(visit.CustomerId) is not { } customer) return;

        var facts = await TakeFacts(db, visit);
        await MeetContact(db, visit);
        var unseen = customer.VisitsWithoutKp;
        await TakeVisit(db, customer, visit);
        if (unseen < grades.KpUnseenVisits && customer.VisitsWithoutKp >= grades.KpUnseenVisits)
            db.Tell(Topic.Team(customer.TeamId), new KpStillUnseen(customer.Id, customer.OwnerId, customer.VisitsWithoutKp, ended.Day));
        if (Stages.After(customer.Stage, facts) is var stage && stage > customer.Stage) await StageMoving.TakeAsync(db, customer, stage, ended.Day);
        customer.UpdatedAt = happened.At;
        Regrade.Take(db, customer, Grading.Of(facts.AsSeen(), ended.Day, grades), GradeReason.Of(facts, ended.Day), ended.Day);
    }

    /// <summary>An outcome said anew replaces what it had shown before; what she accepted of her own words for the archive was not said in it, and stays.</summary>
    static async Task<IReadOnlyList<Fact>> TakeFacts(Db db, Visit visit)
    {
        var known = await db.Facts.Of(visit.OrgId).Where(fact => fact.CustomerId == visit.CustomerId).ToListAsync();
        var accepted = await db.ProposalAnswers.Of(visit.OrgId).Where(answer => answer.CustomerId == visit.CustomerId && answer.Accepted).Select(answer => answer.Id).ToListAsync();
        var replaced = known.FindAll(fact => fact.VisitId == visit.Id && !accepted.Contains(fact.Id));
        db.RemoveRange(replaced);
        var shown = visit.Facts.Where(said => said.Kind is not FactKind.KpMet).ToList();
        if (visit.KpMet is true) shown.Insert(0, new(FactKind.KpMet, ""));
        var fresh = shown.ConvertAll(said => new Fact
        {
            OrgId = visit.OrgId,
            Id = Guid.CreateVersion7(),
            CustomerId = visit.CustomerId,
            Kind = said.Kind!.Value,
            Text = said.Text?.Trim() ?? "",
            Date = said.Kind is FactKind.Time ? said.Date : null,
            AmountFen = said.Kind is FactKind.Budget ? said.AmountFen : null,
            VisitId = visit.Id,
            MemberId = visit.MemberId,
            SeenOn = visit.Day,
        });
        db.AddRange(fresh);
        return [.. known.Except(replaced), .. fresh];
    }

    static async Task MeetContact(Db db, Visit visit)
    {
        if (visit is not { KpMet: true, ContactId: { } id } || await db.Contacts.Of(visit.OrgId).FindAsync(id) is not { } contact) return;
        if (contact.MetOn is null || contact.MetOn < visit.Day) contact.MetOn = visit.Day;
    }

    /// <summary>The newest visit speaks for the next step; visits in a row without the key person are counted back from it.</summary>
    static async Task TakeVisit(Db db, Customer customer, Visit visit)
    {
        var last = await db.Visits.Of(visit.OrgId).Where(v => v.CustomerId == customer.Id && v.EndedAt != null)
            .OrderByDescending(v => v.DeviceAt).Take(50).Select(v => new { v.Id, v.DeviceAt, v.KpMet }).ToListAsync();
        customer.VisitsWithoutKp = last.TakeWhile(v => v.KpMet is not true).Count();
        customer.LastVisitAt = last[0].DeviceAt;
        if (last[0].Id == visit.Id && !await PromisedByPhone(db, customer, visit.DeviceAt)) (customer.NextStep, customer.NextOn) = (visit.NextStep, visit.NextOn);
    }

    /// <summary>A call is follow-up: a step agreed on the phone after the last visit is the customer's next step. It is no visit and shows no facts.</summary>
    static async Task TakeCall(Db db, EventRow happened, CallMade made)
    {
        if (await db.Calls.Of(happened.OrgId).FindAsync(made.CallId) is not { } call || (call.NextStep.Length == 0 && call.NextOn is null)) return;
        if (await db.Customers.Of(happened.OrgId).FindAsync(call.CustomerId) is not { } customer) return;
        if (customer.LastVisitAt > call.DeviceAt || await PromisedByPhone(db, customer, call.DeviceAt)) return;
        (customer.NextStep, customer.NextOn, customer.UpdatedAt) = (call.NextStep, call.NextOn, happened.At);
    }

    static Task<bool> PromisedByPhone(Db db, Customer customer, DateTimeOffset after) => db.Calls.Of(customer.OrgId)
        .AnyAsync(call => call.CustomerId == customer.Id && call.DeviceAt > after && (call.NextOn != null || call.NextStep != ""));
}
