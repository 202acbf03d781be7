using System.ComponentModel.DataAnnotations;

namespace Vesper.Customers.Board;

/// <summary>A customer on the board, with its newest open deal.</summary>
sealed record StageCard(Guid Id, string ShortName, Grade Grade, string OwnerName, string NextStep, DateOnly? NextOn, bool KpUnseen, Guid? DealId, string DealName, long AmountFen, DateTimeOffset UpdatedAt);

/// <summary>A column: how many there are in all, what their open deals come to, and a page of them, newest first.</summary>
sealed record StageColumn(Stage Stage, int Count, long AmountFen, IReadOnlyList<StageCard> Items, string? Next);

/// <summary>What is asked for each stage it could go to. Done: shown by what happened. MayBeSaid: a word in place of it is taken.</summary>
sealed record StageAsk(Stage Stage, Grade Grade, IReadOnlyList<StageTarget> Targets);

sealed record StageTarget(Stage Stage, IReadOnlyList<AskedEvidence> Asked);

sealed record AskedEvidence(ExitCondition Condition, bool Done, bool MayBeSaid);

sealed record NewStage([property: Required] Stage? To, [property: MaxLength(10)] IReadOnlyList<NewEvidence>? Said = null);

sealed record NewEvidence(ExitCondition Condition, [property: Required, MinLength(2), MaxLength(200)] string Note);
