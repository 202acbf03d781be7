using System.ComponentModel.DataAnnotations;
using Vesper.Kit.Access;

namespace Vesper.Teams;

/// <summary>A member as those see her who answer for her. Invited: she has not chosen a password yet.</summary>
sealed record MemberView(
    Guid Id, string Name, string ShortName, string Account, Role Role, bool Admin, MemberState State, Guid UnitId, string UnitName, DateOnly JoinedOn, DateOnly? LeftOn, bool Invited);

/// <summary>An invitation. The account has no password until she opens the link.</summary>
sealed record Invitation(
    Guid Id,
    [property: Required, MaxLength(40), PlainText] string Name,
    [property: MaxLength(20), PlainText] string? ShortName,
    [property: Required, MaxLength(40), PlainText] string Account,
    Role Role,
    Guid UnitId);

sealed record ChangedMember(
    [property: Required, MaxLength(40), PlainText] string Name,
    [property: Required, MaxLength(20), PlainText] string ShortName,
    Role Role,
    bool Admin,
    Guid UnitId);

sealed record NewMemberState(MemberState State);

/// <summary>The link that lets a member choose a password; shown once, since only its hash is kept.</summary>
sealed record WelcomeLink(Guid MemberId, string Account, string Code, string Url, DateTimeOffset ExpiresAt);

/// <summary>Whom a welcome is for.</summary>
sealed record WelcomeView(string Organisation, string Name, string Account);

sealed record ChosenPassword([property: Required, MinLength(8), MaxLength(128)] string Password);
