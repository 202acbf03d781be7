using Vesper.Teams;

namespace Vesper.Tests.House;

sealed partial class Place
{
    Guid? _unit, _member, _waiting;

    /// <summary>An account name nobody has used.</summary>
    public string NewName => $"n{New:N}";

    /// <summary>A unit of its own below the team.</summary>
    public Guid Unit => _unit ??= Made(id => new Unit { OrgId = orgId, Id = id, ParentId = teamId, Kind = UnitKind.Team, Name = "小组" });

    /// <summary>A member of the team who asks nothing.</summary>
    public Guid Member => _member ??= Somebody(MemberState.Active);

    /// <summary>Somebody who waits at the team's door.</summary>
    public Guid Waiting => _waiting ??= Somebody(MemberState.Waiting);

    public Guid Leave => Made(id => new Leave { OrgId = orgId, Id = id, MemberId = memberId, From = Today, Until = Today });

    /// <summary>A code to the door of a unit of the team; anybody who has it may knock.</summary>
    public string JoinCode
    {
        get
        {
            var unit = Made(id => new Unit { OrgId = orgId, Id = id, ParentId = teamId, Kind = UnitKind.Team, Name = "新队" });
            var code = new JoinCode { OrgId = orgId, Id = unit }.Rotate(server.Clock.GetUtcNow(), new());
            Made(_ => code);
            return code.Code;
        }
    }

    /// <summary>A one-time password of a member of the team.</summary>
    public string WelcomeCode => IssuedFor(Member);

    string IssuedFor(Guid id) =>
        server.Writer.Run(orgId, async db => (await Welcome.IssueAsync(db, orgId, id, server.Clock.GetUtcNow(), new())).Code).GetAwaiter().GetResult();

    Guid Somebody(MemberState state) => Made(
        id => new Member { OrgId = orgId, Id = id, UnitId = teamId, Name = "某人", ShortName = "某人", State = state, JoinedOn = Today },
        id => new Account { OrgId = orgId, Id = id, UserName = $"s{id:N}", NormalizedUserName = $"S{id:N}" });
}
