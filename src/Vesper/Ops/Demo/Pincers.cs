using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Geo;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>杭州东区战队's missions: one under way today, as far as its visits are, and one that ended last week.</summary>
sealed class Pincers(DemoRows rows, DemoDays days, Dice dice)
{
    const int Stops = 5;
    static readonly Point Lake = new(30.3088, 120.3247); // 金沙湖

    public void Write(Cast cast)
    {
        Member[] reps = [cast.Named("小林"), cast.Named("阿哲"), cast.Named("佳佳")];
        var today = Begin(cast, days.Today, "下沙", "金沙湖地铁口", Meeting());
        foreach (var (rep, done) in reps.Zip((int[])[3, 2, 4])) Walk(today, rep, done);
        Route(today, cast.East.Supervisor);

        var day = days.Ago(5);
        var over = Begin(cast, day, "九堡", "客运中心东门", days.At(day, 17));
        (over.State, over.EndedAt) = (MissionState.Ended, days.At(day, 17.5));
        string[] learned = ["问一句“去年丢了哪个客户”，老板自己就开口了", "两家在同一幢楼，先楼上后楼下，省了一个小时", "前台说不在的时候，问几点在，比留资料有用"];
        foreach (var (rep, words) in reps.Zip(learned)) Walked(over, rep, words);
        Line(over, cast.East.Supervisor, over.EndedAt.Value, "");
    }

    // Seen in the morning it is this afternoon's; seen at night it is about to close.
    DateTimeOffset Meeting()
    {
        var local = TimeZoneInfo.ConvertTime(days.Now, DemoDays.Zone).TimeOfDay;
        var hour = Math.Clamp(Math.Ceiling((local.TotalHours + 0.75) * 2) / 2, 17, 23.5);
        var at = days.Today.ToDateTime(TimeOnly.MinValue).AddHours(hour);
        return new DateTimeOffset(at, DemoDays.Zone.GetUtcOffset(at)).ToUniversalTime();
    }

    Mission Begin(Cast cast, DateOnly day, string area, string place, DateTimeOffset meetsAt)
    {
        var chen = cast.East.Supervisor;
        var mission = new Mission
        {
            OrgId = rows.OrgId, Id = dice.Id(days.At(day, 8)), TeamId = cast.East.Unit.Id, Area = area, Place = place, Day = day, MeetsAt = meetsAt, State = MissionState.UnderWay,
            PlannedBy = chen.Id, CreatedAt = days.At(days.Before(day), 19), StartedAt = days.At(day, 9),
        };
        rows.Missions.Add(mission);
        Line(mission, chen, mission.StartedAt.Value, place);
        return mission;
    }

    /// <summary>So many of her visits of the day, then her companies nearest to the meeting point that are still ahead.</summary>
    void Walk(Mission mission, Member rep, int done)
    {
        var been = rows.Visits.Where(visit => visit.MemberId == rep.Id && visit.Day == mission.Day).OrderBy(visit => visit.DeviceAt).Select(visit => visit.CustomerId).Distinct().ToList();
        var ahead = rows.Customers.Where(customer => customer.OwnerId == rep.Id && customer.TeamId == mission.TeamId && !been.Contains(customer.Id))
            .OrderBy(Away).Take(Stops - Math.Min(done, been.Count)).OrderByDescending(Away).Select(customer => customer.Id).ToList();
        var stops = been.Take(done).Concat(ahead).ToList();
        Route(mission, rep, stops);
        foreach (var (customerId, position) in stops.Select((customerId, position) => (customerId, position)))
        {
            var stop = Stop(mission, rep, customerId, position);
            if (!ahead.Contains(customerId) || rows.PlannedVisits.Exists(planned => planned.MemberId == rep.Id && planned.Day == mission.Day && planned.CustomerId == customerId)) continue;
            rows.PlannedVisits.Add(new() { OrgId = rows.OrgId, Id = stop.Id, MemberId = rep.Id, TeamId = mission.TeamId, Day = mission.Day, CustomerId = customerId, Position = 10 + position });
        }
    }

    void Walked(Mission mission, Member rep, string learned)
    {
        var been = rows.Visits.Where(visit => visit.MemberId == rep.Id && visit.Day == mission.Day).OrderBy(visit => visit.DeviceAt).Select(visit => visit.CustomerId).Distinct().ToList();
        var route = Route(mission, rep, been);
        (route.Learned, route.ArrivedAt) = (learned, mission.EndedAt!.Value.AddMinutes(-dice.Between(3, 25)));
        foreach (var (customerId, position) in been.Select((customerId, position) => (customerId, position))) Stop(mission, rep, customerId, position);
    }

    /// <summary>From which side she comes follows from where her companies are.</summary>
    MissionRoute Route(Mission mission, Member member, params IReadOnlyList<Guid> stops)
    {
        var doors = rows.Customers.Where(customer => stops.Contains(customer.Id)).Select(customer => new Door(customer.Id, PointOf(customer), customer.OwnerId)).ToList();
        var side = Pincer.Of([member.Id], doors, Lake, new())[0].Side;
        var route = new MissionRoute { OrgId = rows.OrgId, MissionId = mission.Id, MemberId = member.Id, Side = side, Position = rows.MissionRoutes.Count };
        rows.MissionRoutes.Add(route);
        return route;
    }

    MissionStop Stop(Mission mission, Member rep, Guid customerId, int position)
    {
        var stop = new MissionStop { OrgId = rows.OrgId, Id = dice.Id(mission.CreatedAt), MissionId = mission.Id, MemberId = rep.Id, CustomerId = customerId, Position = position };
        rows.MissionStops.Add(stop);
        return stop;
    }

    void Line(Mission mission, Member who, DateTimeOffset at, string place) => rows.FeedItems.Add(new()
    {
        OrgId = rows.OrgId, Id = dice.Id(at), TeamId = mission.TeamId, MemberId = who.Id, MemberName = who.ShortName, Kind = FeedKind.Mission, SubjectId = mission.Id, Text = mission.Area, NextStep = place, At = at,
    });

    static Point? PointOf(Customer customer) => customer is { Latitude: { } north, Longitude: { } east } ? new Point(north, east) : null;

    static double Away(Customer customer) => PointOf(customer)?.MetresTo(Lake) ?? double.MaxValue;
}
