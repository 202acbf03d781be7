using Vesper.Evenings;

namespace Vesper.Tests.Evenings;

/// <summary>A month of evenings, each begun from what the last one left: the proof that nobody is forgotten.</summary>
public sealed class AgendaMonthTests
{
    const int Evenings = 22;

    // New cases and offers an evening are far more than it can take for the last four rows.
    [Theory]
    [InlineData(3, 30, 1)]
    [InlineData(8, 30, 3)]
    [InlineData(12, 30, 8)]
    [InlineData(12, 10, 12)]
    [InlineData(30, 30, 20)]
    [InlineData(1, 30, 5)]
    public void Nobodys_case_story_or_turn_waits_for_more_than_three_sessions(int members, int minutes, int newCases)
    {
        var month = new Month(members, minutes, newCases, seed: members * 1000 + newCases);
        for (var evening = 0; evening < Evenings; evening++)
        {
            month.Hold();
            month.LongestCase.ShouldBeLessThanOrEqualTo(3);
            month.LongestOffer.ShouldBeLessThanOrEqualTo(3);
            month.LongestTurn.ShouldBeLessThanOrEqualTo(3);
        }
        month.Taken.ShouldBeGreaterThan(Evenings / 2); // the month really had cases, and they really were taken
    }

    [Fact]
    public void A_team_of_eight_on_usual_days_needs_no_small_tables()
    {
        var month = new Month(members: 8, minutes: 30, newCases: 2, seed: 1);
        for (var evening = 0; evening < Evenings; evening++) month.Hold().Items.ShouldAllBe(item => !item.SideBySide);
    }

    sealed class Month(int members, int minutes, int newCases, int seed)
    {
        readonly Random _random = new(seed);
        readonly Dictionary<Guid, int> _lastHeard = [];
        List<OpenCase> _cases = [];
        List<StoryOffer> _offers = [];
        int _evening, _numbers;

        public int LongestCase => _cases.Select(one => one.TimesCarried).DefaultIfEmpty().Max();
        public int LongestOffer => _offers.Select(offer => offer.TimesCarried).DefaultIfEmpty().Max();

        /// <summary>Sessions since anyone was last heard; before her first one, sessions since the month began.</summary>
        public int LongestTurn => Enumerable.Range(0, members).Max(number => _evening - _lastHeard.GetValueOrDefault(Days.Id(1, number), 0));

        public int Taken { get; private set; }

        public Agenda Hold()
        {
            for (var i = 0; i < newCases; i++) _cases.Add(Days.Case(++_numbers, _random.Next(members)));
            if (_random.Next(2) == 0) _offers.Add(Days.Offer(++_numbers, _random.Next(members)));

            var agenda = AgendaComposer.Compose(new AgendaDay("队", Days.Today.AddDays(_evening), minutes,
            [
                .. Enumerable.Range(0, members).Select(number => Days.Member(number, heard: _lastHeard.TryGetValue(Days.Id(1, number), out var last) ? _evening + 1 - last : null)),
            ])
            {
                Cases = _cases,
                Offers = _offers,
                Won = [.. Enumerable.Range(0, _random.Next(0, 3)).Select(_ => Days.Won(++_numbers, _random.Next(members)))],
            }, new EveningOptions());

            _evening++;
            var heard = agenda.Items.Where(item => item.Act is Act.Nourish or Act.Lift && item.Kind is not AgendaKind.Commitments).SelectMany(item => item.Subjects).ToList();
            foreach (var subject in heard) _lastHeard[subject.MemberId!.Value] = _evening;
            Taken += _cases.RemoveAll(one => heard.Any(subject => subject.CaseId == one.Id));
            _offers.RemoveAll(offer => heard.Any(subject => subject.OfferId == offer.Id));
            _cases = [.. _cases.Select(one => one with { TimesCarried = one.TimesCarried + 1 })];
            _offers = [.. _offers.Select(offer => offer with { TimesCarried = offer.TimesCarried + 1 })];
            return agenda;
        }
    }
}
