using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Vesper.Customers;
using Vesper.Evenings;

namespace Vesper.Tests.Evenings;

/// <summary>What holds on any day, whatever happened on it.</summary>
public sealed class AgendaPropertyTests
{
    static readonly EveningOptions Options = new();

    static Agenda Compose(AgendaDay day) => AgendaComposer.Compose(day, Options);

    static void OnAnyDay(Func<AgendaDay, Agenda, bool> holds) => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => holds(Days.Drawn(seed), Compose(Days.Drawn(seed))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    static IEnumerable<Subject> Subjects(Agenda agenda, params AgendaKind[] kinds) => agenda.Items.Where(item => kinds.Contains(item.Kind)).SelectMany(item => item.Subjects);

    [Fact]
    public void It_fits() => OnAnyDay((day, agenda) =>
        agenda.Minutes <= Math.Min(day.Minutes, 45) && agenda.Minutes == agenda.Items.Sum(item => item.Minutes) && agenda.Items.All(item => item.Minutes >= 1));

    [Fact]
    public void Each_act_has_its_place_and_its_limits() => OnAnyDay((_, agenda) =>
        agenda.Items.Select(item => item.Act).SequenceEqual(agenda.Items.Select(item => item.Act).Order()) &&
        agenda.Items.Select(item => item.Act).Distinct().Count() == 4 &&
        agenda.Items.Where(item => item.Act is Act.Relief).Sum(item => item.Minutes) <= 8 &&
        agenda.Items.Count(item => item.Kind is AgendaKind.Case) <= 3 &&
        agenda.Items.Any(item => item.Act is Act.Nourish && item.Kind is AgendaKind.Case or AgendaKind.Questions));

    [Fact]
    public void The_same_day_in_any_order_is_the_same_agenda() => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).Two().ToArbitrary(), seeds =>
        {
            var day = Days.Drawn(seeds.Item1);
            return JsonSerializer.Serialize(Compose(day)) == JsonSerializer.Serialize(Compose(day.Shuffled(seeds.Item2)));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Every_deal_won_and_every_rise_to_A_is_in_Lift() => OnAnyDay((day, agenda) =>
    {
        var told = Subjects(agenda, AgendaKind.Story).ToList();
        return day.Won.All(deal => told.Any(subject => subject.DealId == deal.DealId)) &&
            day.GradeSteps.Where(step => step is { From: Grade.B or Grade.C, To: Grade.A }).All(step => told.Any(subject => subject.CustomerId == step.CustomerId));
    });

    [Fact]
    public void What_was_passed_over_three_times_is_taken() => OnAnyDay((day, agenda) =>
    {
        var here = day.Members.Select(member => member.Id).ToHashSet();
        var cases = Subjects(agenda, AgendaKind.Case).Select(subject => subject.CaseId).ToHashSet();
        var offers = Subjects(agenda, AgendaKind.Story).Select(subject => subject.OfferId).ToHashSet();
        var heard = Subjects(agenda, AgendaKind.Case, AgendaKind.Story, AgendaKind.Questions).Select(subject => subject.MemberId).ToHashSet();
        return day.Cases.Where(one => one.TimesCarried >= 3 && here.Contains(one.MemberId)).All(one => cases.Contains(one.Id)) &&
            day.Offers.Where(offer => offer.TimesCarried >= 3 && here.Contains(offer.MemberId)).All(offer => offers.Contains(offer.Id)) &&
            day.Members.Where(member => member.Heard.Waited >= 3).All(member => heard.Contains(member.Id));
    });

    [Fact]
    public void Nothing_is_lost_it_is_taken_or_left_out_with_a_reason() => OnAnyDay((day, agenda) =>
    {
        var known = Subjects(agenda, AgendaKind.Case, AgendaKind.Story).Concat(agenda.LeftOut.Select(left => left.Subject)).ToList();
        return day.Cases.All(one => known.Count(subject => subject.CaseId == one.Id) == 1) &&
            day.Offers.All(offer => known.Count(subject => subject.OfferId == offer.Id) == 1) &&
            day.Help.All(wanted => known.Any(subject => subject.MemberId == wanted.MemberId && subject.CustomerId == wanted.CustomerId && subject.DealId is null));
    });

    [Fact]
    public void Everyone_present_is_in_the_checkout_once() => OnAnyDay((day, agenda) =>
        Subjects(agenda, AgendaKind.Checkout).Select(subject => subject.MemberId!.Value).Order().SequenceEqual(day.Members.Select(member => member.Id).Order()));

    [Fact]
    public void Nobody_is_asked_for_advice_more_than_twice_nor_on_her_own_case() => OnAnyDay((_, agenda) =>
    {
        var hints = agenda.Items.SelectMany(item => item.Advisers).ToList();
        return hints.GroupBy(hint => hint.MemberId).All(asked => asked.Count() <= 2) && hints.All(hint => hint.MemberId != hint.For.MemberId);
    });

    [Fact]
    public void Relief_names_nobody() => OnAnyDay((_, agenda) =>
        agenda.Items.Where(item => item.Act is Act.Relief).All(item => item.Optional && item.Subjects.Count == 0 && item.Reason.Member is null));

    [Fact]
    public void Every_line_says_why_in_both_languages() => OnAnyDay((_, agenda) =>
        agenda.Items.Select(item => item.Reason).Concat(agenda.LeftOut.Select(left => left.Reason)).Concat(agenda.Items.SelectMany(item => item.Advisers).Select(hint => hint.Reason))
            .All(why => Sentence(why.ZhCn) && Sentence(why.En)));

    static bool Sentence(string words) => words.Length is > 3 and < 120 && !words.Contains("  ", StringComparison.Ordinal) && !words.Contains(int.MaxValue.ToString(), StringComparison.Ordinal);
}
