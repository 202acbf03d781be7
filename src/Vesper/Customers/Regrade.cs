using Vesper.Customers.GradeWords;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Customers;

/// <summary>A customer's grade becomes another: kept for lists, with its step in the history and word to the team.</summary>
static class Regrade
{
    /// <returns>False when it is that grade already, or somebody's word holds it.</returns>
    public static bool Take(Db db, Customer customer, Grade grade, string reason, DateOnly day, bool byCalendar = false)
    {
        if (customer.Grade == grade || customer.Held(day)) return false;

        var change = new GradeChange
        {
            OrgId = customer.OrgId,
            Id = Guid.CreateVersion7(),
            CustomerId = customer.Id,
            TeamId = customer.TeamId,
            MemberId = customer.OwnerId,
            From = customer.Grade,
            To = grade,
            Reason = reason,
            Day = day,
        };
        (customer.Grade, customer.GradeSince) = (grade, day);
        db.Add(change);
        db.Tell(Topic.Team(customer.TeamId), new GradeChanged(change.Id, customer.Id, customer.OwnerId, change.From, change.To, day, byCalendar));
        return true;
    }
}
