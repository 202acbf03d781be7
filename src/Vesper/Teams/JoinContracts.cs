using System.ComponentModel.DataAnnotations;

namespace Vesper.Teams;

/// <summary>A team's way in, to be shown large.</summary>
sealed record JoinCodeView(Guid UnitId, string Organisation, string Team, string Code, string Url, DateTimeOffset ExpiresAt);

sealed record NewJoinCode(Guid? UnitId);

/// <summary>What a code leads to.</summary>
sealed record JoinView(string Organisation, string Team);

/// <summary>Somebody who stands at the door. The phone makes the id, so that sending it twice is joining once.</summary>
sealed record NewMember(
    Guid Id,
    [property: Required, MaxLength(40), PlainText] string Name,
    [property: Required, MaxLength(40), PlainText] string Account,
    [property: Required, MinLength(8), MaxLength(128)] string Password);
