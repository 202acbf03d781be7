using Vesper.Field;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>小林's calls of today, and the appointment that one of them brought: it stands in her plan of the next workday.</summary>
sealed class Phone(DemoRows rows, DemoDays days, Dice dice)
{
    public void Write(Cast cast, Archive archive, Scenes scenes)
    {
        var (lin, qinghe) = (cast.Named("小林"), scenes.Qinghe);
        var others = archive.Lives.Where(life => life.Customer.OwnerId == lin.Id && !life.Scripted).Take(2).ToList();
        Dial(lin, others[0], 8.9, CallOutcome.HungUp);
        Dial(lin, scenes.Hengtai, 11.6, CallOutcome.Reached, "老板下午才回，预算要等他点头");
        Dial(lin, others[^1], 16.2, CallOutcome.Reached, "换了采购，新来的姓何", "下周再打给何采购");
        Dial(lin, qinghe, 16.8, CallOutcome.Appointment, "财务总监让带两期付款的表去");
        rows.PlannedVisits.Add(new()
        {
            OrgId = rows.OrgId, Id = dice.Id(days.At(days.Today, 16.9)), MemberId = lin.Id, TeamId = lin.UnitId, Day = days.Next, CustomerId = qinghe.Customer.Id,
            Purpose = "财务总监看方案：两期怎么付", Position = 1, AppointmentAt = new(10, 0), ContactId = qinghe.Kp.Id, AppointmentWith = qinghe.Kp.Name, Place = "三楼财务室",
        });
    }

    void Dial(Member who, Life life, double hour, CallOutcome outcome, string note = "", string next = "")
    {
        var at = days.At(days.Today, hour);
        rows.Calls.Add(new Field.Call
        {
            OrgId = rows.OrgId, Id = dice.Id(at), MemberId = who.Id, TeamId = who.UnitId, CustomerId = life.Customer.Id, ContactId = life.Kp.Id,
            Day = days.Today, DeviceAt = at, ReceivedAt = at, Outcome = outcome, Note = note, NextStep = next,
        });
        if (next.Length > 0) life.Customer.NextStep = next;
    }
}
