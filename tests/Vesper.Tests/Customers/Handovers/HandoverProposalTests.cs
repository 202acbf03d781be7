using FsCheck;
using FsCheck.Fluent;
using Vesper.Customers;
using Vesper.Customers.Handovers;
using static Vesper.Customers.Handovers.HandoverReason;

namespace Vesper.Tests.Customers.Handovers;

public sealed class HandoverProposalTests
{
    static readonly Guid Team = Id(900);

    [Fact]
    public void Who_knows_the_city_and_the_trade_takes_it_and_it_says_why()
    {
        var (near, far) = (ATaker(1, 10, "台州", 8, "家具", 4), ATaker(2, 10, "杭州", 8, "灯饰", 4));
        var one = HandoverProposal.Of([ToGive(1, Grade.A, "台州", "家具")], [far, near]).Single();
        one.ToId.ShouldBe(near.Id);
        one.Why.ShouldBe([Room, Area, Industry, HandoverReason.Team]);
    }

    [Fact]
    public void Who_has_more_room_takes_it_where_nothing_else_speaks()
    {
        var one = HandoverProposal.Of([ToGive(1, Grade.B, "宁波", "食品")], [ATaker(1, 140), ATaker(2, 20), ATaker(3, 90)]).Single();
        one.ToId.ShouldBe(Id(2));
    }

    [Fact]
    public void Each_one_given_makes_the_next_less_likely()
    {
        var takers = new[] { ATaker(1, 0), ATaker(2, 0), ATaker(3, 0) };
        HandoverProposal.Of(Enumerable.Range(1, 30).Select(n => ToGive(n, Grade.C, "", "")), takers).GroupBy(one => one.ToId).Select(one => one.Count()).ShouldBe([10, 10, 10]);
    }

    [Fact]
    public void What_is_disqualified_goes_to_the_pool_and_so_does_what_nobody_has_room_for()
    {
        var proposed = HandoverProposal.Of([ToGive(1, Grade.E, "", ""), ToGive(2, Grade.A, "", ""), ToGive(3, Grade.D, "", "")], [ATaker(1, 149)]);
        proposed.Select(one => (one.CustomerId, one.ToId, one.Why[0])).ShouldBe([(Id(2), Id(1), HandoverReason.Team), (Id(3), null, NobodyHasRoom), (Id(1), null, Disqualified)]);
        HandoverProposal.Of([ToGive(1, Grade.A, "", "")], []).Single().Why.ShouldBe([NobodyHasRoom]);
    }

    [Fact]
    public void Every_customer_has_one_proposal_nobody_holds_too_many_and_the_order_decides_nothing() => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var dice = new Random(seed);
            var (cities, trades) = (new[] { "", "台州", "杭州", "宁波" }, new[] { "", "家具", "灯饰" });
            var takers = Enumerable.Range(1, dice.Next(0, 6)).Select(n => ATaker(n, dice.Next(100, 160), cities[dice.Next(4)], dice.Next(20), trades[dice.Next(3)], dice.Next(5))).ToList();
            var given = Enumerable.Range(1, dice.Next(0, 80)).Select(n => ToGive(n, (Grade)dice.Next(5), cities[dice.Next(4)], trades[dice.Next(3)]) with { Counts = dice.Next(5) > 0 }).ToList();
            var one = HandoverProposal.Of(given, takers);
            var again = HandoverProposal.Of(given.OrderBy(_ => dice.Next()), [.. takers.OrderBy(_ => dice.Next())]);
            return one.Select(p => p.CustomerId).Order().SequenceEqual(given.Select(c => c.CustomerId).Order())
                && one.All(p => p.Why.Count > 0 || p.ToId is not null) && one.All(p => p.ToId is null || takers.Exists(t => t.Id == p.ToId))
                && takers.TrueForAll(t => one.Count(p => p.ToId == t.Id && given.Single(c => c.CustomerId == p.CustomerId).Counts) is var more && (more == 0 || t.Held + more <= t.MostHeld))
                && one.Select(p => (p.CustomerId, p.ToId)).SequenceEqual(again.Select(p => (p.CustomerId, p.ToId)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void They_go_there_together_on_workdays_two_a_day_before_her_last_one()
    {
        var friday = new DateOnly(2026, 11, 20);
        Introductions.Next([], friday, null, Works).ShouldBe(friday.AddDays(3));
        Introductions.Next([friday.AddDays(3), friday.AddDays(3)], friday, null, Works).ShouldBe(friday.AddDays(4));
        Introductions.Next([], friday, friday.AddDays(2), Works).ShouldBeNull();
        Introductions.Next([], friday, null, _ => false).ShouldBeNull();

        static bool Works(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    static Taker ATaker(int n, int held, string city = "", int there = 0, string trade = "", int won = 0) =>
        new(Id(n), Team, held, 150, new Dictionary<string, int> { [city] = there }, new Dictionary<string, int> { [trade] = won });

    static ToGive ToGive(int n, Grade grade, string city, string trade) => new(Id(n), Team, grade, city, trade, grade is not Grade.E);

    static Guid Id(int n) => new(n, 0, 0, new byte[8]);
}
