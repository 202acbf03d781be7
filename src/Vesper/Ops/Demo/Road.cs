using Vesper.Customers;
using Vesper.Field;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>Workday after workday on the road: who goes where, and what chance makes of it.</summary>
sealed class Road(DemoDays days, Dice dice, Archive archive)
{
    readonly Dictionary<Guid, Life[]> _own = archive.Lives.Where(life => !life.Scripted).GroupBy(life => life.Customer.OwnerId!.Value).ToDictionary(own => own.Key, own => own.ToArray());

    /// <summary>Places of an earlier post, before she came to her team.</summary>
    public Dictionary<(Guid Member, Guid Team), IReadOnlyList<Life>> Lent { get; } = [];

    /// <summary>Who has signed nothing yet, whatever chance says.</summary>
    public HashSet<Guid> NoDealYet { get; } = [];

    public void Day(DateOnly day, Member who, Guid teamId, int visits)
    {
        var chosen = Choose(day, Lives(who, teamId), visits);
        for (var i = 0; i < chosen.Count; i++)
            Visit(chosen[i], who, teamId, day, 9.1 + (8.2 * (i + (dice.Share() * 0.6)) / chosen.Count));
    }

    public IReadOnlyList<Life> Lives(Member who, Guid teamId) => Lent.GetValueOrDefault((who.Id, teamId)) ?? _own.GetValueOrDefault(who.Id, []);

    /// <summary>What was agreed first, then whom nobody has seen for longest, with some chance.</summary>
    public IReadOnlyList<Life> Choose(DateOnly day, IReadOnlyList<Life> lives, int many)
    {
        var morning = days.At(day, 8);
        var due = new double[lives.Count];
        for (var i = 0; i < due.Length; i++) due[i] = -Due(lives[i].Customer, day, morning);
        var order = lives.ToArray();
        Array.Sort(due, order);
        return [.. order.Take(many).OrderBy(life => life.Customer.Address, StringComparer.Ordinal)];
    }

    double Due(Customer customer, DateOnly day, DateTimeOffset morning)
    {
        var since = customer.LastVisitAt is { } last ? (morning - last).TotalDays : 12 + dice.Below(10);
        var agreed = customer.NextOn is { } on && on <= day ? 14 - Math.Min(10, day.DayNumber - on.DayNumber) : 0;
        return (since < 1 ? -100 : since) + agreed + dice.Below(9) - (customer.Stage is Stage.Sign ? 14 : 0);
    }

    void Visit(Life life, Member who, Guid teamId, DateOnly day, double hour)
    {
        var customer = life.Customer;
        var promise = Promise(customer);
        var luck = dice.Share();
        switch (customer.Stage)
        {
            case Stage.Develop:
                if (luck < 0.55 - (0.2 * promise)) Call(VisitOutcome.Rejected);
                else if (luck < 0.86 - (0.1 * promise)) Call(VisitOutcome.Open, dice.Chance(0.3) ? dice.Between(3, 12) : null);
                else NeedSeen(life, who, teamId, day, hour);
                break;
            case Stage.Follow when luck < 0.16 + (0.22 * promise):
                Call(VisitOutcome.Advanced, dice.Between(10, 40), Confirmed(life));
                if (dice.Chance(0.35 + (0.4 * promise))) life.MoveTo(Stage.Close);
                break;
            case Stage.Follow:
                Call(luck > 0.82 ? VisitOutcome.Rejected : VisitOutcome.Open, luck is > 0.5 and < 0.75 ? dice.Between(5, 20) : null);
                break;
            case Stage.Close when luck < 0.02 + (0.2 * promise) && life.KpMet && life.Deal is not null && !NoDealYet.Contains(who.Id):
                Call(VisitOutcome.Won, dice.Between(20, 60), [Budget(life), (FactKind.Time, "今天定了", 0, null)], Signed(life));
                break;
            case Stage.Close when luck > 0.9:
                Call(VisitOutcome.Rejected, dice.Between(5, 25), lost: VisitWords.LostReason(dice));
                break;
            case Stage.Close:
                if (luck < 0.42) Call(VisitOutcome.Advanced, dice.Between(10, 45), [Budget(life), (FactKind.Time, "说了决定的时间", dice.Between(7, 50), null)]);
                else Call(VisitOutcome.Open, dice.Chance(0.6) ? dice.Between(8, 30) : null);
                break;
            default:
                Call(VisitOutcome.Open, dice.Chance(0.6) ? dice.Between(10, 30) : null);
                break;
        }

        void Call(VisitOutcome outcome, int? kp = null, (FactKind, string, int?, long?)[]? shown = null, long signed = 0, string lost = "")
        {
            var help = outcome is VisitOutcome.Open && customer.Stage is not Stage.Sign && dice.Chance(0.07) ? VisitWords.Help(dice, customer.Stage) : "";
            life.Take(new(who, teamId, day, hour, outcome, VisitWords.Of(dice, customer.Stage, outcome, kp is not null, Kp(life)))
            {
                KpMinutes = kp, NextInDays = outcome is VisitOutcome.Rejected ? null : dice.Between(2, customer.Stage is Stage.Sign ? 20 : 8),
                Shown = shown ?? [], SignedFen = signed, LostReason = lost, Help = help,
            });
        }
    }

    /// <summary>A visit that moves nothing.</summary>
    public void Plain(Life life, Member who, Guid teamId, DateOnly day, double hour, VisitOutcome outcome) =>
        life.Take(new(who, teamId, day, hour, outcome, VisitWords.Of(dice, life.Customer.Stage, outcome, false, Kp(life)))
        {
            NextInDays = outcome is VisitOutcome.Rejected ? null : dice.Between(2, 6),
        });

    /// <summary>A door opens: somebody says what they need, and often by when.</summary>
    public void NeedSeen(Life life, Member who, Guid teamId, DateOnly day, double hour)
    {
        var shown = new List<(FactKind, string, int?, long?)> { (FactKind.Need, dice.Of(life.Trade.Needs), null, null) };
        if (dice.Chance(0.7)) shown.Add((FactKind.Time, "打算几个月内定下来", dice.Between(50, 175), null));
        life.Take(new(who, teamId, day, hour, VisitOutcome.Advanced, VisitWords.Of(dice, Stage.Develop, VisitOutcome.Advanced, false, Kp(life)))
        {
            NextInDays = dice.Between(2, 7), Shown = shown,
        });
        life.MoveTo(Stage.Follow);
        life.Open(day, Package.Of(dice, life.Customer.Employees));
    }

    (FactKind, string, int?, long?)[] Confirmed(Life life)
    {
        (FactKind, string, int?, long?) need = (FactKind.Need, dice.Of(life.Trade.Needs), null, null), time = (FactKind.Time, "说了决定的时间", dice.Between(18, 110), null);
        return dice.Chance(0.4) ? [need, time, Budget(life)] : [need, time];
    }

    (FactKind, string, int?, long?) Budget(Life life) => (FactKind.Budget, dice.Of((string[])["预算在财务那里报过了", "说这个数可以谈", "问能不能分两期，钱是有的"]), null, life.Deal?.AmountFen);

    // Some pay for the training as well, some got a discount.
    long Signed(Life life) => life.Deal!.AmountFen / 100 * dice.Of((int[])[100, 100, 100, 95, 90, 112]);

    static string Kp(Life life) => life.Kp.Title is "财务总监" ? "财务总监" : $"{life.Kp.Name[..1]}{(life.Kp.Title is "老板娘" ? "老板娘" : "总")}";

    // Most companies will never sign; a few want to. The same company is the same all its life.
    static double Promise(Customer customer)
    {
        var share = customer.Id.ToByteArray()[15] / 256.0;
        return share * share;
    }
}
