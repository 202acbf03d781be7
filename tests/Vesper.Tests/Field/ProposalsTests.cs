using FsCheck;
using FsCheck.Fluent;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Geo;
using Point = Vesper.Kit.Geo.Point;

namespace Vesper.Tests.Field;

public sealed class ProposalsTests
{
    static readonly DateOnly Day = new(2026, 11, 23);
    static readonly PlanOptions Options = new();
    static readonly Point Here = new(30.2741, 120.1551);

    /// <summary>One line of the rule each, and its edges.</summary>
    static IReadOnlyList<(string Line, Prospect Prospect, ProposalWhy? Why)> Lines =>
    [
        ("nothing speaks for it", Someone(), null),
        ("agreed for the day", Someone() with { AgreedOn = Day, Agreed = "约财务总监" }, ProposalWhy.Agreed),
        ("agreed and missed a while ago", Someone() with { AgreedOn = Day.AddDays(-14) }, ProposalWhy.Agreed),
        ("agreed too long ago", Someone() with { AgreedOn = Day.AddDays(-15) }, null),
        ("agreed with a customer that is out", Someone(Grade.E) with { AgreedOn = Day }, ProposalWhy.Agreed),
        ("agreed before promised", Someone() with { AgreedOn = Day, NextOn = Day }, ProposalWhy.Agreed),
        ("promised for the day", Someone() with { NextOn = Day }, ProposalWhy.Promised),
        ("promised and late", Someone() with { NextOn = Day.AddDays(-14) }, ProposalWhy.Promised),
        ("promised too long ago", Someone() with { NextOn = Day.AddDays(-15) }, null),
        ("promised by a customer that is out", Someone(Grade.E) with { NextOn = Day }, null),
        ("promised for later, though its grade falls", Falling(3) with { NextOn = Day.AddDays(1) }, null),
        ("falls in a week", Falling(7), ProposalWhy.Falling),
        ("falls in eight days", Falling(8), null),
        ("falls before the day", Falling(-1), ProposalWhy.Falling),
        ("falls, and its KP was never met", Falling(2) with { KpUnseen = true }, ProposalWhy.Falling),
        ("KP never met", Someone() with { KpUnseen = true, LastVisitOn = Day.AddDays(-2) }, ProposalWhy.KpUnseen),
        ("KP missed only yesterday", Someone() with { KpUnseen = true, LastVisitOn = Day.AddDays(-1) }, null),
        ("near a stop", Someone() with { At = North(1_900) }, ProposalWhy.Near),
        ("not so near", Someone() with { At = North(2_100) }, null),
        ("near, but visited lately", Someone() with { At = North(100), LastVisitOn = Day.AddDays(-13) }, null),
        ("near, visited two weeks ago", Someone() with { At = North(100), LastVisitOn = Day.AddDays(-14) }, ProposalWhy.Near),
        ("near, but out", Someone(Grade.E) with { At = North(100) }, null),
    ];

    [Fact]
    public void A_customer_is_proposed_for_the_first_reason_that_holds()
    {
        foreach (var (line, prospect, why) in Lines) Of([prospect]).Select(one => (ProposalWhy?)one.Why).SingleOrDefault().ShouldBe(why, line);
    }

    [Fact]
    public void The_purpose_is_what_was_agreed_or_promised_and_a_near_one_names_its_stop()
    {
        Of([Someone() with { AgreedOn = Day, Agreed = "约财务总监", NextStep = "送样本" }]).Single().Purpose.ShouldBe("约财务总监");
        Of([Someone() with { NextOn = Day, NextStep = "送样本" }]).Single().Purpose.ShouldBe("送样本");
        var near = Of([Someone() with { At = North(500) }]).Single();
        near.NearTo.ShouldBe(Stop);
        near.Metres!.Value.ShouldBe(500, 1);
    }

    [Fact]
    public void A_long_list_of_one_reason_hides_no_other()
    {
        var promised = Enumerable.Range(0, 20).Select(_ => Someone() with { NextOn = Day });

        Of([.. promised, Falling(3), Someone() with { KpUnseen = true }, Someone() with { At = North(100) }]).Select(one => one.Why).Distinct()
            .ShouldBe([ProposalWhy.Promised, ProposalWhy.Falling, ProposalWhy.KpUnseen, ProposalWhy.Near]);
    }

    [Fact]
    public void The_day_itself_comes_before_what_is_late_and_the_better_grade_before_the_lower()
    {
        var (late, today, better) = (Someone() with { NextOn = Day.AddDays(-3) }, Someone(Grade.C) with { NextOn = Day }, Someone(Grade.A) with { NextOn = Day });

        Of([late, today, better]).Select(one => one.About).ShouldBe([better, today, late]);
    }

    [Fact]
    public void Whatever_the_customers_are_the_list_is_short_true_and_always_the_same() => Prop.ForAll(Days.ToArbitrary(), day =>
    {
        var list = Proposals.For(Day, day.Prospects, day.Stops, day.Dismissed, Options);

        list.Count.ShouldBeLessThanOrEqualTo(Options.Proposals);
        list.Select(one => one.About.CustomerId).ShouldBeUnique();
        list.ShouldAllBe(one => !day.Stops.ContainsKey(one.About.CustomerId) && !day.Dismissed.Contains(one.About.CustomerId));
        list.Select(one => one.Why).ShouldBeInOrder();
        list.ShouldAllBe(one => one.About.Grade != Grade.E || one.Why == ProposalWhy.Agreed);
        Proposals.For(Day, day.Prospects.Reverse(), day.Stops, day.Dismissed, Options).ShouldBe(list);

        // Nobody is left out for a worse one while there is room.
        var all = Proposals.For(Day, day.Prospects, day.Stops, day.Dismissed, Options with { Proposals = int.MaxValue });
        list.Count.ShouldBe(Math.Min(all.Count, Options.Proposals));
        list.Select(one => one.Why).Distinct().Count().ShouldBe(Math.Min(Options.Proposals, all.Select(one => one.Why).Distinct().Count()));
    }).QuickCheckThrowOnFailure();

    static readonly Guid Stop = Guid.CreateVersion7();

    sealed record Case(IReadOnlyList<Prospect> Prospects, IReadOnlyDictionary<Guid, Point?> Stops, IReadOnlySet<Guid> Dismissed);

    static Gen<DateOnly?> Around(int days) => Gen.Choose(-days, days).Select(n => n % 4 == 0 ? (DateOnly?)null : Day.AddDays(n));

    static Gen<Case> Days =>
        from rows in (
            from grade in Gen.Elements(Enum.GetValues<Grade>())
            from metres in Gen.Choose(-4_000, 4_000)
            from last in Around(30)
            from next in Around(20)
            from falls in Gen.Choose(-3, 20)
            from agreed in Around(20)
            from flags in Gen.Choose(0, 15)
            select (Seen: new Prospect(Guid.CreateVersion7(), grade, flags % 5 == 0 ? null : North(metres), last, "下一步", next,
                grade < Grade.D ? new StepDown(Day.AddDays(falls), Grade.D, falls, true) : null, flags % 3 == 0, flags % 7 == 0 ? agreed : null), flags)).ListOf()
        select new Case([.. rows.Select(row => row.Seen)],
            rows.Where(row => row.flags == 1).ToDictionary(row => row.Seen.CustomerId, row => row.Seen.At),
            rows.Where(row => row.flags == 2).Select(row => row.Seen.CustomerId).ToHashSet());

    static IReadOnlyList<Proposal> Of(IEnumerable<Prospect> prospects) =>
        Proposals.For(Day, prospects, new Dictionary<Guid, Point?> { [Stop] = Here }, new HashSet<Guid>(), Options);

    static Prospect Someone(Grade grade = Grade.D) => new(Guid.CreateVersion7(), grade, null, null, "", null, null, false);

    static Prospect Falling(int days) => Someone(Grade.B) with { Falls = new(Day.AddDays(days), Grade.C, days, true) };

    static Point North(double metres) => new(Here.Latitude + (metres / 111_195), Here.Longitude);
}
