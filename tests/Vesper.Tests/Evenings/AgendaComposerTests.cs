using Vesper.Customers;
using Vesper.Evenings;
using static Vesper.Tests.Evenings.Days;

namespace Vesper.Tests.Evenings;

/// <summary>One evening at a time, said in words. What must hold on any day is in AgendaPropertyTests.</summary>
public sealed class AgendaComposerTests
{
    static Agenda Compose(AgendaDay day) => AgendaComposer.Compose(day, new EveningOptions());

    static IEnumerable<string> Lines(Agenda agenda, Act act) => agenda.Items.Where(item => item.Act == act).Select(item => $"{item.Kind} {item.Minutes} {item.Reason.ZhCn}");

    [Fact]
    public void One_evening_of_eight_in_thirty_minutes()
    {
        var agenda = Compose(Of(8) with
        {
            Members = [.. Enumerable.Range(0, 8).Select(number => Member(number, rejections: number < 2 ? 4 : 0))],
            Cases = [Case(0, 0, carried: 2)],
            Help = [Help(1, 1)],
            KpNotMet = [KpNotMet(0, customer: 0), KpNotMet(2, customer: 2, visits: 3)],
            Won = [Won(3, 3)],
            GradeSteps = [Raised(4, 4, Grade.C)],
            Commitments = [Commitment(0, 1), Commitment(1, 2, CommitmentState.Open)],
        });

        Lines(agenda, Act.Relief).ShouldBe(["Mood 1 今天碰壁不少，先看看大家的心情", "SpokenRound 4 想说的人说，每人最多两分钟，不记录"]);
        Lines(agenda, Act.Nourish).ShouldBe(
        [
            "Commitments 1 昨晚说好的，一件有了回音",
            "Case 5 跑了两次没见到关键人，已经等了两晚",
            "Case 5 阿哲今天请大家帮忙",
            "Case 5 跑了三次没见到关键人",
        ]);
        Lines(agenda, Act.Lift).ShouldBe(["Story 3 王莉今天签下了中泰纸业", "Story 3 远航照明今天从 C 升到 A"]);
        Lines(agenda, Act.Checkout).ShouldBe(["Checkout 3 每人20秒：明天第一家去哪，今晚带走什么"]);

        agenda.Minutes.ShouldBe(30);
        agenda.LeftOut.ShouldBeEmpty();
        agenda.Items.Select(item => item.Position).ShouldBe(Enumerable.Range(1, agenda.Items.Count));
        agenda.Items[3].Subjects.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            subject => subject.Member.ShouldBe("小林"),
            subject => subject.Customer.ShouldBe("云顶家居"),
            subject => subject.CaseId.ShouldBe(Id(2, 0)),
            subject => subject.Wanted.ShouldBe("约到十五分钟"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(30)]
    public void A_day_without_data_is_opened_by_three_questions(int members)
    {
        var agenda = Compose(Of(members) with { Members = [.. Enumerable.Range(0, members).Select(number => Member(number, visits: 0, heard: null))] });

        agenda.Items.Where(item => item.Kind is AgendaKind.Questions).Select(item => item.Reason.ZhCn).ShouldBe(["今天被拒几次？", "卡在哪一家？", "今天最得意的一件？"]);
        agenda.Items.Select(item => item.Kind).ShouldBe([AgendaKind.Mood, AgendaKind.Questions, AgendaKind.Questions, AgendaKind.Questions, AgendaKind.Checkout]);
        agenda.Minutes.ShouldBeInRange(10, 30);
    }

    [Fact]
    public void Nobody_here_is_still_an_agenda() => Compose(Of(0)).Items.Count(item => item.Kind is AgendaKind.Questions).ShouldBe(3);

    [Fact]
    public void One_member_has_her_case_her_story_and_her_checkout()
    {
        var agenda = Compose(Of(1) with { Help = [Help(0, 0)], Won = [Won(1, 0)] });

        agenda.Items.Select(item => item.Kind).ShouldBe([AgendaKind.Mood, AgendaKind.Case, AgendaKind.Story, AgendaKind.Checkout]);
        agenda.Items.ShouldAllBe(item => item.Advisers.Count == 0);
    }

    [Fact]
    public void Thirty_members_are_all_in_the_checkout_and_it_fits()
    {
        var agenda = Compose(Of(30) with { Help = [.. Enumerable.Range(0, 20).Select(number => Help(number, number))] });

        agenda.Minutes.ShouldBeLessThanOrEqualTo(30);
        agenda.Items.Count(item => item.Kind is AgendaKind.Case).ShouldBe(3);
        agenda.Items[^1].Subjects.Count.ShouldBe(30);
        agenda.Items[^1].Minutes.ShouldBe(7);
        agenda.LeftOut.Count.ShouldBe(17);
        agenda.LeftOut.ShouldAllBe(left => left.Reason.ZhCn == "先让等得更久的人，最多再等两晚");
    }

    [Fact]
    public void A_calm_day_needs_no_spoken_round() =>
        Lines(Compose(Of(8)), Act.Relief).ShouldBe(["Mood 1 今天还算顺，报个心情就好"]);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(8, 6)]
    public void Relief_grows_with_the_hard_days_up_to_eight_minutes(int heavy, int minutes)
    {
        var agenda = Compose(Of(8) with { Members = [.. Enumerable.Range(0, 8).Select(number => Member(number, rejections: number < heavy ? 5 : 0))] });

        agenda.Items.Where(item => item.Act is Act.Relief).ShouldAllBe(item => item.Optional && item.Subjects.Count == 0);
        agenda.Items.Single(item => item.Kind is AgendaKind.SpokenRound).Minutes.ShouldBe(minutes);
    }

    [Fact]
    public void Signed_deals_open_Lift_then_B_to_A_then_C_to_A_then_who_wants_to_share()
    {
        var agenda = Compose(Of(8, minutes: 45) with
        {
            Offers = [Offer(0, 0, carried: 3)],
            GradeSteps = [Raised(1, 11, Grade.C), Raised(2, 12, Grade.B), Raised(3, 13, Grade.D), Raised(4, 14, Grade.A, Grade.B), Raised(5, 15, Grade.B)],
            Won = [Won(15, 5)],
        });

        Lines(agenda, Act.Lift).Select(line => line.Split(' ', 3)[2]).ShouldBe(["小满今天签下了客户15", "客户12今天从 B 升到 A", "两件都不能再等，今晚分桌一起谈"]);
    }

    [Fact]
    public void Ten_deals_of_a_day_are_all_told()
    {
        var agenda = Compose(Of(8) with { Won = [.. Enumerable.Range(0, 10).Select(number => Won(number, number % 8))] });

        agenda.Items.Where(item => item.Kind is AgendaKind.Story).SelectMany(item => item.Subjects).Select(subject => subject.DealId)
            .ShouldBe(Enumerable.Range(0, 10).Select(number => (Guid?)Id(5, number)), ignoreOrder: true);
        agenda.Items.Last(item => item.Kind is AgendaKind.Story).Reason.ZhCn.ShouldBe("今天的好消息有八件，一起贺");
    }

    [Fact]
    public void The_largest_deal_does_not_go_first()
    {
        var agenda = Compose(Of(2) with { Members = [Member(0, heard: 1), Member(1, heard: 3)], Won = [Won(0, 0, fen: 900_000_00), Won(1, 1, fen: 1_00)] });

        agenda.Items.First(item => item.Kind is AgendaKind.Story).Subjects[0].Member.ShouldBe("阿哲");
    }

    [Fact]
    public void Answers_of_yesterday_come_before_the_cases_and_what_is_still_open_after_them()
    {
        var agenda = Compose(Of(3) with
        {
            Help = [Help(0, 0)],
            Commitments = [Commitment(0, 0, CommitmentState.Open), Commitment(1, 1, CommitmentState.NotYet), Commitment(2, 9, CommitmentState.Open), Commitment(3, 9)],
        });

        var nourish = agenda.Items.Where(item => item.Act is Act.Nourish).ToList();
        nourish.Select(item => item.Kind).ShouldBe([AgendaKind.Commitments, AgendaKind.Case]);
        nourish[0].Subjects.Select(subject => subject.CommitmentId).ShouldBe([Id(7, 1), Id(7, 3), Id(7, 0)]); // an absent member is not asked
        nourish[0].Minutes.ShouldBe(1);
    }

    [Fact]
    public void The_longest_waiting_goes_first_and_one_member_takes_one_case()
    {
        var agenda = Compose(Of(8) with { Cases = [Case(0, 0, carried: 2), Case(1, 0, carried: 1), Case(2, 1), Case(3, 2, carried: 1), Case(4, 3)] });

        agenda.Items.Where(item => item.Kind is AgendaKind.Case).SelectMany(item => item.Subjects).Select(subject => subject.CaseId).ShouldBe([Id(2, 0), Id(2, 3), Id(2, 2)]);
        agenda.LeftOut.Select(left => left.Reason.ZhCn).ShouldBe(["先让等得更久的人，最多再等两晚", "小林今晚已有一个难题，最多再等一晚"]);
    }

    [Fact]
    public void Who_was_not_heard_for_long_goes_before_a_case_that_waits_longer()
    {
        var agenda = Compose(Of(2, minutes: 10) with { Members = [Member(0, heard: 1), Member(1, heard: 4)], Cases = [Case(0, 0, carried: 2), Case(1, 1)] });

        agenda.Items.Single(item => item.Kind is AgendaKind.Case).Subjects.ShouldHaveSingleItem().Member.ShouldBe("阿哲");
    }

    [Fact]
    public void More_cases_than_places_that_cannot_wait_share_the_last_place()
    {
        var agenda = Compose(Of(8) with { Cases = [.. Enumerable.Range(0, 6).Select(number => Case(number, number, carried: 3)), Case(6, 6)] });

        var cases = agenda.Items.Where(item => item.Kind is AgendaKind.Case).ToList();
        cases.Select(item => item.Subjects.Count).ShouldBe([1, 1, 4]);
        cases[2].SideBySide.ShouldBeTrue();
        cases[2].Reason.ZhCn.ShouldBe("四件都不能再等，今晚分桌一起谈");
        agenda.LeftOut.ShouldHaveSingleItem().Subject.CaseId.ShouldBe(Id(2, 6));
    }

    [Fact]
    public void A_member_without_case_or_story_gets_her_turn()
    {
        var agenda = Compose(Of(3) with { Members = [Member(0), Member(1), Member(2, heard: 4)], Won = [Won(0, 0)] });

        var turn = agenda.Items.Single(item => item.Kind is AgendaKind.Questions && item.Act is Act.Lift);
        turn.Subjects.ShouldHaveSingleItem().Member.ShouldBe("佳佳");
        turn.Reason.ZhCn.ShouldBe("三晚没听到佳佳，说说今天最得意的一件");
    }

    [Theory]
    [InlineData(null, null, "还没听过两位伙伴，说说今天最得意的一件", "We have not heard 2 of us yet: what went best today?")]
    [InlineData(5, null, "四晚没听到两位伙伴，说说今天最得意的一件", "We have not heard 2 of us for 4 evenings: what went best today?")]
    public void A_turn_says_how_long_it_waited(int? first, int? second, string zhCn, string en)
    {
        var agenda = Compose(Of(3) with { Members = [Member(0), Member(1, heard: first), Member(2, heard: second)], Won = [Won(0, 0)] });

        var why = agenda.Items.Single(item => item.Kind is AgendaKind.Questions && item.Act is Act.Lift).Reason;
        why.ZhCn.ShouldBe(zhCn);
        why.En.ShouldBe(en);
    }

    [Fact]
    public void Sixty_people_check_out_all_at_once() =>
        Lines(Compose(Of(60)), Act.Checkout).ShouldBe(["Checkout 7 人多，大家同时在手机上点：明天第一家去哪，今晚带走什么"]);

    [Fact]
    public void What_belongs_to_someone_absent_waits_but_her_deal_is_told()
    {
        var agenda = Compose(Of(2) with { Cases = [Case(0, 7)], Offers = [Offer(0, 7)], Won = [Won(1, 7)] });

        agenda.LeftOut.Select(left => left.Reason.Code).ShouldBe([ReasonCode.OwnerAbsent, ReasonCode.OwnerAbsent]);
        agenda.Items.Single(item => item.Kind is AgendaKind.Story).Subjects.ShouldHaveSingleItem().DealId.ShouldBe(Id(5, 1));
    }

    [Fact]
    public void An_open_case_takes_up_todays_call_for_help_and_the_unseen_key_person()
    {
        var agenda = Compose(Of(2) with { Cases = [Case(0, 0, carried: 1, customer: 0)], Help = [Help(0, 0, customer: 0)], KpNotMet = [KpNotMet(0, customer: 0, visits: 3)] });

        agenda.Items.Single(item => item.Kind is AgendaKind.Case).Reason.ZhCn.ShouldBe("跑了三次没见到关键人，已经等了一晚");
    }

    [Fact]
    public void Two_members_at_one_customer_keep_their_order_however_they_are_listed()
    {
        var day = Of(2) with { KpNotMet = [KpNotMet(0, customer: 7), KpNotMet(1, customer: 7)], GradeSteps = [Raised(0, 8, Grade.B), Raised(1, 8, Grade.B)] };
        var turned = day with { KpNotMet = [.. day.KpNotMet.Reverse()], GradeSteps = [.. day.GradeSteps.Reverse()] };

        Compose(turned).Items.SelectMany(item => item.Subjects).ShouldBe(Compose(day).Items.SelectMany(item => item.Subjects));
    }

    [Theory]
    [InlineData(46, 45)]
    [InlineData(300, 45)]
    public void The_hard_stop_cuts_a_longer_wish(int minutes, int available) => Compose(Of(3, minutes)).Available.ShouldBe(available);

    [Fact]
    public void Nine_minutes_are_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Compose(Of(3, minutes: 9)));

    [Fact]
    public void Options_whose_shortest_acts_do_not_fit_are_refused() =>
        Should.Throw<ArgumentException>(() => AgendaComposer.Compose(Of(3), new EveningOptions { CaseAtLeast = 9 }));
}
