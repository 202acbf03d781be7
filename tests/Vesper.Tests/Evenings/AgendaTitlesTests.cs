using Vesper.Customers;
using Vesper.Evenings;
using static Vesper.Tests.Evenings.Days;

namespace Vesper.Tests.Evenings;

public sealed class AgendaTitlesTests
{
    [Theory]
    [InlineData("云顶家居", "对手报价低三成", "云顶家居：对手报价低三成")]
    [InlineData("云顶家居", "云顶家居的对手报价低三成", "云顶家居的对手报价低三成")]
    [InlineData("", "对手报价低三成", "对手报价低三成")]
    [InlineData("云顶家居", "", "怎么见到云顶家居的关键人？")]
    public void A_case_names_its_customer_once(string customer, string blockedBy, string title)
    {
        var subject = new Subject(Id(1, 0), "小林") { Customer = customer, BlockedBy = blockedBy, Stage = Stage.Follow, KpMet = false };

        AgendaTitles.Of(AgendaKind.Case, [subject], new Reason(ReasonCode.BlockedBy)).ZhCn.ShouldBe(title);
    }

    [Fact]
    public void Beside_the_agenda_stand_all_open_cases_and_a_few_signals()
    {
        var day = Of(4) with
        {
            Cases = [.. Enumerable.Range(0, 8).Select(number => Case(number, number % 4))],
            KpNotMet = [.. Enumerable.Range(10, 12).Select(customer => KpNotMet(customer % 4, customer))],
        };

        var agenda = AgendaComposer.Compose(day, new());

        var taken = agenda.Items.Where(item => item.Kind == AgendaKind.Case).Sum(item => item.Subjects.Count);
        agenda.LeftOut.Count(left => left.Reason.Code != ReasonCode.OwnQuestionsFirst).ShouldBe(8 - taken);
        agenda.LeftOut.Count(left => left.Reason.Code == ReasonCode.OwnQuestionsFirst).ShouldBe(3);
    }
}
