namespace Vesper.Field;

/// <summary>成交 · 推进 · 待定 · 被拒: asked at the customer, in one tap.</summary>
enum VisitOutcome { Won, Advanced, Open, Rejected }

/// <summary>不在 · 没空 · 不让进 · 还不知道是谁: why the key person was not met.</summary>
enum UnmetReason { Absent, Busy, NotLetIn, NotKnown }
