using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>
/// Makes all rows of a demo from a seed and a moment; no database. The same seed at the same moment is the same to the last letter,
/// only the password's hash has a salt of its own.
/// </summary>
sealed class World
{
    readonly DemoSize _size;
    readonly DemoDays _days;
    readonly Dice _dice;
    readonly Cast _cast;
    readonly Archive _archive;
    readonly DemoRows _rows;

    World(DemoSize size, DateTimeOffset now, string? passwordHash)
    {
        (_size, _days, _dice) = (size, new(now, size.Days), new(size.Seed, "world"));
        _rows = new(OrganisationOf(size.Seed));
        _cast = new(_rows, _days, size, passwordHash);
        _archive = new(_rows, _days, new(size.Seed, "archive"));
    }

    /// <summary>The organisation's id follows from the seed, so that the same demo is known again.</summary>
    public static Guid OrganisationOf(long seed) => new Dice(seed, "organisation").Id(DateTimeOffset.UnixEpoch.AddYears(50));

    public static DemoRows Make(DemoSize size, DateTimeOffset now, string? passwordHash) => new World(size, now, passwordHash).Make();

    DemoRows Make()
    {
        foreach (var day in _days.Exceptions)
            _rows.CalendarDays.Add(new() { OrgId = _rows.OrgId, Id = _dice.Id(_days.At(_days.First, 8)), Day = day, Works = day == _days.Today, Name = _days.Holiday(day) ?? "值班日" });

        var scenes = new Scenes(_days, _archive, _cast);
        Settle();
        var road = new Road(_days, new(_size.Seed, "road"), _archive);
        Taizhou(road);

        scenes.Before();
        Travel(road);
        scenes.Today(road);
        foreach (var life in _archive.Lives) life.Regrade(_days.Today.AddDays(-1), ""); // as last night's run left them
        Evenings(scenes);
        new Plans(_rows, _days, new(_size.Seed, "plans")).Write(_cast, road, scenes);
        new Phone(_rows, _days, new(_size.Seed, "phone")).Write(_cast, _archive, scenes);
        new Pincers(_rows, _days, new(_size.Seed, "missions")).Write(_cast);
        new Reviews(_rows, _days).Write(_cast);
        new Diaries(_rows, _days, new(_size.Seed, "diaries")).Write(_cast);
        Feed.React(_rows, new(_size.Seed, "reactions"), _cast, _days.At(_days.Ago(8), 0));
        new Talk(_rows, _days, new(_size.Seed, "talk"), _cast).Write();
        new Inbox(_rows, _days, new(_size.Seed, "inbox")).Write();
        Feed.Index(_rows);
        new Sea(_rows, _days, new(_size.Seed, "sea")).Write(_archive.Lives);
        _archive.Index();
        return _rows;
    }

    /// <summary>Every rep has about as many companies; the newcomer has fewer.</summary>
    void Settle()
    {
        var posts = _cast.Crews.SelectMany(crew => crew.Reps.Select(rep => (crew, rep))).ToList();
        for (var i = 0; i < _size.Customers - Archive.OfScenes; i++)
        {
            var (crew, rep) = posts[i % posts.Count];
            _archive.Any(crew, rep);
        }
    }

    /// <summary>小林's first month was in Taizhou, with the team that covers it; the companies stayed there.</summary>
    void Taizhou(Road road)
    {
        var crew = _cast.Crews.FirstOrDefault(one => one.Unit.Name == "台州战队") ?? _cast.Crews.First(one => one.Unit.Name == "宁波战队");
        var lives = _archive.Lives.Where(life => life.Customer.TeamId == crew.Unit.Id).Take(14).ToList();
        road.Lent[(_cast.Named("小林").Id, crew.Unit.Id)] = lives;
        road.NoDealYet.Add(_cast.Named("小林").Id);
    }

    /// <summary>A month of evenings a team, half a year of them in a year's load; and what is on the table tonight.</summary>
    void Evenings(Scenes scenes)
    {
        var scripted = _archive.Lives.Where(life => life.Scripted).Select(life => life.Customer.Id).ToHashSet();
        foreach (var crew in _cast.Crews)
        {
            var evenings = new PastEvenings(_rows, _days, new(_size.Seed, $"evenings of {crew.Unit.Name}"), crew, scripted);
            for (var ago = Math.Min(_days.Past.Count, _size.Days > 90 ? 120 : 24); ago > 0; ago--)
                evenings.Hold(_days.Ago(ago), ago is 2 or 3 ? 3 : 2, crew == _cast.East && ago == 1 ? scenes.LastNight(_rows) : null);
            if (crew == _cast.East) foreach (var left in evenings.Open) left.State = CaseState.Closed; // tonight's three are the scene's
        }
        _rows.Cases.AddRange(scenes.Tonight(_rows));
    }

    void Travel(Road road)
    {
        var lin = _cast.Named("小林");
        var (taizhou, moved) = (road.Lent.Keys.First().Team, _days.Today.AddDays(-40));
        List<(Crew Crew, Member Rep)> posts = [.. _cast.Crews.SelectMany(crew => crew.Reps.Select(rep => (crew, rep)))];
        var today = _cast.Crews.Skip(1).Sum(crew => crew.Reps.Count);
        double left = _size.Visits - _rows.Visits.Count - 24; // today of the scenes
        double days = (_days.Past.Count * posts.Count) + today;

        foreach (var day in _days.Past.Append(_days.Today))
            foreach (var (crew, rep) in posts)
            {
                if (day == _days.Today && crew == _cast.East) continue; // today is the scenes'
                var many = Math.Max(0, (int)((left / days--) + (2 * _dice.Share()) - 0.5));
                if (day < rep.JoinedOn) continue;
                var before = _rows.Visits.Count;
                road.Day(day, rep, rep == lin && day < moved ? taizhou : crew.Unit.Id, many);
                left -= _rows.Visits.Count - before;
            }
    }
}
