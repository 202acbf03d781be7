using Vesper.Customers;

namespace Vesper.Field;

/// <summary>Target: visits a day to aim at, a plan and no ranking.</summary>
sealed record ProposalsView(DateOnly Day, int Target, IReadOnlyList<ProposalView> Items);

/// <summary>
/// One customer to visit with the one reason. Purpose: words for it if there are any. On: the day agreed, promised, or of the fall to FallsTo.
/// Metres to NearTo, a stop already planned.
/// </summary>
sealed record ProposalView(
    Guid CustomerId, string CustomerName, Grade Grade, ProposalWhy Why, string Purpose, DateOnly? On, Grade? FallsTo, int VisitsWithoutKp, int? Metres, string NearTo);

sealed record NewDismissal(DateOnly Day);
