using Vesper.Field;
using Vesper.Kit.Geo;

namespace Vesper.Tests.Field;

public sealed class PincerTests
{
    static readonly Point Meeting = new(30.30, 120.34);
    static readonly Guid Lin = Guid.CreateVersion7(), Zhe = Guid.CreateVersion7(), Jia = Guid.CreateVersion7();

    static Door At(double north, double east, Guid? owner = null) => new(Guid.CreateVersion7(), new(Meeting.Latitude + north, Meeting.Longitude + east), owner);

    [Fact]
    public void East_west_and_middle_close_on_the_meeting_point()
    {
        Door[] east = [At(0.001, 0.03), At(-0.002, 0.05)], west = [At(0.002, -0.04), At(-0.001, -0.03)], near = [At(0.001, 0.002), At(-0.001, -0.001)];

        var routes = Pincer.Of([Lin, Zhe, Jia], [.. east, .. west, .. near], Meeting, new());

        routes.Select(route => route.Side).ShouldBe([Side.Middle, Side.East, Side.West], ignoreOrder: true);
        routes.Single(route => route.Side is Side.East).CustomerIds.ShouldBe([east[1].CustomerId, east[0].CustomerId]);
        routes.Single(route => route.Side is Side.West).CustomerIds.ShouldBe([west[0].CustomerId, west[1].CustomerId]);
        routes.Single(route => route.Side is Side.Middle).CustomerIds.ShouldBe(near.Select(door => door.CustomerId), ignoreOrder: true);
    }

    [Fact]
    public void A_side_goes_to_whom_its_doors_belong()
    {
        Door[] north = [At(0.03, 0, Zhe), At(0.04, 0.001, Zhe)], south = [At(-0.03, 0, Lin), At(-0.04, 0.001, Lin)];

        var routes = Pincer.Of([Lin, Zhe], [.. north, .. south], Meeting, new());

        routes[0].ShouldBe(routes[0] with { MemberId = Lin, Side = Side.South });
        routes[1].ShouldBe(routes[1] with { MemberId = Zhe, Side = Side.North });
    }

    [Fact]
    public void Whose_address_is_unknown_comes_last_on_her_owners_route()
    {
        var nowhere = new Door(Guid.CreateVersion7(), null, Zhe);

        var routes = Pincer.Of([Lin, Zhe], [nowhere, At(0.03, 0, Zhe), At(-0.03, 0, Lin)], Meeting, new());

        routes[1].CustomerIds[^1].ShouldBe(nowhere.CustomerId);
    }

    [Fact]
    public void One_member_alone_walks_it_all_and_without_addresses_nobody_has_a_side()
    {
        var doors = Enumerable.Range(0, 5).Select(_ => new Door(Guid.CreateVersion7(), null, null)).ToList();

        Pincer.Of([Lin], doors, null, new()).ShouldHaveSingleItem().CustomerIds.Count.ShouldBe(5);
        Pincer.Of([Lin, Zhe, Jia], doors, null, new()).ShouldAllBe(route => route.Side == Side.Middle && route.CustomerIds.Count >= 1);
    }

    [Fact]
    public void Whatever_the_town_every_door_is_on_one_route_shares_are_even_and_every_step_comes_nearer()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var dice = new Random(seed);
            var members = Enumerable.Range(0, dice.Next(1, 8)).Select(_ => Guid.CreateVersion7()).ToList();
            var doors = Enumerable.Range(0, dice.Next(0, 40)).Select(_ => At((dice.NextDouble() - 0.5) / 10, (dice.NextDouble() - 0.5) / 10, members[dice.Next(members.Count)])).ToList();
            Point? meeting = dice.Next(2) == 0 ? Meeting : null;

            var routes = Pincer.Of(members, doors, meeting, new());

            routes.Select(route => route.MemberId).ShouldBe(members);
            routes.SelectMany(route => route.CustomerIds).ShouldBe(doors.Select(door => door.CustomerId), ignoreOrder: true);
            if (doors.Count > 0) (routes.Max(route => route.CustomerIds.Count) - routes.Min(route => route.CustomerIds.Count)).ShouldBeLessThanOrEqualTo(1, $"seed {seed}");
            var centre = meeting ?? (doors.Count == 0 ? default : new Point(doors.Average(door => door.At!.Value.Latitude), doors.Average(door => door.At!.Value.Longitude)));
            foreach (var route in routes)
            {
                var metres = route.CustomerIds.Select(id => doors.Single(door => door.CustomerId == id).At!.Value.MetresTo(centre)).ToList();
                metres.ShouldBe([.. metres.OrderDescending()], $"seed {seed}");
            }
        }
    }
}
