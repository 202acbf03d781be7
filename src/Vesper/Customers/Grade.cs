namespace Vesper.Customers;

/// <summary>How near a deal is, computed from facts: A ready to sign … D latent, E disqualified with a reason (S).</summary>
enum Grade { A, B, C, D, E }
