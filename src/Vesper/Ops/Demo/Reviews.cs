using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Journals;

namespace Vesper.Ops.Demo;

/// <summary>Two reviews of 杭州东区战队: a deal that was signed, and today a door that stayed shut. What they promised is done or not asked for before tomorrow.</summary>
sealed class Reviews(DemoRows rows, DemoDays days)
{
    public void Write(Cast cast)
    {
        Close(cast, "阿哲", "木禾木业", 4,
        [
            new(ReviewDimension.People, "第一次就见到总经理", "第二次才见到", "第一次没有先约，赶上她去展会", "出门前先问前台几点在"),
            new(ReviewDimension.Proposal, "一次讲清套餐", "讲了竞品的出口数据，她自己要方案", "说的是她的竞争对手，不是我们的产品", "先带一份同行的数据，再谈套餐"),
        ],
        [new(Id("木禾木业", 0), cast.Named("阿哲").Id, "把三家竞品的出口数据做成一页", days.Ago(2))]);
        Close(cast, "佳佳", "中泰纸业", 0,
        [
            new(ReviewDimension.Timing, "下午见到钱总", "又只见到前台", "他周一下午都在车间", "周三上午去，提前一天打电话"),
        ],
        [new(Id("中泰纸业", 0), cast.Named("佳佳").Id, "周二给前台打电话，问周三几点在", days.Next)]);
    }

    void Close(Cast cast, string who, string company, int workdaysAgo, IReadOnlyList<ReviewPoint> points, IReadOnlyList<ReviewPromise> promises)
    {
        var (member, customer, day) = (cast.Named(who), rows.Customers.First(one => one.ShortName == company), days.Ago(workdaysAgo));
        var deal = rows.Deals.LastOrDefault(one => one.CustomerId == customer.Id && one.State is DealState.Won);
        var visit = deal is null ? rows.Visits.LastOrDefault(one => one.CustomerId == customer.Id && one.Day <= day) : null;
        var review = new Review
        {
            OrgId = rows.OrgId, Id = Id(company, 9), TeamId = customer.TeamId, HostId = member.Id, MemberId = member.Id, CustomerId = customer.Id, CustomerName = customer.ShortName,
            DealId = deal?.Id, VisitId = visit?.Id, Outcome = deal is not null ? ReviewOutcome.Won : visit?.Outcome is VisitOutcome.Rejected ? ReviewOutcome.Lost : ReviewOutcome.Open,
            Stage = deal?.Stage ?? customer.Stage, Industry = customer.Industry, Day = day, Points = points, Promises = promises, ClosedAt = days.At(day, 17.8),
        };
        rows.Reviews.Add(review);
        rows.SearchRows.Add(new() { OrgId = rows.OrgId, Kind = ReviewReads.Kind, SubjectId = review.Id, Words = ReviewReads.Words(review) });
        rows.FeedItems.Add(new()
        {
            OrgId = rows.OrgId, Id = review.Id, TeamId = review.TeamId, MemberId = member.Id, MemberName = member.ShortName, Kind = FeedKind.Review, SubjectId = review.Id,
            CustomerId = customer.Id, CustomerName = customer.ShortName, Text = points[0].Next, At = review.ClosedAt,
        });
        foreach (var promise in promises) rows.Commitments.Add(Commitment(review, promise));
    }

    Commitment Commitment(Review review, ReviewPromise promise)
    {
        var done = promise.DueOn < days.Today;
        return new()
        {
            OrgId = rows.OrgId, Id = NamedId.Of("review", review.Id, promise.Id), TeamId = review.TeamId, MemberId = promise.MemberId, Origin = CommitmentOrigin.Review, OriginId = review.Id,
            CustomerId = review.CustomerId, CustomerName = review.CustomerName, Text = promise.Text, DueOn = promise.DueOn, Day = review.Day, CreatedAt = review.ClosedAt,
            State = done ? CommitmentState.Done : CommitmentState.Open, Result = done ? "做好了，放在群里" : "", AnsweredAt = done ? days.At(promise.DueOn, 18.2) : null,
        };
    }

    Guid Id(string company, int n) => NamedId.Of("demo-review", rows.OrgId, company, n);
}
