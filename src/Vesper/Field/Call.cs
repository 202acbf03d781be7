using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Field;

/// <summary>接通 · 约到了 · 被拒 · 挂断.</summary>
enum CallOutcome { Reached, Appointment, Refused, HungUp }

/// <summary>A phone call to a customer, one tap with its outcome. It counts for the load of refusals and for follow-up, never for visits.</summary>
sealed class Call : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>Made by the phone, so that sending it again finds the first attempt.</summary>
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public Guid TeamId { get; init; }
    public Guid CustomerId { get; init; }
    public Guid? ContactId { get; set; }

    /// <summary>The day in the organisation's zone, by the phone's clock.</summary>
    public DateOnly Day { get; init; }
    public DateTimeOffset DeviceAt { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public CallOutcome Outcome { get; set; }
    public string Note { get; set; } = "";
    public string NextStep { get; set; } = "";
    public DateOnly? NextOn { get; set; }

    /// <exception cref="Refusal"><c>call.time</c>: ahead of our clock, or too old to be believed. <c>call.date</c>: a next step out of sense.</exception>
    public static Call Make(Guid id, Me me, Customer customer, NewCall input, SentAt sent, DateTimeOffset now, FieldOptions options)
    {
        if (PhoneTime.Of(input.DeviceAt, sent.Value, now, options) is not { At: var at })
            throw new Refusal("call.time", "The phone's clock is ahead, or this call is too old.");

        var call = new Call { OrgId = me.OrgId, Id = id, MemberId = me.Id, TeamId = me.TeamId, CustomerId = customer.Id, Day = me.DayOf(at), DeviceAt = at, ReceivedAt = now };
        call.Take(input);
        return call;
    }

    /// <summary>What came of it may be said anew until the call's day ends, the last word counts.</summary>
    /// <returns>False when this is what was said already.</returns>
    /// <exception cref="Refusal"><c>call.closed</c>: another outcome after the day. <c>call.date</c>: a next step out of sense.</exception>
    public bool Say(NewCall input, DateOnly saidOn)
    {
        var before = (ContactId, Outcome, Note, NextStep, NextOn);
        if (before == (input.ContactId, input.Outcome, input.Note?.Trim() ?? "", input.NextStep?.Trim() ?? "", input.NextOn)) return false;
        if (saidOn > Day) throw new Refusal("call.closed", "The day of this call is over; its outcome stays.");
        Take(input);
        return true;
    }

    void Take(NewCall input)
    {
        if (input.NextOn < Day || input.NextOn > Day.AddDays(366)) throw new Refusal("call.date", "The next step lies before the call or more than a year ahead.");
        (ContactId, Outcome, Note) = (input.ContactId, input.Outcome!.Value, input.Note?.Trim() ?? "");
        (NextStep, NextOn) = (input.NextStep?.Trim() ?? "", input.NextOn);
    }
}

sealed class CallMap : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> call)
    {
        call.ToTable("calls");
        call.Property(c => c.Note).HasMaxLength(300);
        call.Property(c => c.NextStep).HasMaxLength(200);
        call.HasIndex(c => new { c.OrgId, c.MemberId, c.Day });
        call.HasIndex(c => new { c.OrgId, c.TeamId, c.Day });
        call.HasIndex(c => new { c.OrgId, c.CustomerId, c.Id });
    }
}

static class CallSets
{
    extension(Db db)
    {
        public DbSet<Call> Calls => db.Set<Call>();
    }
}
